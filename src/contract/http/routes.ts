import { installationRoutes } from '../installation/installationRoutes.ts'
import { documentsRoutes } from '../documents/documentsRoutes.ts'
import { publishRoutes } from '../publish/publishRoutes.ts'
import { consequencesRoutes } from '../consequences/consequencesRoutes.ts'
import { ballotRoutes } from '../meetings/ballotRoutes.ts'
import { intakeRoutes } from '../intake/intakeRoutes.ts'
import { jobRoutes } from '../platform/jobRoutes.ts'
import { platformRoutes } from '../platform/platformRoutes.ts'
import { caseFileRoutes } from '../caseFile/caseFileRoutes.ts'
import { auditRoutes } from '../audit/auditRoutes.ts'
import { accountsRoutes } from '../accounts/accountsRoutes.ts'
import { ownAccountRoutes } from '../accounts/ownAccountRoutes.ts'
import { schemeRoutes } from '../scheme/schemeRoutes.ts'
import { sessionRoutes } from '../accounts/sessionRoutes.ts'
import { resultsRoutes } from '../results/resultsRoutes.ts'
import { rosterRoutes } from '../roster/rosterRoutes.ts'
import { filesRoutes } from '../files/filesRoutes.ts'
import { debriefRoutes } from '../ledger/debriefRoutes.ts'
import { ledgerRoutes } from '../ledger/ledgerRoutes.ts'
import { drawRoutes } from '../draw/drawRoutes.ts'
import { overviewRoutes } from '../sheets/overviewRoutes.ts'
import { roundsRoutes } from '../rounds/roundsRoutes.ts'
import { sheetsRoutes } from '../sheets/sheetsRoutes.ts'
import { leadDutyRoutes } from '../leadDuty/leadDutyRoutes.ts'
import { rectifyRoutes } from '../rectify/rectifyRoutes.ts'
import { reportsRoutes } from '../reports/reportsRoutes.ts'
import { routineRoutes } from '../routine/routineRoutes.ts'
import { knowledgeRoutes } from '../knowledge/knowledgeRoutes.ts'
import { hallRoutes } from '../meetings/hallRoutes.ts'
import { minutesRoutes } from '../meetings/minutesRoutes.ts'
import { debriefMeetingRoutes } from '../meetings/debriefMeetingRoutes.ts'
import { meetingRoutes } from '../meetings/meetingRoutes.ts'
import { paperRoutes } from '../meetings/paperRoutes.ts'
import { analysisRoutes } from '../survey/analysisRoutes.ts'
import { surveyFileRoutes } from '../survey/fileRoutes.ts'
import { interviewRoutes } from '../survey/interviewRoutes.ts'
import { surveyRoutes } from '../survey/surveyRoutes.ts'
import { yearRoutes } from '../year/yearRoutes.ts'

/** All routes, by room. A route without a handler or a row in the access table fails the build. */
export const routes = {
  ...platformRoutes,
  ...sessionRoutes,
  ...schemeRoutes,
  ...ownAccountRoutes,
  ...accountsRoutes,
  ...auditRoutes,
  ...yearRoutes,
  ...resultsRoutes,
  ...consequencesRoutes,
  ...documentsRoutes,
  ...caseFileRoutes,
  ...publishRoutes,
  ...jobRoutes,
  ...rosterRoutes,
  ...intakeRoutes,
  ...installationRoutes,
  ...knowledgeRoutes,
  ...meetingRoutes,
  ...debriefMeetingRoutes,
  ...minutesRoutes,
  ...hallRoutes,
  ...paperRoutes,
  ...leadDutyRoutes,
  ...rectifyRoutes,
  ...reportsRoutes,
  ...routineRoutes,
  ...sheetsRoutes,
  ...overviewRoutes,
  ...roundsRoutes,
  ...drawRoutes,
  ...ledgerRoutes,
  ...debriefRoutes,
  ...filesRoutes,
  ...ballotRoutes,
  ...surveyRoutes,
  ...surveyFileRoutes,
  ...analysisRoutes,
  ...interviewRoutes,
} as const

/** Type of all routes, for the web client. */
export type Api = typeof routes
