import type { FastifyInstance } from 'fastify'
import { debriefMeetingRoutes } from '../../../contract/meetings/debriefMeetingRoutes.ts'
import { hallRoutes } from '../../../contract/meetings/hallRoutes.ts'
import { meetingRoutes } from '../../../contract/meetings/meetingRoutes.ts'
import { minutesRoutes } from '../../../contract/meetings/minutesRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { serveBallots } from './ballots/ballots.routes.ts'
import { planDebriefMeeting, viewDebriefMeetings } from './debriefs/planDebriefs.ts'
import { recordDebriefs, reopenDebriefs } from './debriefs/recordDebriefs.ts'
import { pairScreen, stepByRemote, viewHall } from './hall/hallScreen.ts'
import { stepMeeting } from './hall/takeStep.ts'
import { answerRequest, askRecount, noteMeeting } from './minutes/askRecount.ts'
import { enterElsewhere } from './minutes/enterElsewhere.ts'
import { judgeMeeting, reportMeeting } from './minutes/judgeMeeting.ts'
import { viewMinutes } from './minutes/loadMinutes.ts'
import { writeMinutes } from './minutes/writeMinutes.ts'
import { breakOffMeeting, moveClose, removeSpeaker } from './plan/decideOnMeeting.ts'
import { servePaper } from './paper/paper.routes.ts'
import { endRehearsal } from './plan/endRehearsal.ts'
import { editPlan, planMeeting } from './plan/planMeeting.ts'
import { drawOrder, recordPresent, setAgenda } from './plan/setAgenda.ts'
import { viewMeeting, viewMeetings } from './plan/viewMeetings.ts'

/** Registers the routes of debrief meetings (述职测评会议); ballots and paper add their own here. */
export function serveMeetings(app: FastifyInstance): void {
  serveRoutes(app, meetingRoutes, {
    'GET /api/years/:year/meetings': viewMeetings,
    'POST /api/years/:year/meetings': planMeeting,
    'GET /api/years/:year/meetings/:meeting': viewMeeting,
    'PUT /api/years/:year/meetings/:meeting': editPlan,
    'PUT /api/years/:year/meetings/:meeting/agenda': setAgenda,
    'POST /api/years/:year/meetings/:meeting/agenda-draw': drawOrder,
    'PUT /api/years/:year/meetings/:meeting/present': recordPresent,
    'POST /api/years/:year/meetings/:meeting/steps': stepMeeting,
    'POST /api/years/:year/meetings/:meeting/removals': removeSpeaker,
    'POST /api/years/:year/meetings/:meeting/later-close': moveClose,
    'POST /api/years/:year/meetings/:meeting/break-off': breakOffMeeting,
    'POST /api/years/:year/meetings/:meeting/rehearsal-end': endRehearsal,
    'POST /api/years/:year/meetings/:meeting/pairings': pairScreen,
  })
  serveRoutes(app, debriefMeetingRoutes, {
    'GET /api/years/:year/debrief-meetings': viewDebriefMeetings,
    'POST /api/years/:year/units/:unit/debrief-meetings': planDebriefMeeting,
    'POST /api/years/:year/meetings/:meeting/debriefs': recordDebriefs,
    'POST /api/years/:year/meetings/:meeting/debriefs-reopen': reopenDebriefs,
  })
  servePaper(app)
  serveRoutes(app, minutesRoutes, {
    'GET /api/years/:year/meetings/:meeting/minutes': viewMinutes,
    'GET /api/years/:year/meetings/:meeting/minutes.docx': writeMinutes,
    'POST /api/years/:year/meetings/:meeting/report': reportMeeting,
    'POST /api/years/:year/meetings/:meeting/verdict': judgeMeeting,
    'POST /api/years/:year/meetings/:meeting/notes': noteMeeting,
    'POST /api/years/:year/units/:unit/meetings/:meeting/recounts': askRecount,
    'POST /api/years/:year/meetings/:meeting/recounts/:recount/answer': answerRequest,
    'POST /api/years/:year/meetings-elsewhere': enterElsewhere,
  })
  serveRoutes(app, hallRoutes, { 'POST /api/hall': viewHall, 'POST /api/hall/steps': stepByRemote })
  serveBallots(app)
}
