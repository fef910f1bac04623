import { z } from 'zod'
import { daySchema, pointsSchema } from '../shape/fieldSchemas.ts'
import {
  reasonField,
  recordParam,
  revisionField,
  revisionOrNone,
  unitParam,
  yearParam,
} from '../http/paramSchemas.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { amendFields, leadDutyFields, noFaultsFields, occasionFields } from './routineFields.ts'
import { boardAnswer, boardLine, gradedComponent } from './boardParts.ts'
import { faultInput, faultKind, occasionPart } from './occasionParts.ts'
import { typedText } from '../shape/typedText.ts'

const years = z.strictObject({ year: yearParam })
const ofUnit = z.strictObject({ year: yearParam, unit: unitParam })
const ofBoard = ofUnit.extend({ component: z.string().min(1).max(100) })
const ofRecord = years.extend({ record: recordParam })
const made = z.strictObject({ id: z.uuid() })
const noteField = typedText().max(2000)

/** Routes for routine management: grading boards of lead units, the ledger of meetings and returns, and lead duty. */
export const routineRoutes = defineRoutes({
  'GET /api/years/:year/routine/boards': {
    summary: '各牵头单位的等次评定：状态、名额使用和期限',
    admits: 'readRoutine',
    params: years,
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      due: z.string().optional(),
      components: z.array(gradedComponent),
      boards: z.array(boardLine),
    }),
  },
  'POST /api/years/:year/routine/due': {
    summary: '设定等次评定的上报期限',
    admits: 'receiveBoards',
    params: years,
    body: z.strictObject({ due: daySchema }),
    answer: z.strictObject({ due: z.string() }),
  },
  'GET /api/years/:year/units/:unit/boards/:component': {
    summary: '一个牵头单位的等次评定：所属单位、名额证明、经过',
    admits: 'readRoutine',
    params: ofBoard,
    answer: boardAnswer,
  },
  'GET /api/years/:year/units/:unit/boards/:component/board.xlsx': {
    summary: '导出一个牵头单位的等次评定',
    admits: 'readRoutine',
    params: ofBoard,
    file: true,
  },
  'POST /api/years/:year/units/:unit/boards/:component/grades': {
    summary: '评定等次和理由，几个单位一起改的要么都改，要么都不改',
    admits: 'gradeMembers',
    bodyKilobytes: 1024,
    params: ofBoard,
    body: z.strictObject({
      changes: z
        .array(
          z.strictObject({
            unit: unitParam,
            /** `null` removes the grade; if left out, the grade is kept. */
            grade: z.string().min(1).max(100).nullable().optional(),
            reason: noteField.optional(),
            /** Revision of the member's row; 0 if it has none yet. */
            revision: revisionOrNone,
          }),
        )
        .min(1)
        .max(2000),
    }),
    answer: boardAnswer,
  },
  'POST /api/years/:year/units/:unit/boards/:component/submit': {
    summary: '上报等次评定；退回后没有改动的，须写明理由',
    admits: 'gradeMembers',
    params: ofBoard,
    body: z.strictObject({ revision: revisionField, reason: noteField.default('') }),
    answer: boardAnswer,
  },
  'POST /api/years/:year/units/:unit/boards/:component/accept': {
    summary: '接收等次评定，写入年度',
    admits: 'receiveBoards',
    params: ofBoard,
    body: z.strictObject({ revision: revisionField }),
    answer: boardAnswer,
  },
  'POST /api/years/:year/units/:unit/boards/:component/return': {
    summary: '退回等次评定，已写入的等次随之撤回',
    admits: 'receiveBoards',
    params: ofBoard,
    body: z.strictObject({ revision: revisionField, reason: reasonField }),
    answer: boardAnswer,
  },
  'GET /api/years/:year/units/:unit/grade': {
    summary: '本单位的日常管理等次，结果公布后可见',
    admits: 'readRoutine',
    params: ofUnit,
    answer: z.strictObject({
      released: z.boolean(),
      grades: z.array(
        z.strictObject({
          component: z.string(),
          name: z.string(),
          citation: z.string(),
          gradeName: z.string(),
          reason: z.string().optional(),
        }),
      ),
    }),
  },
  'GET /api/years/:year/routine/ledger': {
    summary: '会议和报送台账：逐次登记、各单位次数和扣分',
    admits: 'readRoutine',
    params: years,
    /** By page: the units by page, and with the first page the latest occasions; `occasions=all` brings all of them. */
    query: z.strictObject({ ...pageQuery, occasions: z.literal('all').optional() }),
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      faults: z.array(faultKind),
      /** The scheme's rulings on ledger scoring (台账计分, R6) and double counting (R17). */
      rulings: z.array(z.strictObject({ id: z.string(), citation: z.string(), text: z.string() })),
      occasions: z.array(occasionPart),
      /** Number of occasions, and of their records in force. */
      held: z.int(),
      recorded: z.int(),
      units: z.array(
        z.strictObject({
          unit: z.string(),
          unitName: z.string(),
          tierName: z.string(),
          leadUnitName: z.string().optional(),
          /** Whether this ledger scores it; others are scored by the annex alone. */
          byLedger: z.boolean(),
          mayRecord: z.boolean(),
          counts: z.array(z.strictObject({ counter: z.string(), count: z.int() })),
          /** What the ledger deducts by R6, and what is left; only for those who work on the year: either tells the score. */
          deduction: pointsSchema.optional(),
          score: pointsSchema.optional(),
        }),
      ),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/years/:year/routine/ledger.xlsx': {
    summary: '导出会议和报送台账',
    admits: 'readRoutine',
    params: years,
    file: true,
  },
  'POST /api/years/:year/units/:unit/no-faults': {
    summary: '登记某单位没有缺席和迟报、漏报、错报',
    admits: 'recordRoutine',
    params: ofUnit,
    body: z.strictObject(shapeOf(noFaultsFields)),
    answer: z.strictObject({ revision: z.int() }),
  },
  'POST /api/years/:year/routine/occasions': {
    summary: '登记一次会议或报送，几个单位一起登记',
    admits: 'recordRoutine',
    bodyKilobytes: 1024,
    params: years,
    body: z.strictObject({
      ...shapeOf(occasionFields),
      records: z.array(faultInput).max(2000),
    }),
    answer: made,
  },
  'POST /api/years/:year/routine/occasions/:occasion/records': {
    summary: '在已登记的会议或报送中补登单位',
    admits: 'recordRoutine',
    bodyKilobytes: 1024,
    params: years.extend({ occasion: recordParam }),
    body: z.strictObject({ records: z.array(faultInput).min(1).max(2000) }),
    answer: made,
  },
  'POST /api/years/:year/routine/records/:record/correct': {
    summary: '更正一条记录：新的代替旧的，旧的保留可查',
    admits: 'recordRoutine',
    params: ofRecord,
    body: z.strictObject({
      counter: z.string().min(1).max(100),
      ...shapeOf({ note: amendFields.note, reason: amendFields.reason }),
      revision: revisionField,
    }),
    answer: made,
  },
  'POST /api/years/:year/routine/records/:record/withdraw': {
    summary: '撤回一条记录',
    admits: 'recordRoutine',
    params: ofRecord,
    body: z.strictObject({ reason: reasonField, revision: revisionField }),
    answer: made,
  },
  'GET /api/years/:year/routine/dualDebriefs': {
    summary: '各单位“双述双评”的次数和日期，来自台账',
    admits: 'readRoutine',
    params: years,
    answer: z.strictObject({
      citation: z.string().optional(),
      units: z.array(
        z.strictObject({
          unit: z.string(),
          unitName: z.string(),
          leadUnitName: z.string().optional(),
          dates: z.array(z.string()),
          participants: z.int().optional(),
        }),
      ),
    }),
  },
  'GET /api/years/:year/routine/leadDuty': {
    summary: '牵头职责：可扣的标准和已登记的扣分',
    admits: 'readRoutine',
    params: years,
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      rules: z.array(
        z.strictObject({
          row: z.string(),
          rule: z.string(),
          title: z.string(),
          text: z.string(),
          citation: z.string(),
          least: pointsSchema,
          most: pointsSchema,
          step: pointsSchema,
          /** The most that all deductions of a unit may take together. */
          cap: pointsSchema.optional(),
          rulings: z.array(z.strictObject({ id: z.string(), text: z.string() })),
        }),
      ),
      units: z.array(z.strictObject({ unit: z.string(), unitName: z.string() })),
      records: z.array(
        z.strictObject({
          id: z.uuid(),
          unit: z.string(),
          unitName: z.string(),
          row: z.string(),
          rule: z.string(),
          text: z.string(),
          citation: z.string(),
          amount: pointsSchema,
          reason: z.string(),
          /** The signs it cites, as they were worded then. */
          cited: z.array(z.string()),
          objection: z.string().optional(),
          answer: z.string().optional(),
          upheld: z.boolean().optional(),
          foundOn: z.string(),
          by: z.string(),
          at: z.string(),
          revision: z.int(),
          withdrawn: z.strictObject({ by: z.string(), at: z.string(), why: z.string() }).optional(),
        }),
      ),
    }),
  },
  'POST /api/years/:year/routine/leadDuty': {
    summary: '登记牵头职责的扣分',
    admits: 'recordLeadDuty',
    params: years,
    body: z.strictObject({
      unit: unitParam,
      row: z.string().min(1).max(100),
      rule: z.string().min(1).max(100),
      amount: pointsSchema,
      cited: z.array(z.string().min(1).max(1000)).max(20).default([]),
      ...shapeOf(leadDutyFields),
    }),
    answer: made,
  },
  'POST /api/years/:year/routine/leadDuty/:record/withdraw': {
    summary: '撤回牵头职责的扣分',
    admits: 'recordLeadDuty',
    params: ofRecord,
    body: z.strictObject({ reason: reasonField, revision: revisionField }),
    answer: made,
  },
})
