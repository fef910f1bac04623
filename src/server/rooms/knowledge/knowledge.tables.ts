import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { PaperCounts } from '../../../domain/campaign/exam/drawPaper.ts'
import type { PaperAnswers } from '../../../domain/campaign/exam/gradePaper.ts'
import type { QuestionKind, VoidedQuestion } from '../../../domain/campaign/exam/question.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** The question bank. */
export const question = pgTable('question', {
  id: uuid().primaryKey(),
  kind: text().$type<QuestionKind>().notNull(),
  topic: text().notNull(),
  stem: text().notNull(),
  options: jsonb().$type<readonly string[]>().notNull(),
  answer: jsonb().$type<readonly number[]>().notNull(),
  retired: boolean().notNull().default(false),
  voided: text().$type<VoidedQuestion>(),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** Former versions of questions. */
export const questionPast = pgTable(
  'question_past',
  {
    question: uuid().notNull(),
    revision: integer().notNull(),
    body: jsonb().notNull(),
    reason: text().notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  table => [primaryKey({ columns: [table.question, table.revision] })],
)

/** Knowledge tests. */
export const knowledgeTest = pgTable('knowledge_test', {
  id: uuid().primaryKey(),
  year: integer().notNull(),
  quarter: integer().notNull(),
  name: text().notNull(),
  minutes: integer().notNull(),
  passPercent: integer('pass_percent').notNull(),
  graceMinutes: integer('grace_minutes').notNull(),
  counts: jsonb().$type<PaperCounts>().notNull(),
  state: text().$type<'open' | 'closed'>().notNull(),
  openedBy: text('opened_by').notNull(),
  openedAt: instant('opened_at').notNull(),
  closedBy: text('closed_by'),
  closedAt: instant('closed_at'),
})

/** Papers, one for each person. */
export const knowledgePaper = pgTable('knowledge_paper', {
  id: uuid().primaryKey(),
  test: uuid().notNull(),
  unit: text().notNull(),
  seat: integer().notNull(),
  person: text(),
  code: text().notNull(),
  questions: jsonb().$type<readonly string[]>().notNull(),
  state: text().$type<'made' | 'started' | 'submitted' | 'void'>().notNull(),
  medium: text().$type<'phone' | 'paper'>(),
  startedAt: instant('started_at'),
  answers: jsonb().$type<PaperAnswers>().notNull().default({}),
  saved: integer().notNull().default(0),
  holder: text(),
  late: boolean().notNull().default(false),
  submittedAt: instant('submitted_at'),
  keyed: jsonb().$type<PaperAnswers>(),
  keyedBy: text('keyed_by'),
  keyedAccount: text('keyed_account'),
  right: integer('right_count'),
  out: integer('out_count').notNull().default(0),
  passed: boolean(),
  reason: text(),
})
