import { z } from 'zod'
import { recordParam, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { namedSchema } from '../shape/fieldSchemas.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import {
  answerFields,
  checkFields,
  claimFields,
  dropFields,
  extensionAnswerFields,
  extensionFields,
  objectFields,
  planFields,
  problemFields,
  progressFields,
  reviewFields,
  sendFields,
  vetFields,
} from './rectifyFields.ts'
import {
  chosenProblems,
  countAnswer,
  evidenceParts,
  problemAnswer,
  problemRow,
  proposalPart,
  sumPart,
} from './rectifyParts.ts'

const years = z.strictObject({ year: yearParam })
const ofUnit = z.strictObject({ year: yearParam, unit: unitParam })
const ofProblem = ofUnit.extend({ problem: recordParam })
const revised = { revision: revisionField }
const bodyField = z.string().min(1).max(100)
const rowField = z.string().min(1).max(100).optional()

/** The mark of what the list showed; refused where it is another by now. */
const markField = z.string().max(64).optional()

/** Routes for feedback and rectification: proposals, problems, their review, plans, checks and boards. */
export const rectifyRoutes = defineRoutes({
  'GET /api/years/:year/problem-proposals': {
    summary: '由封存的结果提出的问题，封存前由实地核查情况提出，尚未列入清单的',
    admits: 'draftProblems',
    params: years,
    query: z.strictObject({ ...pageQuery }),
    answer: z.strictObject({
      year: z.int(),
      /** Whether they come from a sealed result, and not from inspections alone. */
      isSealed: z.boolean(),
      proposals: z.array(proposalPart),
      paging: pagingSchema.optional(),
    }),
  },
  'POST /api/years/:year/problem-proposals/take': {
    summary: '把提出的问题列入清单，成为草稿',
    admits: 'draftProblems',
    bodyKilobytes: 2048,
    params: years,
    body: z.strictObject({
      /** Chosen ones, as unit and key; all where it is left out. */
      chosen: z
        .array(z.strictObject({ unit: unitParam, key: z.string().min(1).max(300) }))
        .min(1)
        .max(20_000)
        .optional(),
      /** Only those that the list shows: with what it was searched for and filtered by. */
      search: pageQuery.search,
      filter: z.record(z.string(), z.array(z.string())).optional(),
    }),
    answer: countAnswer,
  },
  'GET /api/years/:year/problems': {
    summary: '问题清单：状态、时限、审核和逾期情况',
    admits: 'readProblems',
    params: years,
    query: z.strictObject({ ...pageQuery }),
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      /** The bodies that review problems before they are sent, with how many drafts the reader may review for each, and their mark. */
      bodies: z.array(namedSchema.extend({ waiting: z.int(), mark: z.string() })),
      /** The problems that wait to be sent, and their mark. */
      toSend: z.strictObject({ count: z.int(), mark: z.string() }),
      /** Why nobody can review the drafts: there is no other account. */
      whyNoReview: z.string().optional(),
      /** Problems of the reader's own units whose receipt is to be confirmed, and whose plans are to be handed in. */
      own: z.strictObject({ unread: z.int(), unplanned: z.int() }),
      problems: z.array(problemRow),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/years/:year/problem-board': {
    summary: '整改情况：按状态的看板，按单位、牵头单位和评分细则的汇总，历年对比',
    admits: 'readProblems',
    params: years,
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      /** Days on which open problems are due, with the first few of each. */
      days: z.array(
        z.strictObject({
          day: z.string(),
          count: z.int(),
          overdue: z.int(),
          problems: z.array(problemRow),
        }),
      ),
      /** By where the problems stand, in the words by which the list filters. */
      columns: z.array(z.strictObject({ words: z.string(), count: z.int(), problems: z.array(problemRow) })),
      units: z.array(sumPart),
      leadUnits: z.array(sumPart),
      rows: z.array(sumPart),
      years: z.array(z.strictObject({ year: z.int(), total: z.int(), confirmed: z.int(), again: z.int() })),
    }),
  },
  'GET /api/years/:year/problems.xlsx': {
    summary: '导出问题清单',
    admits: 'readProblems',
    params: years,
    file: true,
  },
  'POST /api/years/:year/units/:unit/problems': {
    summary: '为一个单位列入一个问题',
    admits: 'draftProblems',
    params: ofUnit,
    body: z.strictObject({ ...shapeOf(problemFields), row: rowField }),
    answer: problemAnswer,
  },
  'GET /api/years/:year/units/:unit/problems/:problem': {
    summary: '一个问题：整改方案、经过和可以办理的事项',
    admits: 'readProblems',
    params: ofProblem,
    answer: problemAnswer,
  },
  'PUT /api/years/:year/units/:unit/problems/:problem': {
    summary: '改写一个问题，审核意见随之作废',
    admits: 'draftProblems',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(problemFields), row: rowField, ...revised }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/:problem/drop': {
    summary: '下发前撤下一个问题',
    admits: 'draftProblems',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(dropFields), ...revised }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/merge': {
    summary: '把同一单位的几个草稿合并为一个问题',
    admits: 'draftProblems',
    params: ofUnit,
    body: z.strictObject({
      ...shapeOf(problemFields),
      problems: z.array(recordParam).min(2).max(50),
    }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/problems/review': {
    summary: '以一个部门的名义审核拟稿的问题',
    admits: 'reviewProblems',
    bodyKilobytes: 2048,
    params: years,
    body: z.strictObject({
      ...shapeOf(reviewFields),
      body: bodyField,
      problems: chosenProblems,
      mark: markField,
      /** Of a single one that is chosen: the revision that was seen. */
      revision: revisionField.optional(),
    }),
    answer: countAnswer,
  },
  'POST /api/years/:year/problems/send': {
    summary: '向各单位一次下发审核完的问题',
    admits: 'draftProblems',
    params: years,
    body: z.strictObject({ ...shapeOf(sendFields), mark: markField }),
    answer: countAnswer,
  },
  'POST /api/years/:year/look-back': {
    summary: '把上年度下发的问题列入本年度的自查与整改（回头看），已列的不重复',
    admits: 'draftProblems',
    params: years,
    body: z.strictObject({}),
    answer: countAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/receive': {
    summary: '确认收到问题清单',
    admits: 'rectify',
    params: ofUnit,
    body: z.strictObject({}),
    answer: countAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/:problem/object': {
    summary: '对一个问题提出异议',
    admits: 'rectify',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(objectFields), ...revised }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/:problem/answer': {
    summary: '答复对一个问题的异议',
    admits: 'reviewProblems',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(answerFields), ...revised }),
    answer: problemAnswer,
  },
  'PUT /api/years/:year/units/:unit/problems/:problem/plan': {
    summary: '填写一个问题的整改方案',
    admits: 'rectify',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(planFields), ...revised }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/hand-in': {
    summary: '上报本单位写好的整改方案',
    admits: 'rectify',
    params: ofUnit,
    body: z.strictObject({}),
    answer: countAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/vet': {
    summary: '审核一个单位上报的整改方案',
    admits: 'vetPlans',
    params: ofUnit,
    body: z.strictObject({
      ...shapeOf(vetFields),
      body: bodyField,
      problems: z.array(recordParam).min(1).max(500).optional(),
    }),
    answer: countAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/:problem/progress': {
    summary: '报告一个问题的整改进展',
    admits: 'rectify',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(progressFields), ...evidenceParts, ...revised }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/:problem/extension': {
    summary: '申请延期',
    admits: 'rectify',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(extensionFields), ...revised }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/:problem/extension/answer': {
    summary: '答复延期申请',
    admits: 'vetPlans',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(extensionAnswerFields), ...revised }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/:problem/claim': {
    summary: '报告一个问题整改完成',
    admits: 'rectify',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(claimFields), ...evidenceParts, ...revised }),
    answer: problemAnswer,
  },
  'POST /api/years/:year/units/:unit/problems/:problem/check': {
    summary: '复查一个问题的整改：销号或退回',
    admits: 'vetPlans',
    params: ofProblem,
    body: z.strictObject({ ...shapeOf(checkFields), ...revised }),
    answer: problemAnswer,
  },
})
