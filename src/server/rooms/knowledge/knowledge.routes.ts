import type { FastifyInstance } from 'fastify'
import { knowledgeRoutes } from '../../../contract/knowledge/knowledgeRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { exportBank, readBankFile } from './bankList.ts'
import { correctAnswer, tryAnswer, tryVoid, voidQuestion } from './correctAnswer.ts'
import { addQuestion, editQuestion, importQuestions, retireQuestion } from './editBank.ts'
import { closeTest, makePapers, openTest, papersOfDraw, voidPaper } from './holdExam.ts'
import { keyPaper } from './keyPaper.ts'
import { saveSitting, startSitting, viewSitting } from './sitExam.ts'
import { viewBank } from './presentBank.ts'
import { viewSheets, viewTest, viewTests } from './viewTests.ts'

/** Registers the routes for knowledge tests (基本知识测试). */
export function serveKnowledge(app: FastifyInstance): void {
  serveRoutes(app, knowledgeRoutes, {
    'GET /api/questions': viewBank,
    'POST /api/questions': addQuestion,
    'PUT /api/questions/:question': editQuestion,
    'POST /api/questions/:question/retire': retireQuestion,
    'GET /api/questions.xlsx': exportBank,
    'POST /api/questions/preview': readBankFile,
    'POST /api/questions/import': importQuestions,
    'POST /api/questions/:question/answer': correctAnswer,
    'POST /api/questions/:question/answer-trial': tryAnswer,
    'POST /api/questions/:question/void': voidQuestion,
    'POST /api/questions/:question/void-trial': tryVoid,
    'GET /api/years/:year/tests': viewTests,
    'POST /api/years/:year/tests': openTest,
    'GET /api/years/:year/tests/:test': viewTest,
    'POST /api/years/:year/tests/:test/papers': makePapers,
    'POST /api/years/:year/tests/:test/papers-of-draw': papersOfDraw,
    'GET /api/years/:year/tests/:test/sheets': viewSheets,
    'POST /api/years/:year/tests/:test/papers/:paper/keyed': keyPaper,
    'POST /api/years/:year/tests/:test/papers/:paper/void': voidPaper,
    'POST /api/years/:year/tests/:test/close': closeTest,
    'GET /api/sittings/:code': viewSitting,
    'POST /api/sittings/:code/start': startSitting,
    'POST /api/sittings/:code/answers': saveSitting,
  })
}
