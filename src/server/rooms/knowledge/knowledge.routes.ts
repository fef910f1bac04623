import type { FastifyInstance } from 'fastify'
import { knowledgeRoutes } from '../../../contract/knowledge/knowledgeRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { exportBank, readBankFile } from './bankFile.ts'
import { correctAnswer, tryAnswer } from './correctAnswer.ts'
import { addQuestion, editQuestion, importQuestions, retireQuestion } from './editBank.ts'
import { closeTest, makePapers, openTest, papersOfDraw, voidPaper } from './holdTest.ts'
import { keyPaper } from './keyPaper.ts'
import { saveSitting, startSitting, viewSitting } from './sitTest.ts'
import { viewBank } from './presentBank.ts'
import { viewSheets, viewTest, viewTests } from './viewTests.ts'

/** 基本知识测试的接口. */
export function serveKnowledge(app: FastifyInstance): void {
  serveRoutes(app, knowledgeRoutes, {
    'GET /api/questions': ({ context }) => viewBank(context.db),
    'POST /api/questions': ({ context, actor, change, body }) => addQuestion(context, actor, change, body),
    'PUT /api/questions/:question': ({ context, actor, change, params, body }) =>
      editQuestion(context, actor, change, params.question, body),
    'POST /api/questions/:question/retire': ({ context, actor, change, params, body }) =>
      retireQuestion(context, actor, change, params.question, body),
    'GET /api/questions.xlsx': ({ context }) => exportBank(context),
    'POST /api/questions/preview': ({ raw }) =>
      readBankFile(raw.body instanceof Uint8Array ? new Uint8Array(raw.body) : new Uint8Array()),
    'POST /api/questions/import': ({ context, actor, change, body }) =>
      importQuestions(context, actor, change, body.questions),
    'POST /api/questions/:question/answer': ({ context, actor, change, params, body }) =>
      correctAnswer(context, actor, change, params.question, body),
    'POST /api/questions/:question/answer-trial': ({ context, params, body }) =>
      tryAnswer(context, params.question, body.answer),
    'GET /api/years/:year/tests': ({ context, reach, params }) => viewTests(context, reach, params.year),
    'POST /api/years/:year/tests': ({ context, actor, change, params, body }) =>
      openTest(context, actor, change, params.year, body),
    'GET /api/years/:year/tests/:test': ({ context, actor, reach, params }) =>
      viewTest(context, actor, reach, params.year, params.test),
    'POST /api/years/:year/tests/:test/papers': ({ context, change, params, body }) =>
      makePapers(context, change, params, body.units),
    'POST /api/years/:year/tests/:test/papers-of-draw': ({ context, change, params }) =>
      papersOfDraw(context, change, params),
    'GET /api/years/:year/tests/:test/sheets': ({ context, params, query }) =>
      viewSheets(context, params.year, params.test, query.unit),
    'POST /api/years/:year/tests/:test/papers/:paper/keyed': ({ context, actor, change, params, body }) =>
      keyPaper(context, actor, change, params, body.answers),
    'POST /api/years/:year/tests/:test/papers/:paper/void': ({ change, params, body }) =>
      voidPaper(change, params, body.reason),
    'POST /api/years/:year/tests/:test/close': ({ context, actor, change, params }) =>
      closeTest(context, actor, change, params),
    'GET /api/sittings/:code': ({ context, params }) => viewSitting(context, params.code),
    'POST /api/sittings/:code/start': ({ context, change, params }) =>
      startSitting(context, change, params.code),
    'POST /api/sittings/:code/answers': ({ context, change, params, body }) =>
      saveSitting(context, change, params.code, body),
  })
}
