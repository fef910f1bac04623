import type { FastifyInstance } from 'fastify'
import { knowledgeRoutes } from '../../../contract/knowledge/knowledgeRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { exportBank, readBankFile } from './bankFile.ts'
import { correctAnswer, tryAnswer } from './correctAnswer.ts'
import { addQuestion, editQuestion, importQuestions, retireQuestion } from './editBank.ts'
import { closeTest, makePapers, openTest, papersOfDraw, voidPaper } from './holdTest.ts'
import { keyPaper } from './keyPaper.ts'
import { saveSitting, startSitting, viewSitting } from './sitTest.ts'
import { viewBank } from './tellBank.ts'
import { viewSheets, viewTest, viewTests } from './viewTests.ts'

/** 基本知识测试的接口. */
export function serveKnowledge(app: FastifyInstance): void {
  serveRoutes(app, knowledgeRoutes, {
    'GET /api/questions': ({ house }) => viewBank(house.db),
    'POST /api/questions': ({ house, actor, change, body }) => addQuestion(house, actor, change, body),
    'PUT /api/questions/:question': ({ house, actor, change, params, body }) =>
      editQuestion(house, actor, change, params.question, body),
    'POST /api/questions/:question/retire': ({ house, actor, change, params, body }) =>
      retireQuestion(house, actor, change, params.question, body),
    'GET /api/questions.xlsx': ({ house }) => exportBank(house),
    'POST /api/questions/preview': ({ raw }) =>
      readBankFile(raw.body instanceof Uint8Array ? new Uint8Array(raw.body) : new Uint8Array()),
    'POST /api/questions/import': ({ house, actor, change, body }) =>
      importQuestions(house, actor, change, body.questions),
    'POST /api/questions/:question/answer': ({ house, actor, change, params, body }) =>
      correctAnswer(house, actor, change, params.question, body),
    'POST /api/questions/:question/answer-trial': ({ house, params, body }) =>
      tryAnswer(house, params.question, body.answer),
    'GET /api/years/:year/tests': ({ house, reach, params }) => viewTests(house, reach, params.year),
    'POST /api/years/:year/tests': ({ house, actor, change, params, body }) =>
      openTest(house, actor, change, params.year, body),
    'GET /api/years/:year/tests/:test': ({ house, actor, reach, params }) =>
      viewTest(house, actor, reach, params.year, params.test),
    'POST /api/years/:year/tests/:test/papers': ({ house, change, params, body }) =>
      makePapers(house, change, params, body.units),
    'POST /api/years/:year/tests/:test/papers-of-draw': ({ house, change, params }) =>
      papersOfDraw(house, change, params),
    'GET /api/years/:year/tests/:test/sheets': ({ house, params, query }) =>
      viewSheets(house, params.year, params.test, query.unit),
    'POST /api/years/:year/tests/:test/papers/:paper/keyed': ({ house, actor, change, params, body }) =>
      keyPaper(house, actor, change, params, body.answers),
    'POST /api/years/:year/tests/:test/papers/:paper/void': ({ change, params, body }) =>
      voidPaper(change, params, body.reason),
    'POST /api/years/:year/tests/:test/close': ({ house, actor, change, params }) =>
      closeTest(house, actor, change, params),
    'GET /api/sittings/:code': ({ house, params }) => viewSitting(house, params.code),
    'POST /api/sittings/:code/start': ({ house, change, params }) => startSitting(house, change, params.code),
    'POST /api/sittings/:code/answers': ({ house, change, params, body }) =>
      saveSitting(house, change, params.code, body),
  })
}
