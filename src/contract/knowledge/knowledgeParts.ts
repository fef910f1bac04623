import { z } from 'zod'
import { questionKinds, type QuestionKind } from '../../domain/campaign/exam/question.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { countFields, questionFields } from './knowledgeFields.ts'
import { typedText } from '../shape/typedText.ts'

/** Kind of a question (题型). */
export const kind = z.enum(Object.keys(questionKinds) as [QuestionKind, ...QuestionKind[]])
/** Chosen options, by place from 0. */
export const choice = z.array(z.int().min(0).max(7)).max(8)
/** How a question is voided; `no` counts it again. */
export const voiding = z.enum(['right', 'out', 'no'])
/** How many questions of each kind a paper has. */
export const counts = z.strictObject(shapeOf(countFields))
/** Answers by question. */
export const answers = z.record(z.uuid(), choice)
/** Quarter. */
export const quarter = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

/** A question as entered. */
export const questionBody = z.strictObject({
  kind,
  ...shapeOf(questionFields),
  options: z.array(typedText().min(1).max(300)).min(2).max(8),
  answer: choice.min(1),
})

/** A question of the bank. */
export const questionPart = questionBody.extend({
  id: z.uuid(),
  retired: z.boolean(),
  voided: z.enum(['right', 'out']).optional(),
  revision: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
  /** Number of papers that used it. */
  papers: z.int(),
})

/** A knowledge test. */
export const testHead = z.strictObject({
  id: z.uuid(),
  year: z.int(),
  quarter,
  name: z.string(),
  minutes: z.int(),
  passPercent: z.int(),
  graceMinutes: z.int(),
  counts,
  state: z.enum(['open', 'closed']),
  openedBy: z.string(),
  openedAt: z.string(),
  closedBy: z.string().optional(),
  closedAt: z.string().optional(),
  units: z.int(),
  papers: z.int(),
  submitted: z.int(),
  failed: z.int(),
})

/** A paper of a test. */
export const paperPart = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  seat: z.int(),
  person: z.string().optional(),
  /** Code of the answer slip; only for the organiser of the test. */
  code: z.string().optional(),
  state: z.enum(['made', 'started', 'submitted', 'void']),
  medium: z.enum(['phone', 'paper']).optional(),
  keyedBy: z.string().optional(),
  /** Whether the reader keyed it first; only for the organiser of the test. */
  keyedByYou: z.boolean().optional(),
  /** Whether its last answers arrived after the time, within the grace. */
  late: z.boolean(),
  right: z.int().optional(),
  of: z.int(),
  passed: z.boolean().optional(),
  reason: z.string().optional(),
})

/** How a question was answered in a test. */
export const itemPart = z.strictObject({
  question: z.uuid(),
  kind,
  stem: z.string(),
  options: z.array(z.string()),
  answer: choice,
  asked: z.int(),
  right: z.int(),
  blank: z.int(),
  chosen: z.array(z.int()),
  discrimination: z.number().optional(),
  suspect: z.boolean(),
  voided: z.enum(['right', 'out']).optional(),
})

/** What grading anew changes. */
export const regradePart = z.strictObject({
  papers: z.int(),
  changed: z.array(
    z.strictObject({
      test: z.string(),
      unit: z.string(),
      unitName: z.string(),
      seat: z.int(),
      before: z.int(),
      after: z.int(),
      of: z.int(),
      passedBefore: z.boolean(),
      passedAfter: z.boolean(),
    }),
  ),
  /** Changes in each unit's number of failures. */
  units: z.array(
    z.strictObject({ unit: z.string(), unitName: z.string(), quarter, before: z.int(), after: z.int() }),
  ),
})

/** A paper on the phone: questions only while the test runs, never their answers. */
export const sittingPart = z.strictObject({
  test: z.string(),
  institution: z.string(),
  unitName: z.string(),
  seat: z.int(),
  person: z.string().optional(),
  minutes: z.int(),
  /** Minutes after the time in which answers given without a signal still count. */
  grace: z.int(),
  /** Whether another phone holds the paper; then there are no questions here. */
  elsewhere: z.boolean(),
  count: z.int(),
  state: z.enum(['made', 'started', 'submitted', 'void', 'closed']),
  /** Seconds left by the server's clock. */
  left: z.number().optional(),
  saved: z.int(),
  answers: answers.optional(),
  questions: z
    .array(
      z.strictObject({
        id: z.uuid(),
        kind,
        kindName: z.string(),
        stem: z.string(),
        options: z.array(z.string()),
      }),
    )
    .optional(),
  right: z.int().optional(),
})
