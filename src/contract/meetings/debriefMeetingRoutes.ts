import { z } from 'zod'
import { DEBRIEF_SIDES, type DebriefSide } from '../../domain/campaign/dualDebrief/dualDebrief.ts'
import { fileRefs } from '../files/filesRoutes.ts'
import { reasonField, recordParam, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { debriefMeetingFields, debriefRecordFields } from './debriefMeetingFields.ts'
import { expectedByClass, meetingHead, meetingPart } from './meetingParts.ts'

const oneMeeting = z.strictObject({ year: yearParam, meeting: recordParam })
const { people: _, ...plan } = debriefMeetingFields

/** Routes for the meetings of dual debriefs (双述双评): planned by the unit, held and counted like every other, recorded by the unit. */
export const debriefMeetingRoutes = defineRoutes({
  'GET /api/years/:year/debrief-meetings': {
    summary: '双述双评会议',
    admits: 'readLedger',
    params: z.strictObject({ year: yearParam }),
    answer: z.strictObject({ meetings: z.array(meetingHead.extend({ unitName: z.string() })) }),
  },
  'POST /api/years/:year/units/:unit/debrief-meetings': {
    summary: '安排一次双述双评会议：一名或几名述职的人，评议用票',
    admits: 'keepLedger',
    params: z.strictObject({ year: yearParam, unit: unitParam }),
    body: z.strictObject({
      side: z.enum(DEBRIEF_SIDES as [DebriefSide, ...DebriefSide[]]),
      people: z.array(recordParam).max(200),
      ...shapeOf(plan),
      classes: expectedByClass,
    }),
    answer: meetingPart,
  },
  'POST /api/years/:year/meetings/:meeting/debriefs': {
    summary: '把会议的计票登记到双述双评，随之登记台账',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ ...shapeOf(debriefRecordFields), files: fileRefs, revision: revisionField }),
    answer: meetingPart,
  },
  'POST /api/years/:year/meetings/:meeting/debriefs-reopen': {
    summary: '收回双述双评会议的计票和登记，写明理由；更正纸质票后重新计票，或中止后另行召开',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ reason: reasonField, revision: revisionField }),
    answer: meetingPart,
  },
})
