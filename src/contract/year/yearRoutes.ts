import { z } from 'zod'
import { reasonField, revisionField, yearParam } from '../http/paramSchemas.ts'
import { resultState, schemeVersionPart, unitName } from '../results/resultParts.ts'
import { mendPart } from '../results/sealSchema.ts'
import { defineRoutes } from '../http/route.ts'

/** 年度阶段, in order. */
export const phaseSchema = z.enum([
  'prepared',
  'running',
  'debriefed',
  'scored',
  'sealed',
  'approved',
  'fedBack',
  'rectifying',
  'published',
  'closed',
])

/** 年度的概况. */
const yearHead = z.strictObject({
  year: z.int(),
  phase: phaseSchema,
  phaseName: z.string(),
  revision: z.int(),
  scheme: schemeVersionPart.optional(),
  units: z.int(),
  state: resultState,
  seal: z.int().optional(),
  released: z.boolean(),
})

/** 时间节点: its days from the scheme, counted from today's business day; `days` below zero is over. */
const datePart = z.strictObject({
  id: z.string(),
  name: z.string(),
  citation: z.string(),
  from: z.string().optional(),
  due: z.string(),
  days: z.int(),
  state: z.enum(['ahead', 'open', 'past']),
  components: z.array(z.string()),
  /** 口径 that sets the day. */
  ruling: z.string().optional(),
})

/** 一个系统（或直管单位）在一个分项上的进度. */
const groupProgress = z.strictObject({
  leadUnit: z.string().optional(),
  name: z.string(),
  done: z.int(),
  total: z.int(),
  late: z.boolean(),
  /** the first of those that have no score yet, with the reason. */
  missing: z.array(unitName.extend({ why: z.string() })),
  missingTotal: z.int(),
})

/** 一个分项的进度; `steps` are its dated parts, such as the four inspections. */
const componentProgress = z.strictObject({
  component: z.string(),
  name: z.string(),
  citation: z.string(),
  weight: z.number(),
  due: z.string().optional(),
  days: z.int().optional(),
  done: z.int(),
  total: z.int(),
  /** units without a score after its last date. */
  late: z.int(),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      due: z.string(),
      days: z.int(),
      done: z.int(),
      total: z.int(),
      late: z.int(),
      /** the first of those that are late. */
      lateUnits: z.array(unitName),
    }),
  ),
  groups: z.array(groupProgress),
})

/** 待办: what waits for the one who is signed in. */
const waitingPart = z.strictObject({
  id: z.string(),
  text: z.string(),
  count: z.int(),
  due: z.string().optional(),
  days: z.int().optional(),
  late: z.boolean(),
  mend: mendPart.optional(),
})

const phasePart = z.strictObject({
  phase: phaseSchema,
  name: z.string(),
  state: z.enum(['done', 'now', 'ahead']),
  at: z.string().optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
})

/** 一个年度: where it stands, its dates, how far each component is, and what waits for the reader. */
export const yearSchema = yearHead.extend({
  today: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  phases: z.array(phasePart),
  /** 可去的阶段; `needsReason` when out of order, `whyNot` when it cannot be. */
  moves: z.array(
    z.strictObject({
      to: phaseSchema,
      name: z.string(),
      needsReason: z.boolean(),
      whyNot: z.string().optional(),
    }),
  ),
  timetable: z.array(datePart),
  next: datePart.optional(),
  progress: z.array(componentProgress),
  waiting: z.array(waitingPart),
  /** why nothing can be scored yet. */
  blockers: z.array(z.string()),
  /** newer promulgated versions of the scheme that could be adopted. */
  adoptable: z.array(schemeVersionPart),
})

const year = z.strictObject({ year: yearParam })

/** 年度接口: list, one, open, move, adopt a version. */
export const yearRoutes = defineRoutes({
  'GET /api/years': {
    summary: '各考核年度，最近的在前',
    admits: 'readYear',
    answer: z.strictObject({
      today: z.string(),
      years: z.array(yearHead),
      /** the year to show first. */
      current: z.int().optional(),
      /** promulgated versions that a new year could be opened with. */
      openable: z.array(schemeVersionPart.extend({ cycle: z.int() })),
    }),
  },
  'GET /api/years/:year': {
    summary: '一个年度的阶段、时间节点、进度和待办',
    admits: 'readYear',
    params: year,
    answer: yearSchema,
  },
  'POST /api/years': {
    summary: '开启新的考核年度',
    admits: 'openYear',
    body: z.strictObject({
      year: z.int().min(1949).max(2999),
      version: z.uuid(),
      /** `last` copies the roster of the year before. */
      roster: z.enum(['last', 'empty']),
    }),
    answer: yearHead,
  },
  'POST /api/years/:year/phase': {
    summary: '推进（或倒回）年度阶段；不按次序的须写理由',
    admits: 'movePhase',
    params: year,
    body: z.strictObject({ from: phaseSchema, to: phaseSchema, reason: reasonField.optional() }),
    answer: yearHead,
  },
  'POST /api/years/:year/scheme': {
    summary: '改用方案的另一版本，须写理由',
    admits: 'openYear',
    params: year,
    body: z.strictObject({ version: z.uuid(), revision: revisionField, reason: reasonField }),
    answer: yearHead,
  },
})
