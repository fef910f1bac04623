import { z } from 'zod'
import { quarterSchema } from '../shape/fieldSchemas.ts'
import { reasonField, recordParam, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { listRoute } from '../shape/listImport.ts'
import { defineRoutes } from '../http/route.ts'
import {
  assignmentFields,
  inspectorFields,
  proposalFields,
  roundFields,
  visitFields,
} from './roundsFields.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { typedText } from '../shape/typedText.ts'

const year = z.strictObject({ year: yearParam })
const oneRound = z.strictObject({ year: yearParam, round: recordParam })
const oneAssignment = z.strictObject({ year: yearParam, round: recordParam, assignment: recordParam })
const revisionQuery = z.strictObject({
  revision: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** Editable parts of an inspector. */
const inspectorParts = {
  account: z.string().min(1).max(100).optional(),
  ...shapeOf(inspectorFields),
}

/** An inspector, with their work this year. */
const inspectorPart = z.strictObject({
  id: z.string(),
  name: z.string(),
  account: z.string().optional(),
  username: z.string().optional(),
  homeUnit: z.string().optional(),
  homeName: z.string().optional(),
  leadGroup: z.string().optional(),
  leadGroupName: z.string().optional(),
  active: z.boolean(),
  /** Assignments of this year, and how many are done. */
  assigned: z.int(),
  done: z.int(),
  revision: z.int(),
})

/** State of a round: drafted 拟定, issued 已下达, running 进行中 (issued, and its first day has come), ended 已结束. */
const roundState = z.enum(['drafted', 'issued', 'running', 'ended'])

/** An inspection round (核查轮次) and its progress. */
export const roundPart = z.strictObject({
  id: z.string(),
  year: z.int(),
  quarter: quarterSchema,
  name: z.string(),
  from: z.string(),
  to: z.string(),
  state: roundState,
  teamSize: z.int(),
  perDay: z.int(),
  overlap: z.int(),
  /** Whether it is an extra one for the units under key supervision. */
  supervised: z.boolean(),
  seed: z.string(),
  planned: z.int(),
  done: z.int(),
  late: z.int(),
  issuedBy: z.string().optional(),
  issuedAt: z.string().optional(),
  revision: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
})

const person = z.strictObject({ id: z.string(), name: z.string() })

/** An assignment: one unit, its inspectors and the day. `late`: not done and its day has passed. */
export const assignmentPart = z.strictObject({
  id: z.string(),
  /** Absent for a lead unit's own inspection. */
  round: z.string().optional(),
  roundName: z.string().optional(),
  quarter: quarterSchema,
  by: z.enum(['committee', 'leadUnit']),
  leadUnit: z.string().optional(),
  leadName: z.string().optional(),
  unit: z.string(),
  unitName: z.string(),
  team: z.int().optional(),
  inspectors: z.array(person),
  plannedOn: z.string().optional(),
  state: z.enum(['planned', 'done', 'cancelled']),
  doneOn: z.string().optional(),
  late: z.boolean(),
  note: z.string(),
  revision: z.int(),
})

/** A fault of a plan; a blocking one must be corrected before the plan is issued. */
const planFault = z.strictObject({
  kind: z.string(),
  blocks: z.boolean(),
  sentence: z.string(),
  assignment: z.string().optional(),
  unit: z.string().optional(),
  inspector: z.string().optional(),
  day: z.string().optional(),
})

/** A whole round: its plan with the faults, and the inspectors and units available for it. */
const planAnswer = z.strictObject({
  round: roundPart,
  /** Why it cannot be changed now. */
  closed: z.string().optional(),
  assignments: z.array(assignmentPart),
  faults: z.array(planFault),
  inspectors: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      active: z.boolean(),
      homeName: z.string().optional(),
      units: z.int(),
      /** Lead units (牵头单位) whose units they may not inspect. */
      barred: z.array(z.string()),
    }),
  ),
  units: z.array(
    z.strictObject({ id: z.string(), name: z.string(), group: z.string(), groupName: z.string() }),
  ),
  /** Working days of the window. */
  days: z.array(z.string()),
})

const assignmentParts = { ...shapeOf(assignmentFields), inspectors: z.array(recordParam).max(10) }

/** Routes for inspection rounds: inspectors, rounds, plans, and each inspector's work. */
export const roundsRoutes = defineRoutes({
  'GET /api/years/:year/inspectors': {
    summary: '核查人员，及可以选用的核查账号',
    admits: 'readRounds',
    params: year,
    answer: z.strictObject({
      inspectors: z.array(inspectorPart),
      /** Accounts with the inspector role (核查组) not yet linked to an inspector. */
      accounts: z.array(z.strictObject({ id: z.string(), username: z.string(), name: z.string() })),
    }),
  },
  'POST /api/years/:year/inspectors': {
    summary: '增加核查人员',
    admits: 'planRounds',
    bodyKilobytes: 1024,
    params: year,
    body: z.strictObject({ inspectors: z.array(z.strictObject(inspectorParts)).min(1).max(500) }),
    answer: z.strictObject({ added: z.array(person) }),
  },
  'PUT /api/years/:year/inspectors/:inspector': {
    summary: '修改核查人员',
    admits: 'planRounds',
    params: z.strictObject({ year: yearParam, inspector: recordParam }),
    body: z.strictObject({ revision: revisionField, ...inspectorParts, active: z.boolean() }),
    answer: z.strictObject({ id: z.string(), revision: z.int() }),
  },
  'POST /api/years/:year/inspectors/workbook': listRoute({
    summary: '由工作簿导入核查人员：先查验，再写入',
    admits: 'planRounds',
    params: year,
    accepted: { name: z.string(), homeName: z.string(), username: z.string() },
  }),
  'GET /api/years/:year/inspectors.xlsx': {
    summary: '核查人员名单（也是导入用的模板）',
    admits: 'planRounds',
    params: year,
    file: true,
  },
  'GET /api/years/:year/rounds': {
    summary: '核查轮次及其进度',
    admits: 'readRounds',
    params: year,
    answer: z.strictObject({
      year: z.int(),
      rounds: z.array(roundPart),
      inspectors: z.int(),
      units: z.int(),
      /** The units under key supervision this year, for those who plan. */
      supervised: z.array(z.string()),
    }),
  },
  'POST /api/years/:year/rounds': {
    summary: '拟定一个核查轮次',
    admits: 'planRounds',
    params: year,
    body: z.strictObject({
      quarter: quarterSchema,
      supervised: z.boolean().default(false),
      ...shapeOf(roundFields),
    }),
    answer: roundPart,
  },
  'PUT /api/years/:year/rounds/:round': {
    summary: '修改核查轮次的名称和起止日期',
    admits: 'planRounds',
    params: oneRound,
    body: z.strictObject({ revision: revisionField, ...shapeOf(roundFields) }),
    answer: roundPart,
  },
  'DELETE /api/years/:year/rounds/:round': {
    summary: '删去未下达的核查轮次',
    admits: 'planRounds',
    params: oneRound,
    query: revisionQuery,
    answer: z.strictObject({ round: z.string() }),
  },
  'GET /api/years/:year/rounds/:round': {
    summary: '一轮核查的安排及其中的问题',
    admits: 'readRounds',
    params: oneRound,
    answer: planAnswer,
  },
  'POST /api/years/:year/rounds/:round/proposal': {
    summary: '由程序拟出一轮核查的安排',
    admits: 'planRounds',
    bodyKilobytes: 256,
    params: oneRound,
    body: z.strictObject({
      revision: revisionField,
      ...shapeOf(proposalFields),
      seed: typedText().max(proposalFields.seed.max).describe(proposalFields.seed.label),
      /** Restricts it to these lead units and their members; all if left out. */
      groups: z.array(z.string().min(1).max(100)).max(500).optional(),
    }),
    answer: z.strictObject({ placed: z.int(), unplaced: z.int(), faults: z.int(), revision: z.int() }),
  },
  'POST /api/years/:year/rounds/:round/assignments': {
    summary: '核查安排增加一个单位',
    admits: 'planRounds',
    params: oneRound,
    body: z.strictObject({ unit: unitParam, ...assignmentParts }),
    answer: assignmentPart,
  },
  'PUT /api/years/:year/rounds/:round/assignments/:assignment': {
    summary: '修改一项核查安排：人员、组别和日期',
    admits: 'planRounds',
    params: oneAssignment,
    body: z.strictObject({ revision: revisionField, ...assignmentParts }),
    answer: assignmentPart,
  },
  'DELETE /api/years/:year/rounds/:round/assignments/:assignment': {
    summary: '撤去一项核查安排',
    admits: 'planRounds',
    params: oneAssignment,
    query: revisionQuery,
    answer: z.strictObject({ assignment: z.string() }),
  },
  'POST /api/years/:year/rounds/:round/issue': {
    summary: '下达核查安排',
    admits: 'planRounds',
    params: oneRound,
    body: z.strictObject({ revision: revisionField }),
    answer: roundPart,
  },
  'POST /api/years/:year/rounds/:round/end': {
    summary: '结束核查轮次',
    admits: 'planRounds',
    params: oneRound,
    body: z.strictObject({ revision: revisionField, reason: typedText().max(2000).default('') }),
    answer: roundPart,
  },
  'POST /api/years/:year/rounds/:round/reopen': {
    summary: '重新打开核查轮次：已下达的退回拟定，已结束的恢复进行',
    admits: 'planRounds',
    params: oneRound,
    body: z.strictObject({ revision: revisionField, reason: reasonField }),
    answer: roundPart,
  },
  'GET /api/years/:year/assignments': {
    summary: '核查安排：限本人可见的单位；mine 为本人承担的',
    admits: 'readRounds',
    params: year,
    query: z.strictObject({ mine: z.literal('yes').optional() }),
    answer: z.strictObject({ assignments: z.array(assignmentPart) }),
  },
  'POST /api/years/:year/units/:unit/lead-inspections': {
    summary: '牵头单位安排对成员单位的核查',
    admits: 'planLeadInspections',
    params: z.strictObject({ year: yearParam, unit: unitParam }),
    body: z.strictObject(shapeOf(visitFields)),
    answer: assignmentPart,
  },
  'DELETE /api/years/:year/units/:unit/lead-inspections/:assignment': {
    summary: '撤去牵头单位的一项核查',
    admits: 'planLeadInspections',
    params: z.strictObject({ year: yearParam, unit: unitParam, assignment: recordParam }),
    query: revisionQuery,
    answer: z.strictObject({ assignment: z.string() }),
  },
})
