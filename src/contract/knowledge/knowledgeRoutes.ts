import { z } from 'zod'
import { reasonField, recordParam, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { chosenHeadings, listReading, refusedRow } from '../shape/listImport.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { testFields, paperFields } from './knowledgeFields.ts'
import {
  kind,
  choice,
  voiding,
  counts,
  answers,
  quarter,
  questionBody,
  questionPart,
  testHead,
  paperPart,
  itemPart,
  regradePart,
  sittingPart,
} from './knowledgeParts.ts'
import { typedText } from '../shape/typedText.ts'

const years = z.strictObject({ year: yearParam })
const oneTest = z.strictObject({ year: yearParam, test: recordParam })
const onePaper = z.strictObject({ year: yearParam, test: recordParam, paper: recordParam })
/** Name that a phone gives itself, so that two phones with one slip are told apart. */
const device = typedText().min(1).max(100).optional()
const slip = z.strictObject({ code: z.string().min(4).max(40) })

/** Routes for the knowledge test: question bank, tests, papers, and taking a test by slip without an account. */
export const knowledgeRoutes = defineRoutes({
  'GET /api/questions': {
    summary: '题库',
    admits: 'editQuestions',
    answer: z.strictObject({ questions: z.array(questionPart) }),
  },
  'POST /api/questions': {
    summary: '增加试题',
    admits: 'editQuestions',
    body: questionBody,
    answer: questionPart,
  },
  'PUT /api/questions/:question': {
    summary: '修改试题；答案另有更正',
    admits: 'editQuestions',
    params: z.strictObject({ question: recordParam }),
    body: questionBody
      .omit({ answer: true })
      .extend({ revision: revisionField, reason: typedText().max(500).default('') }),
    answer: questionPart,
  },
  'POST /api/questions/:question/retire': {
    summary: '停用或恢复试题',
    admits: 'editQuestions',
    params: z.strictObject({ question: recordParam }),
    body: z.strictObject({ retired: z.boolean(), revision: revisionField }),
    answer: questionPart,
  },
  'GET /api/questions.xlsx': { summary: '导出题库；导入用同样的格式', admits: 'editQuestions', file: true },
  'POST /api/questions/preview': {
    summary: '读题库工作簿：哪些行能写入，哪些退回及原因',
    admits: 'editQuestions',
    query: z.strictObject({ name: z.string().min(1).max(255), as: chosenHeadings }),
    upload: true,
    readOnly: true,
    answer: listReading(questionBody),
  },
  'POST /api/questions/import': {
    summary: '写入题库：通过的各题',
    admits: 'editQuestions',
    bodyKilobytes: 1024,
    body: z.strictObject({ questions: z.array(questionBody).min(1).max(2000) }),
    answer: z.strictObject({ added: z.int(), refused: z.array(refusedRow) }),
  },
  'POST /api/questions/:question/answer': {
    summary: '更正答案：先看影响（trial），再重新判分',
    admits: 'regradeTests',
    params: z.strictObject({ question: recordParam }),
    body: z.strictObject({ answer: choice.min(1), revision: revisionField, reason: reasonField }),
    answer: regradePart,
  },
  'POST /api/questions/:question/answer-trial': {
    summary: '更正答案的影响，不写入',
    admits: 'regradeTests',
    params: z.strictObject({ question: recordParam }),
    body: z.strictObject({ answer: choice.min(1) }),
    readOnly: true,
    answer: regradePart,
  },
  'POST /api/questions/:question/void': {
    summary: '作废有毛病的试题：全部算对或不计入总题数，或恢复计分；重新判分',
    admits: 'regradeTests',
    params: z.strictObject({ question: recordParam }),
    body: z.strictObject({ how: voiding, revision: revisionField, reason: reasonField }),
    answer: regradePart,
  },
  'POST /api/questions/:question/void-trial': {
    summary: '作废试题的影响，不写入',
    admits: 'regradeTests',
    params: z.strictObject({ question: recordParam }),
    body: z.strictObject({ how: voiding }),
    readOnly: true,
    answer: regradePart,
  },
  'GET /api/years/:year/tests': {
    summary: '本年度的测试',
    admits: 'readKnowledge',
    params: years,
    answer: z.strictObject({ tests: z.array(testHead), bank: counts }),
  },
  'POST /api/years/:year/tests': {
    summary: '组织一次测试',
    admits: 'holdExams',
    params: years,
    body: z.strictObject({
      quarter,
      ...shapeOf(testFields),
      counts,
    }),
    answer: testHead,
  },
  'GET /api/years/:year/tests/:test': {
    summary: '一次测试：各单位的卷、成绩和试题统计',
    admits: 'readKnowledge',
    params: oneTest,
    answer: z.strictObject({ test: testHead, papers: z.array(paperPart), items: z.array(itemPart) }),
  },
  'POST /api/years/:year/tests/:test/papers': {
    summary: '制卷：每人一份，题目各自抽取',
    admits: 'holdExams',
    bodyKilobytes: 1024,
    params: oneTest,
    body: z.strictObject({
      units: z
        .array(
          z.strictObject({
            unit: unitParam,
            people: z.array(typedText().min(1).max(50)).max(30),
            seats: z.int().min(0).max(paperFields.seats.max),
          }),
        )
        .min(1)
        .max(3000),
    }),
    answer: z.strictObject({ made: z.int() }),
  },
  'POST /api/years/:year/tests/:test/papers-of-draw': {
    summary: '按本季度抽签抽中的党员制卷；已有卷的单位不再制',
    admits: 'holdExams',
    params: oneTest,
    body: z.strictObject({}),
    answer: z.strictObject({ made: z.int(), units: z.int() }),
  },
  'GET /api/years/:year/tests/:test/sheets': {
    summary: '纸质卷的题目，供打印',
    admits: 'holdExams',
    params: oneTest,
    query: z.strictObject({ unit: unitParam }),
    answer: z.strictObject({
      papers: z.array(
        z.strictObject({
          id: z.uuid(),
          seat: z.int(),
          person: z.string().optional(),
          code: z.string(),
          questions: z.array(
            z.strictObject({
              id: z.uuid(),
              kind,
              kindName: z.string(),
              stem: z.string(),
              options: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  },
  'POST /api/years/:year/tests/:test/papers/:paper/keyed': {
    summary: '录入纸质卷：两人各录一次，一致才计分',
    admits: 'holdExams',
    params: onePaper,
    body: z.strictObject({ answers }),
    answer: paperPart,
  },
  'POST /api/years/:year/tests/:test/papers/:paper/void': {
    summary: '作废一份卷',
    admits: 'holdExams',
    params: onePaper,
    body: z.strictObject({ reason: reasonField }),
    answer: paperPart,
  },
  'POST /api/years/:year/tests/:test/close': {
    summary: '结束测试，各单位的成绩记入年度',
    admits: 'holdExams',
    params: oneTest,
    body: z.strictObject({}),
    answer: testHead,
  },
  'GET /api/sittings/:code': {
    summary: '答题条对应的卷',
    admits: 'anyone',
    params: slip,
    query: z.strictObject({ device }),
    answer: sittingPart,
  },
  'POST /api/sittings/:code/start': {
    summary: '开始作答；已在别处开始的，改由这部手机接着答',
    admits: 'anyone',
    params: slip,
    body: z.strictObject({ device }),
    answer: sittingPart,
  },
  'POST /api/sittings/:code/answers': {
    summary: '保存作答；`saved` 较旧的不覆盖较新的',
    admits: 'anyone',
    params: slip,
    body: z.strictObject({ answers, saved: z.int().min(1).max(1_000_000), submit: z.boolean(), device }),
    answer: sittingPart,
  },
})
