import { z } from 'zod'
import { reasonField, revisionField, yearParam } from '../http/paramSchemas.ts'
import { resultState, schemeVersionPart, unitName } from '../results/resultParts.ts'
import { mendPart } from '../results/sealSchema.ts'
import { defineRoutes } from '../http/route.ts'

/** Phases of a year, in order. */
const phaseSchema = z.enum([
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

/** Summary of a year. */
const yearHead = z.strictObject({
  year: z.int(),
  phase: phaseSchema,
  phaseName: z.string(),
  revision: z.int(),
  scheme: schemeVersionPart.optional(),
  units: z.int(),
  state: resultState,
  seal: z.int().optional(),
  /** Whether units see a result; `releasedSeal` is the one they see. */
  released: z.boolean(),
  releasedSeal: z.int().optional(),
})

/** A date of the year: set by the scheme or by the work that is planned for it, with the days from today's business day; negative `days` means past. `over` is work for scores that was not done by the seal, and ended with it. */
const datePart = z.strictObject({
  id: z.string(),
  name: z.string(),
  citation: z.string(),
  from: z.string().optional(),
  due: z.string(),
  days: z.int(),
  state: z.enum(['ahead', 'open', 'past', 'done', 'over']),
  components: z.array(z.string()),
  /** How many of the units within reach have what is due, where it can be counted. */
  counted: z.strictObject({ done: z.int(), total: z.int() }).optional(),
  /** How many of them lack it, or have it still open. */
  left: z.int().optional(),
  /** The ruling (口径) that sets the day. */
  ruling: z.string().optional(),
})

/** Progress of one group (系统), or a directly managed unit, in one component. */
const groupProgress = z.strictObject({
  leadUnit: z.string().optional(),
  name: z.string(),
  done: z.int(),
  total: z.int(),
  late: z.boolean(),
  /** The first units without a score, with the reason. */
  missing: z.array(unitName.extend({ why: z.string() })),
  missingTotal: z.int(),
})

/** Progress of a component; `steps` are its dated parts, such as the four inspections. */
const componentProgress = z.strictObject({
  component: z.string(),
  name: z.string(),
  citation: z.string(),
  weight: z.number(),
  due: z.string().optional(),
  days: z.int().optional(),
  done: z.int(),
  total: z.int(),
  /** Number of units without a score after its last date. */
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
      /** The first units that are late. */
      lateUnits: z.array(unitName),
    }),
  ),
  groups: z.array(groupProgress),
})

/** What is due and late in a year, for one reader, gathered from all rooms. */
const dueSchema = z.strictObject({
  year: z.int(),
  today: z.string(),
  phase: phaseSchema,
  phaseName: z.string(),
  /** The next date that is neither over nor complete. */
  next: datePart.optional(),
  /** Tasks waiting for the reader: first those that hold up the next step of the year, then late ones, then by day. */
  waiting: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      /** Whom it concerns, or how far it is. */
      who: z.string().optional(),
      due: z.string().optional(),
      days: z.int().optional(),
      late: z.boolean(),
      /** Whether the next step of the year, the seal, waits for it. */
      holds: z.boolean(),
      mend: mendPart,
    }),
  ),
  /** What others within reach are late with, the longest first: the first units of `total`, and days since it was due. */
  late: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      units: z.array(z.string()),
      total: z.int(),
      due: z.string().optional(),
      days: z.int().optional(),
      mend: mendPart,
    }),
  ),
})

const phasePart = z.strictObject({
  phase: phaseSchema,
  name: z.string(),
  state: z.enum(['done', 'now', 'ahead']),
  at: z.string().optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
})

/** A year: its phase, its dates and the progress of each component. */
const yearSchema = yearHead.extend({
  today: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  phases: z.array(phasePart),
  /** Phases that the year can move to; `needsReason` if out of order, `whyNot` if not possible. */
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
  /** Why nothing can be scored yet. */
  blockers: z.array(z.string()),
  /** Newer promulgated versions of the scheme that can be adopted. */
  adoptable: z.array(schemeVersionPart),
})

const year = z.strictObject({ year: yearParam })

/** Routes for years: list, read one, open, change phase, adopt a version. */
export const yearRoutes = defineRoutes({
  'GET /api/years': {
    summary: '各考核年度，最近的在前',
    admits: 'readYear',
    answer: z.strictObject({
      today: z.string(),
      years: z.array(yearHead),
      /** The year to show first. */
      current: z.int().optional(),
      /** Promulgated versions that a new year can be opened with. */
      openable: z.array(schemeVersionPart.extend({ cycle: z.int() })),
    }),
  },
  'GET /api/years/:year': {
    summary: '一个年度的阶段、时间节点和进度',
    admits: 'readYear',
    params: year,
    answer: yearSchema,
  },
  'GET /api/years/:year/due': {
    summary: '等本人办理的事项、逾期的事项和下一个节点',
    admits: 'readYear',
    params: year,
    answer: dueSchema,
  },
  'GET /api/years/:year/search': {
    summary: '按名称或拼音查找单位、人员、评分细则和条款',
    admits: 'readRoster',
    params: year,
    query: z.strictObject({ text: z.string().min(1).max(100) }),
    answer: z.strictObject({
      units: z.array(unitName),
      people: z.array(unitName.extend({ unitName: z.string(), post: z.string() })),
      rows: z.array(z.strictObject({ row: z.string(), title: z.string(), citation: z.string() })),
      clauses: z.array(z.strictObject({ citation: z.string(), restated: z.string() })),
    }),
  },
  'POST /api/years': {
    summary: '开启新的考核年度',
    admits: 'openYear',
    body: z.strictObject({
      year: z.int().min(1949).max(2999),
      version: z.uuid(),
      /** `last` copies the roster of the previous year. */
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
