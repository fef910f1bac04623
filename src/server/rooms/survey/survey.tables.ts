import { sql } from 'drizzle-orm'
import {
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { unitStateNames, callBackNames } from '../../../contract/survey/surveyNames.ts'
import type { SurveyFileKind } from '../../../contract/survey/fileRoutes.ts'
import type { commissionPart } from '../../../contract/survey/surveyParts.ts'
import type { ImportNotice, RefusedRow } from '../../../contract/shape/listImport.ts'
import type { Disposition } from '../../../domain/campaign/survey/disposition.ts'
import type { Answers, Questionnaire } from '../../../domain/campaign/survey/questionnaire.ts'
import type { SurveyStage } from '../../../domain/campaign/survey/surveyState.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** A commission as stored. */
export type Commission = z.output<typeof commissionPart>

/** Telephone surveys (民意调查). */
export const survey = pgTable('survey', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  component: text().notNull(),
  stage: text().$type<SurveyStage>().notNull(),
  commission: jsonb().$type<Commission>().notNull(),
  questionnaire: jsonb().$type<Questionnaire>().notNull(),
  version: integer().notNull().default(1),
  revision: integer().notNull().default(1),
  seed: text(),
  seedParts: jsonb('seed_parts').$type<{ by: string; text: string }[]>(),
  fingerprint: text(),
  drawnBy: text('drawn_by'),
  drawnAt: instant('drawn_at'),
  method: text().notNull().default(''),
  handedOverAt: instant('handed_over_at'),
  decidedAt: instant('decided_at'),
  returned: text().notNull().default(''),
  facts: jsonb().$type<string[]>().notNull().default([]),
  deletedOn: text('deleted_on'),
  deletedBy: text('deleted_by'),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** Imports of a frame (样本框) or of a bureau's file (结果文件). */
export const surveyImport = pgTable('survey_import', {
  id: uuid().primaryKey(),
  survey: uuid().notNull(),
  kind: text().$type<'frame' | SurveyFileKind>().notNull().default('frame'),
  hash: text(),
  file: text().notNull(),
  state: text().$type<'reading' | 'read' | 'kept' | 'dropped' | 'failed'>().notNull(),
  progress: real().notNull().default(0),
  rows: integer('row_count').notNull().default(0),
  accepted: integer().notNull().default(0),
  refused: integer().notNull().default(0),
  refusedRows: jsonb('refused_rows').$type<RefusedRow[]>().notNull().default([]),
  notices: jsonb().$type<ImportNotice[]>().notNull().default([]),
  headings: jsonb().$type<{ columns: string[]; found: string[]; likely?: string[] }>(),
  counts: jsonb().$type<FileCount[]>().notNull().default([]),
  strata: jsonb().$type<FrameStratum[]>().notNull().default([]),
  fault: text(),
  by: text('by_name').notNull(),
  at: instant('at').notNull(),
  seenAt: instant('seen_at'),
})

/** How many people a frame lists of a stratum. */
export interface FrameStratum {
  readonly unit: string
  readonly group: string
  readonly stratum: string
  readonly frame: number
}

/** What a bureau's file holds of a unit and group. */
export interface FileCount {
  readonly unit: string
  readonly group: string
  readonly answers: number
  /** The scored answers in words. */
  readonly what: string
}

/** The state of a case; `listed` is in the frame, once its import is kept, and not drawn. */
export type CaseState = 'listed' | 'waiting' | 'appointment' | 'answered' | 'ended'

/** Cases (样本个案): the frame and what was drawn from it. */
export const surveyCase = pgTable('survey_case', {
  id: uuid().primaryKey(),
  survey: uuid().notNull(),
  import: uuid().notNull(),
  nth: integer().notNull(),
  unit: text().notNull(),
  group: text('grp').notNull(),
  stratum: text().notNull().default(''),
  sealedNumber: bytes('sealed_number'),
  numberHash: bytes('number_hash'),
  lot: integer(),
  state: text().$type<CaseState>().notNull().default('listed'),
  disposition: text().$type<Disposition>(),
  attempts: integer().notNull().default(0),
  /** The day and band of hours of the last attempt, e.g. `2018-11-20/1`: the next is in a later one. */
  lastTried: text('last_tried'),
  /** Of a unit and group with enough answers; found by counting. */
  parked: boolean().notNull().default(false),
  dueAt: text('due_at'),
  askedAgain: boolean('asked_again').notNull().default(false),
})

/** Calls made (拨打): by day, never by the minute, and by nobody. */
export const surveyAttempt = pgTable('survey_attempt', {
  id: uuid().primaryKey(),
  survey: uuid().notNull(),
  case: uuid('case_id').notNull(),
  on: text('on_day').notNull(),
  band: integer().notNull(),
  disposition: text().$type<Disposition>().notNull(),
})

/** Calls of an interviewer by day and result. */
export const surveyWork = pgTable(
  'survey_work',
  {
    survey: uuid().notNull(),
    interviewer: text().notNull(),
    on: text('on_day').notNull(),
    disposition: text().$type<Disposition>().notNull(),
    calls: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.survey, table.interviewer, table.on, table.disposition] })],
)

/** Answers before separation, each of one size under the key of its unit. */
export const surveySealed = pgTable('survey_sealed', {
  case: uuid('case_id').primaryKey(),
  survey: uuid().notNull(),
  unit: text().notNull(),
  group: text('grp').notNull(),
  final: boolean().notNull(),
  sheet: bytes().notNull(),
})

/** How far a unit's calls are, and the key of its answers. */
export const surveyUnit = pgTable(
  'survey_unit',
  {
    survey: uuid().notNull(),
    unit: text().notNull(),
    state: text().$type<keyof typeof unitStateNames>().notNull(),
    key: uuid('key_id').notNull(),
  },
  table => [primaryKey({ columns: [table.survey, table.unit] })],
)

/** Interviews drawn to be called back (回访). */
export const surveyCheck = pgTable('survey_check', {
  case: uuid('case_id').primaryKey(),
  survey: uuid().notNull(),
  unit: text().notNull(),
  interviewer: text().notNull(),
  result: text().$type<keyof typeof callBackNames>(),
  by: text('by_name'),
})

/** Separated answers (分离后的答卷): nothing here leads back to a person. Read those that count: `keptAnswer`. */
export const surveyAnswer = pgTable('survey_answer', {
  id: uuid()
    .primaryKey()
    .default(sql`gen_random_uuid()`),
  survey: uuid().notNull(),
  unit: text().notNull(),
  group: text('grp').notNull(),
  answers: jsonb().$type<Answers>().notNull(),
  times: integer().notNull().default(1),
  /** The bureau's file that it came in. */
  import: uuid(),
})

/** Separated answers that count: those of our own calls, and of the file that was kept. */
export const keptAnswer = pgView('kept_answer', {
  survey: uuid().notNull(),
  unit: text().notNull(),
  group: text('grp').notNull(),
  answers: jsonb().$type<Answers>().notNull(),
  times: integer().notNull(),
}).existing()

/** The tables that tell which answers count. */
export const KEPT_ANSWER = ['survey_answer', 'survey_import']
