import { z } from 'zod'
import {
  numberParam,
  reasonField,
  recordParam,
  revisionField,
  unitParam,
  yearParam,
} from '../http/paramSchemas.ts'
import { yearChanges } from './yearChangesSchema.ts'
import { applyBody, changesBody, enteredFact } from './changesSchema.ts'
import { firmnessSchema } from './firmnessSchema.ts'
import { comparisonSchema } from './comparisonSchema.ts'
import { clauseSchema, explanationSchema } from './explanationSchema.ts'
import { rankingSchema } from './rankingSchema.ts'
import { daySchema } from '../shape/fieldSchemas.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { approvalFields, sealFields } from './sealFields.ts'
import { mendPart, sealChecks, sealPart, sealsSchema } from './sealSchema.ts'
import { unitResultSchema } from './unitResultSchema.ts'
import { pageQuery } from '../lists/pageSchema.ts'
import { defineRoutes } from '../http/route.ts'

const year = z.strictObject({ year: yearParam })
const yearUnit = z.strictObject({ year: yearParam, unit: unitParam })
const yearFact = z.strictObject({ year: yearParam, fact: recordParam })
const yearSeal = z.strictObject({ year: yearParam, number: numberParam })

/** One entered fact in its current state. */
const factPart = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['findings', 'decisions', 'vetoes', 'annualGrades']),
  unit: z.string().optional(),
  unitName: z.string().optional(),
  fact: enteredFact,
  sentence: z.string(),
  revision: z.int(),
  enteredBy: z.string(),
  enteredAt: z.string(),
  source: z.string(),
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.string().optional(),
})

/** A matter that the committee has to decide, or to look into where `decide` is `look`. */
const matterPart = z.strictObject({
  id: z.string(),
  decide: z.enum(['bands', 'place', 'score', 'noFaults', 'look']),
  text: z.string(),
  citation: z.string(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
  component: z.string().optional(),
  ranking: z.string().optional(),
  /** The places that a tie takes, or the full mark of a component. */
  least: z.number().optional(),
  most: z.number().optional(),
  /** Where it is put right instead. */
  mend: mendPart.optional(),
})

/** Routes for results: ranking, one unit, explanation, what-if, facts by hand, seal, approval, correction and release. */
export const resultsRoutes = defineRoutes({
  'GET /api/years/:year/ranking': {
    summary: '排名表；asOf 为某日时按当日终了的情形',
    admits: 'readRanking',
    params: year,
    query: z.strictObject({ ...pageQuery, asOf: daySchema.optional() }),
    answer: rankingSchema,
  },
  'GET /api/years/:year/units/:unit/result': {
    summary: '一个单位的得分、失分、历年和结果运用',
    admits: 'readUnitResult',
    params: yearUnit,
    query: z.strictObject({ asOf: daySchema.optional() }),
    answer: unitResultSchema,
  },
  'GET /api/years/:year/units/:unit/explanation': {
    summary: '得分说明：由结果到条款、口径和核查情况；path 打开某一节点，row 打开某一行',
    admits: 'readUnitResult',
    params: yearUnit,
    query: z.strictObject({
      path: z.string().max(500).optional(),
      row: z.string().max(100).optional(),
      asOf: daySchema.optional(),
      depth: z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number)
        .optional(),
    }),
    answer: explanationSchema,
  },
  'GET /api/years/:year/clauses': {
    summary: '条款的内容；citation 为条款引用',
    admits: 'readScheme',
    params: year,
    query: z.strictObject({ citation: z.string().min(1).max(50) }),
    answer: clauseSchema,
  },

  'GET /api/years/:year/changes': {
    summary: '两天之间的变化：结果怎样变，以及变化由哪些留痕引起',
    admits: 'readSeals',
    params: year,
    query: z.strictObject({ from: daySchema, to: daySchema.optional() }),
    answer: yearChanges,
  },

  'GET /api/years/:year/firmness': {
    summary: '名次稳固程度：调查答卷和测评票重抽、口径和权重另作答时名次怎样变',
    admits: 'readFirmness',
    params: year,
    answer: firmnessSchema,
  },
  'POST /api/years/:year/firmness': {
    summary: '在后台计算名次稳固程度',
    admits: 'computeFirmness',
    params: year,
    body: z.strictObject({}),
    answer: z.strictObject({ job: z.uuid() }),
  },
  'POST /api/years/:year/firmness/shown': {
    summary: '决定单位能否看到自己的名次稳固程度',
    admits: 'showFirmness',
    params: year,
    body: z.strictObject({ shown: z.boolean() }),
    answer: firmnessSchema,
  },
  'GET /api/years/:year/firmness/report.docx': {
    summary: '名次稳固程度研究材料（公文格式）',
    admits: 'readFirmness',
    params: year,
    file: true,
  },

  'POST /api/years/:year/what-if': {
    summary: '试算：改动事实、权重或口径后会怎样，不保存',
    admits: 'tryWhatIf',
    bodyKilobytes: 1024,
    params: year,
    body: changesBody,
    answer: z.strictObject({
      revision: z.int(),
      comparison: comparisonSchema,
      /** The changes themselves, one sentence each. */
      told: z.array(z.string()),
      /** Issues that would arise or be settled. */
      issuesAfter: z.array(z.string()),
      issuesGone: z.array(z.string()),
      /** What writing it would do: change facts at once, or save the scheme as a new draft version. */
      writes: z.strictObject({
        facts: z.int(),
        scheme: z.boolean(),
        mayApply: z.boolean(),
        whyNot: z.string().optional(),
      }),
    }),
    readOnly: true,
  },
  'POST /api/years/:year/what-if/apply': {
    summary: '把试算写入年度：事实立即生效，方案的改动成为新的草案版本',
    admits: 'applyWhatIf',
    bodyKilobytes: 1024,
    params: year,
    body: applyBody,
    answer: z.strictObject({
      revision: z.int(),
      added: z.int(),
      removed: z.int(),
      draft: z.strictObject({ version: z.uuid(), number: z.int(), name: z.string() }).optional(),
    }),
  },

  'GET /api/years/:year/facts': {
    summary: '录入的事实：核查情况、决定、否决事实、年度考核等次建议',
    admits: 'readFacts',
    params: year,
    query: z.strictObject({
      kind: z.enum(['findings', 'decisions', 'vetoes', 'annualGrades']).optional(),
      unit: unitParam.optional(),
      row: z.string().max(100).optional(),
      withdrawn: z.literal('true').optional(),
    }),
    answer: z.strictObject({ revision: z.int(), total: z.int(), facts: z.array(factPart) }),
  },
  'POST /api/years/:year/facts': {
    summary: '录入一条事实',
    admits: 'recordFacts',
    bodyKilobytes: 1024,
    params: year,
    body: z.strictObject({ fact: enteredFact, reason: reasonField.optional() }),
    answer: z.strictObject({ id: z.uuid(), revision: z.int() }),
  },
  'PUT /api/years/:year/facts/:fact': {
    summary: '改正一条事实：旧的撤回，新的代替',
    admits: 'recordFacts',
    bodyKilobytes: 1024,
    params: yearFact,
    body: z.strictObject({ fact: enteredFact, revision: revisionField, reason: reasonField }),
    answer: z.strictObject({ id: z.uuid(), revision: z.int() }),
  },
  'POST /api/years/:year/facts/:fact/withdraw': {
    summary: '撤回一条事实',
    admits: 'recordFacts',
    params: yearFact,
    body: z.strictObject({ revision: revisionField, reason: reasonField }),
    answer: z.strictObject({ id: z.uuid(), revision: z.int() }),
  },

  'GET /api/years/:year/matters': {
    summary: '须研究决定的事项：名次段、并列、缺分等',
    admits: 'readFacts',
    params: year,
    answer: z.strictObject({ revision: z.int(), mayDecide: z.boolean(), matters: z.array(matterPart) }),
  },

  'GET /api/years/:year/seal-checks': {
    summary: '封存前检查',
    admits: 'readSeals',
    params: year,
    answer: sealChecks,
  },
  'GET /api/years/:year/seals': {
    summary: '历次封存、审定和更正',
    admits: 'readSeals',
    params: year,
    answer: sealsSchema,
  },
  'POST /api/years/:year/seals': {
    summary: '封存结果',
    admits: 'sealYear',
    params: year,
    body: z.strictObject({ revision: revisionField, ...shapeOf(sealFields) }),
    answer: sealPart,
  },
  'GET /api/years/:year/seals/:number/differences': {
    summary: '一次封存与前一次（或所指一次）的差别',
    admits: 'readSeals',
    params: yearSeal,
    query: z.strictObject({ against: numberParam.optional() }),
    answer: z.strictObject({
      from: z.int(),
      to: z.int(),
      reason: z.string().optional(),
      comparison: comparisonSchema,
    }),
  },
  'POST /api/years/:year/seals/:number/approve': {
    summary: '审定结果',
    admits: 'approveYear',
    params: yearSeal,
    body: z.strictObject(shapeOf(approvalFields)),
    answer: sealPart,
  },
  'POST /api/years/:year/seals/:number/return': {
    summary: '退回结果，须写理由',
    admits: 'approveYear',
    params: yearSeal,
    body: z.strictObject({ reason: reasonField }),
    answer: sealPart,
  },
  'POST /api/years/:year/corrections': {
    summary: '更正已封存的结果：写明理由后年度可以修改，再次封存为新的一次',
    admits: 'correctYear',
    params: year,
    body: z.strictObject({ reason: reasonField, seal: z.int().min(1) }),
    answer: sealsSchema,
  },
  'POST /api/years/:year/corrections/abandon': {
    summary: '放弃更正，没有改动时才可以',
    admits: 'correctYear',
    params: year,
    body: z.strictObject({ reason: reasonField }),
    answer: sealsSchema,
  },
  'POST /api/years/:year/release': {
    summary: '向单位公布审定的结果',
    admits: 'releaseResults',
    params: year,
    body: z.strictObject({ seal: z.int().min(1) }),
    answer: z.strictObject({ releasedAt: z.string() }),
  },
  'POST /api/years/:year/exports': {
    summary:
      '导出：结果工作簿、结果文件（可用 hengping verify 复算）；asOf 为某日时按当日终了的情形；在后台制作',
    admits: 'exportResults',
    params: year,
    body: z.strictObject({
      kind: z.enum(['workbook', 'results']),
      seal: z.int().min(1).optional(),
      asOf: daySchema.optional(),
    }),
    answer: z.strictObject({ job: z.uuid() }),
  },
})
