import type { FastifyInstance } from 'fastify'
import type { Accounts } from './office/accounts/createAccountsRoom.ts'
import { serveAudit } from './office/audit/audit.routes.ts'
import { documentCaseParts } from './rooms/documents/documentCaseParts.ts'
import { listDocumentMatters } from './rooms/documents/documentMatters.ts'
import { serveDocuments } from './rooms/documents/documents.routes.ts'
import { serveCaseFile } from './rooms/caseFile/caseFile.routes.ts'
import { drawCaseParts } from './rooms/draw/writeRecord.ts'
import { ballotCaseParts } from './rooms/meetings/ballots/ballotCaseParts.ts'
import type { ListCaseParts } from './year/casePart.ts'
import { servePublish } from './rooms/publish/publish.routes.ts'
import { servePublicSite } from './rooms/publish/site/publicSite.ts'
import { listPublishMatters } from './rooms/publish/publishMatters.ts'
import { serveConsequences } from './rooms/consequences/consequences.routes.ts'
import { serveInstallation } from './office/installation/installation.routes.ts'
import { serveScheme } from './office/scheme/scheme.routes.ts'
import { serveHealth } from './platform/health/serveHealth.ts'
import { serveJobs } from './platform/jobs/jobs.routes.ts'
import { createHttpServer, serveOpenApi } from './platform/http/createHttpServer.ts'
import type { AppContext } from './platform/appContext.ts'
import { serveIntake } from './office/intake/intake.routes.ts'
import { serveResults } from './rooms/results/results.routes.ts'
import { serveRoster } from './office/roster/roster.routes.ts'
import { serveFiles } from './office/files/files.routes.ts'
import { serveLedger } from './rooms/ledger/ledger.routes.ts'
import { serveDraw } from './rooms/draw/draw.routes.ts'
import { serveRounds } from './rooms/rounds/rounds.routes.ts'
import { serveSheets } from './rooms/sheets/sheets.routes.ts'
import { serveRoutine } from './rooms/routine/routine.routes.ts'
import { serveMeetings } from './rooms/meetings/meetings.routes.ts'
import { listDutyMatters } from './rooms/leadDuty/dutyMatters.ts'
import { serveLeadDuty } from './rooms/leadDuty/leadDuty.routes.ts'
import { serveRectify } from './rooms/rectify/rectify.routes.ts'
import { listRectifyMatters } from './rooms/rectify/rectifyMatters.ts'
import { serveReports } from './rooms/reports/reports.routes.ts'
import { serveSurveyAnalysis } from './rooms/survey/analysis/analysis.routes.ts'
import { listSurveyDates, listSurveyMatters } from './rooms/survey/surveyMatters.ts'
import { serveSurvey } from './rooms/survey/survey.routes.ts'
import { listReportDates, listReportMatters } from './rooms/reports/reportMatters.ts'
import { serveKnowledge } from './rooms/knowledge/knowledge.routes.ts'
import { type ListDates } from './year/due/listDates.ts'
import { type ListMatters, untilSeal } from './year/due/matter.ts'
import { noteMatters } from './year/due/listLate.ts'
import { listYearMatters } from './year/due/yearMatters.ts'
import { listRoundDates } from './rooms/rounds/listRoundDates.ts'
import { listVisitMatters } from './rooms/rounds/visitMatters.ts'
import { listSheetMatters } from './rooms/sheets/sheetMatters.ts'
import { listBoardMatters } from './rooms/routine/boardMatters.ts'
import { listTestMatters } from './rooms/knowledge/testMatters.ts'
import { listMeetingDates, listMeetingMatters } from './rooms/meetings/meetingMatters.ts'
import { listCountMatters } from './rooms/ledger/debriefs/countRecords.ts'
import { listDebriefMatters } from './rooms/ledger/debriefs/debriefMatters.ts'
import { serveDebriefs } from './rooms/ledger/debriefs/debriefs.routes.ts'
import { listLedgerMatters } from './rooms/ledger/ledgerMatters.ts'
import { listRemedyMatters } from './rooms/ledger/remedyMatters.ts'
import { listFirmnessMatters } from './rooms/results/firmness/firmnessMatters.ts'
import { listNoticeMatters } from './rooms/consequences/noticeMatters.ts'
import { serveYear } from './year/year.routes.ts'

/** Who says what is under way in a year: one line a room. */
const MATTERS: readonly ListMatters[] = [
  ...[
    listVisitMatters,
    listSheetMatters,
    listBoardMatters,
    listTestMatters,
    listReportMatters,
    listMeetingMatters,
    listLedgerMatters,
    listRemedyMatters,
    listDebriefMatters,
    listCountMatters,
    listDutyMatters,
    listSurveyMatters,
  ].map(untilSeal),
  listYearMatters,
  listFirmnessMatters,
  listNoticeMatters,
  listDocumentMatters,
  listRectifyMatters,
  listPublishMatters,
]

/** What each room runs on days of its own, for the chart of the year. */
const DATES: readonly ListDates[] = [
  listRoundDates,
  listSurveyDates,
  untilSeal(listReportDates),
  untilSeal(listMeetingDates),
]

/** What goes into the case file of a sealed year beside its results and trail: one line a room. */
const CASE_PARTS: readonly ListCaseParts[] = [drawCaseParts, ballotCaseParts, documentCaseParts]

/** Creates the server with the routes of every room. */
export async function createApp(
  context: AppContext,
  accounts: Accounts,
  proxies?: string,
): Promise<FastifyInstance> {
  noteMatters(context, MATTERS)
  const app = await createHttpServer(context, accounts.findActor, proxies)
  await serveOpenApi(app)
  serveHealth(app)
  serveJobs(app)
  accounts.serve(app)
  serveAudit(app)
  serveInstallation(app)
  serveRoster(app)
  serveIntake(app)
  serveScheme(app)
  serveYear(app, MATTERS, DATES)
  serveResults(app, MATTERS)
  serveConsequences(app)
  serveDocuments(app)
  serveCaseFile(app, CASE_PARTS)
  servePublish(app)
  servePublicSite(app)
  serveFiles(app)
  serveLedger(app)
  serveDebriefs(app)
  serveDraw(app)
  serveRounds(app)
  serveSheets(app)
  serveRoutine(app)
  serveKnowledge(app)
  serveReports(app)
  serveRectify(app)
  serveLeadDuty(app)
  serveSurvey(app)
  serveSurveyAnalysis(app)
  serveMeetings(app)
  return app
}

/** Creates the server of the public site's own port: `/public` and nothing else. */
export async function createPublicApp(context: AppContext, proxies?: string): Promise<FastifyInstance> {
  const app = await createHttpServer(context, async () => undefined, proxies)
  app.get('/', { config: { traceless: true } }, (_request, reply) => reply.redirect('/public'))
  servePublicSite(app)
  return app
}
