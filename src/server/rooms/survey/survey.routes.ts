import type { FastifyInstance } from 'fastify'
import { surveyFileRoutes } from '../../../contract/survey/fileRoutes.ts'
import { interviewRoutes } from '../../../contract/survey/interviewRoutes.ts'
import { surveyRoutes } from '../../../contract/survey/surveyRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { drawSample, releaseReserve, writeDrawRecord } from './drawSample.ts'
import { exportCalls } from './exportSurvey.ts'
import { finishDraws } from './finishDraw.ts'
import { closeSurvey, endUnits } from './endCalling.ts'
import { enterDueCalls } from './enterCalls.ts'
import { eraseDueNumbers, eraseNumbers, viewErasure } from './eraseNumbers.ts'
import { acceptSurvey, handOverSurvey, returnSurvey, takeBackSurvey } from './handOver.ts'
import { dropFile, keepFile, listFiles, uploadFile } from './importFile.ts'
import { endCall, saveInterview, takeNextCase, viewDesk } from './interview.ts'
import { dropFrame, keepFrame, uploadFrame, viewFrame, writeFrameTemplate } from './keepFrame.ts'
import { draftSurvey, dropSurvey, entrustSurvey, planSurvey } from './planSurvey.ts'
import { proposeSizes } from './proposeSizes.ts'
import { listSurveys, viewSurvey } from './presentSurvey.ts'
import { failBrokenOff } from './readImports.ts'
import { saveQuestionnaire } from './saveQuestionnaire.ts'
import { destroySpentKeys, separateAnswers } from './separateAnswers.ts'
import { askAgain, listCallBacks, listSurveyCases, recordCallBack } from './supervise.ts'
import { tallyCalled } from './tallySealed.ts'
import { viewProgress } from './viewProgress.ts'

const HOUR_MS = 3_600_000

/** Registers the routes for telephone surveys (民意调查), and deletes numbers on their day. */
export function serveSurvey(app: FastifyInstance): void {
  const { context } = app
  const tidy = async () => {
    await enterDueCalls(context)
    await destroySpentKeys(context)
    await eraseDueNumbers(context)
    await finishDraws(context)
  }
  const report = (error: unknown) =>
    context.log.error({ err: error }, 'calls of surveys could not be entered, or numbers deleted')
  const timer = setInterval(() => void tidy().catch(report), HOUR_MS).unref()
  app.addHook('onReady', async () => {
    await failBrokenOff(context, true)
    await tidy().catch(report)
    // In the background: a supervisor's first look would wait until the sheets of a whole survey are open.
    void tallyCalled(context).catch(() => {})
  })
  app.addHook('onClose', async () => clearInterval(timer))
  serveRoutes(app, interviewRoutes, {
    'GET /api/interview': viewDesk,
    'POST /api/interview/next': takeNextCase,
    'PUT /api/interview/:case': saveInterview,
    'POST /api/interview/:case/end': endCall,
  })
  serveRoutes(app, surveyFileRoutes, {
    'GET /api/years/:year/surveys/:survey/file': listFiles,
    'POST /api/years/:year/surveys/:survey/file': uploadFile,
    'POST /api/years/:year/surveys/:survey/file/:import/keep': keepFile,
    'POST /api/years/:year/surveys/:survey/file/:import/drop': dropFile,
  })
  serveRoutes(app, surveyRoutes, {
    'GET /api/years/:year/surveys': listSurveys,
    'POST /api/years/:year/surveys': draftSurvey,
    'GET /api/years/:year/surveys/sizes': proposeSizes,
    'GET /api/years/:year/surveys/:survey': viewSurvey,
    'PUT /api/years/:year/surveys/:survey/commission': planSurvey,
    'POST /api/years/:year/surveys/:survey/entrust': entrustSurvey,
    'POST /api/years/:year/surveys/:survey/drop': dropSurvey,
    'PUT /api/years/:year/surveys/:survey/questionnaire': saveQuestionnaire,
    'GET /api/years/:year/surveys/:survey/frame': viewFrame,
    'GET /api/years/:year/surveys/:survey/frame/template.xlsx': writeFrameTemplate,
    'POST /api/years/:year/surveys/:survey/frame': uploadFrame,
    'POST /api/years/:year/surveys/:survey/frame/:import/keep': keepFrame,
    'POST /api/years/:year/surveys/:survey/frame/:import/drop': dropFrame,
    'POST /api/years/:year/surveys/:survey/draw': drawSample,
    'GET /api/years/:year/surveys/:survey/draw.txt': writeDrawRecord,
    'POST /api/years/:year/surveys/:survey/reserve': releaseReserve,
    'GET /api/years/:year/surveys/:survey/progress': viewProgress,
    'GET /api/years/:year/surveys/:survey/calls.xlsx': exportCalls,
    'GET /api/years/:year/surveys/:survey/cases': listSurveyCases,
    'POST /api/years/:year/surveys/:survey/cases/:case/again': askAgain,
    'GET /api/years/:year/surveys/:survey/call-backs': listCallBacks,
    'POST /api/years/:year/surveys/:survey/call-backs/:case': recordCallBack,
    'POST /api/years/:year/surveys/:survey/end': endUnits,
    'POST /api/years/:year/surveys/:survey/close': closeSurvey,
    'POST /api/years/:year/surveys/:survey/separate': separateAnswers,
    'POST /api/years/:year/surveys/:survey/hand-over': handOverSurvey,
    'POST /api/years/:year/surveys/:survey/accept': acceptSurvey,
    'POST /api/years/:year/surveys/:survey/return': returnSurvey,
    'POST /api/years/:year/surveys/:survey/take-back': takeBackSurvey,
    'GET /api/years/:year/surveys/:survey/erasure': viewErasure,
    'POST /api/years/:year/surveys/:survey/erasure': eraseNumbers,
  })
}
