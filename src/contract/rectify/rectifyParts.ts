import { z } from 'zod'
import { attachedPart, fileRefs } from '../files/filesRoutes.ts'
import { recordParam } from '../http/paramSchemas.ts'
import { problemOriginNames, problemStepNames } from './rectifyFields.ts'
import { problemStandingNames } from '../../domain/campaign/rectify/problemState.ts'

/** Code of where a problem comes from. */
const originPart = z.enum(
  Object.keys(problemOriginNames) as [
    keyof typeof problemOriginNames,
    ...(keyof typeof problemOriginNames)[],
  ],
)

/** State of a problem. */
export const standingPart = z.enum(
  Object.keys(problemStandingNames) as [
    keyof typeof problemStandingNames,
    ...(keyof typeof problemStandingNames)[],
  ],
)

/** What a reader may do with a problem now. */
export const problemActs = [
  'word',
  'drop',
  'review',
  'receive',
  'object',
  'answer',
  'plan',
  'vet',
  'progress',
  'extend',
  'answerExtension',
  'claim',
  'check',
] as const

/** What may be proposed as a problem from the result of a year; `key` names it within its unit. */
export const proposalPart = z.strictObject({
  key: z.string(),
  unit: z.string(),
  unitName: z.string(),
  leadUnitName: z.string().optional(),
  origin: originPart,
  row: z.string().optional(),
  rowTitle: z.string().optional(),
  citation: z.string(),
  /** Points lost, in thousandths. */
  lost: z.int().optional(),
  text: z.string(),
  /** What it rests on: findings, notes, figures. */
  source: z.string(),
})

/** One problem of the list. */
export const problemRow = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  leadUnitName: z.string().optional(),
  origin: originPart,
  row: z.string().optional(),
  rowTitle: z.string().optional(),
  citation: z.string(),
  lost: z.int().optional(),
  text: z.string(),
  standing: standingPart,
  /** Earlier years in which the unit had the same problem, newest first. */
  again: z.array(z.int()),
  isReceived: z.boolean(),
  objection: z.enum(['none', 'open', 'answered']),
  extensionUntil: z.string().optional(),
  owner: z.string(),
  /** The day of its next step: the plan's, then the deadline. */
  dueOn: z.string().optional(),
  overdue: z.boolean(),
  waits: z.boolean(),
  revision: z.int(),
})

/** Sums of problems under one heading. */
export const sumPart = z.strictObject({
  name: z.string(),
  /** How the filter of the list calls it. */
  of: z.string(),
  total: z.int(),
  confirmed: z.int(),
  overdue: z.int(),
  /** How many had stood in earlier years. */
  again: z.int(),
})

/** A step in the history of a problem. */
const stepPart = z.strictObject({
  kind: z.enum(
    Object.keys(problemStepNames) as [keyof typeof problemStepNames, ...(keyof typeof problemStepNames)[]],
  ),
  /** For which body or vetter it was taken. */
  body: z.string().optional(),
  by: z.string(),
  on: z.string(),
  text: z.string(),
  until: z.string().optional(),
  entries: z.array(
    z.strictObject({ id: z.uuid(), title: z.string(), happenedOn: z.string(), year: z.int() }),
  ),
  /** Entries that were cited and are no longer in force. */
  gone: z.int(),
  files: z.array(attachedPart),
})

/** One problem with its plan, its history and what the reader may do. */
export const problemAnswer = problemRow.extend({
  year: z.int(),
  source: z.string(),
  objectUntil: z.string().optional(),
  planBy: z.string().optional(),
  cause: z.string(),
  remedy: z.string(),
  deadline: z.string().optional(),
  draftedBy: z.string(),
  /** The bodies that review it, or who vets its plan, and which of them has signed. */
  signers: z.array(
    z.strictObject({ id: z.string(), name: z.string(), signed: z.boolean(), mine: z.boolean() }),
  ),
  acts: z.array(z.enum(problemActs)),
  steps: z.array(stepPart),
})

/** Evidence of a step: entries of the ledger and files. */
export const evidenceParts = {
  entries: z.array(recordParam).max(50),
  files: fileRefs,
}

/** Problems chosen in a list; all that wait for this step where it is left out. */
export const chosenProblems = z.array(recordParam).min(1).max(20_000).optional()

/** A count of problems that a step concerned. */
export const countAnswer = z.strictObject({ count: z.int(), units: z.int() })
