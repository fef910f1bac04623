import type { FastifyInstance } from 'fastify'
import { analysisRoutes } from '../../../../contract/survey/analysisRoutes.ts'
import { serveRoutes } from '../../../platform/http/serveRoutes.ts'
import { exportAnalysis } from './exportAnalysis.ts'
import { viewAnalysis, viewOpenAnswers, makeSurveyReport } from './viewAnalysis.ts'

/** Registers the routes for the analysis of surveys (民意调查分析). */
export function serveSurveyAnalysis(app: FastifyInstance): void {
  serveRoutes(app, analysisRoutes, {
    'GET /api/years/:year/surveys/:survey/analysis': viewAnalysis,
    'GET /api/years/:year/surveys/:survey/open-answers': viewOpenAnswers,
    'GET /api/years/:year/surveys/:survey/results.xlsx': exportAnalysis,
    'POST /api/years/:year/surveys/:survey/report': makeSurveyReport,
  })
}
