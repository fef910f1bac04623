import { z } from 'zod'
import { dispositionNames, type Disposition } from '../../domain/campaign/survey/disposition.ts'
import { OPEN_MOST } from '../../domain/campaign/survey/questionnaire.ts'
import {
  surveyStageNames,
  surveyWayNames,
  type SurveyStage,
  type SurveyWay,
} from '../../domain/campaign/survey/surveyState.ts'
import { unitParam } from '../http/paramSchemas.ts'
import { idSchema, namedSchema } from '../shape/fieldSchemas.ts'
import { importNotice, refusedRow } from '../shape/listImport.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { callingFields, commissionFields } from './surveyFields.ts'
import { callBackNames } from './surveyNames.ts'
import { typedText } from '../shape/typedText.ts'

const stage = z.enum(Object.keys(surveyStageNames) as [SurveyStage, ...SurveyStage[]])
const way = z.enum(Object.keys(surveyWayNames) as [SurveyWay, ...SurveyWay[]])

/** How a call ended. */
export const dispositionPart = z.enum(Object.keys(dispositionNames) as [Disposition, ...Disposition[]])

const time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)

/** Hours within which people are called, e.g. 18:30 to 21:00. */
export const hoursPart = z
  .array(z.strictObject({ from: time, to: time }))
  .min(1)
  .max(6)

/** How many are to be asked about a unit, of one group. */
export const sizePart = z.strictObject({
  unit: unitParam,
  group: idSchema,
  /** How many there are, as far as known. */
  population: z.int().min(0).max(10_000_000).optional(),
  size: z.int().min(0).max(10_000),
})

/** A commission as it is saved. */
export const commissionPart = z.strictObject({
  ...shapeOf(commissionFields),
  ...shapeOf(callingFields),
  hours: hoursPart,
  sizes: z.array(sizePart).max(10_000),
})

const filter = z.strictObject({ question: idSchema, answers: z.array(idSchema).min(1).max(20) })
const option = z.strictObject({ id: idSchema.max(40), text: typedText().min(1).max(100) })
const core = { id: idSchema.max(40), text: typedText().min(1).max(400), when: filter.optional() }

/** A questionnaire as data. The options of a satisfaction question are the scheme's answers. */
export const questionnairePart = z.strictObject({
  opening: typedText().min(1).max(2000),
  questions: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('satisfaction'),
          ...core,
          counts: z.boolean(),
          turned: z.boolean(),
          options: z.array(option).max(20),
        }),
        z.strictObject({
          kind: z.literal('choice'),
          ...core,
          turned: z.boolean(),
          options: z.array(option).min(2).max(20),
        }),
        z.strictObject({ kind: z.literal('open'), ...core }),
      ]),
    )
    .min(1)
    .max(30),
  closing: typedText().max(1000),
})

/** Answers by question: an option, words, or `-` for no reply. */
export const answersPart = z.record(idSchema.max(40), typedText().min(1).max(OPEN_MOST))

/** A survey in a list. */
export const surveyRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  component: z.string(),
  componentName: z.string(),
  way,
  stage,
  begins: z.string(),
  ends: z.string(),
  deleteOn: z.string(),
  /** The day on which the numbers were deleted. */
  deletedOn: z.string().optional(),
  surveyor: z.string(),
  units: z.int(),
  /** Planned interviews. */
  planned: z.int(),
  /** Complete answers, counted from the answers themselves. */
  answers: z.int(),
})

/** A component with a survey, its groups and answers. */
export const surveyedComponent = z.strictObject({
  id: z.string(),
  name: z.string(),
  groups: z.array(namedSchema),
  answers: z.array(namedSchema),
  /** Fewer valid answers are no result. */
  least: z.int(),
})

/** A step that the reader may take now; without `may` the reason why not. */
const stepPart = z.strictObject({ step: z.string(), may: z.boolean(), why: z.string().optional() })

/** A survey whole. */
export const surveyAnswer = z.strictObject({
  ...surveyRow.shape,
  revision: z.int(),
  today: z.string(),
  commission: commissionPart,
  scheme: surveyedComponent,
  units: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  questionnaire: questionnairePart,
  /** The version of the questionnaire, and whether the first call has pinned it. */
  version: z.int(),
  pinned: z.boolean(),
  steps: z.array(stepPart),
  draw: z
    .strictObject({
      fingerprint: z.string(),
      seed: z.string(),
      parts: z.array(z.strictObject({ by: z.string(), text: z.string() })),
      by: z.string(),
      at: z.string(),
      frame: z.int(),
      sampled: z.int(),
      reserve: z.int(),
    })
    .optional(),
  method: z.string(),
  handedOverAt: z.string().optional(),
  decidedAt: z.string().optional(),
  /** Why it was returned. */
  returned: z.string().optional(),
  /** Tallies that the year holds from elsewhere for these units. */
  talliesElsewhere: z.int(),
})

/** An import of the frame or of a bureau's file: it is read in the background, then kept or dropped by a person. */
export const surveyImportPart = z.strictObject({
  id: z.uuid(),
  file: z.string(),
  state: z.enum(['reading', 'read', 'kept', 'dropped', 'failed']),
  /** From 0 to 1 while it is read. */
  progress: z.number(),
  rows: z.int(),
  accepted: z.int(),
  refused: z.int(),
  /** The first refused rows, until it is kept or dropped. */
  refusedRows: z.array(refusedRow),
  notices: z.array(importNotice),
  fault: z.string().optional(),
  /** Where a person has to match them: the columns looked for, the headings found, and for each column the one that is it by another name, or ''. */
  headings: z
    .strictObject({
      columns: z.array(z.string()),
      found: z.array(z.string()),
      likely: z.array(z.string()).optional(),
    })
    .optional(),
  by: z.string(),
  at: z.string(),
})

/** What the frame holds of a unit and group. */
export const frameCount = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  group: z.string(),
  groupName: z.string(),
  frame: z.int(),
  strata: z.int(),
  wanted: z.int(),
  sampled: z.int(),
  reserve: z.int(),
})

/** Quota of a unit and group, counted from the answers. */
export const quotaRow = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  group: z.string(),
  groupName: z.string(),
  state: z.enum(['calling', 'checking', 'ready', 'separated']),
  wanted: z.int(),
  answers: z.int(),
  cases: z.int(),
  fresh: z.int(),
  appointments: z.int(),
  retries: z.int(),
  refusals: z.int(),
  reserve: z.int(),
  checksOpen: z.int(),
})

/** A share with its interval, from 0 to 1. */
const sharePart = z.strictObject({ value: z.number(), low: z.number(), high: z.number() })

/** An interviewer's work; answers are only known until they are separated. */
export const interviewerRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  calls: z.int(),
  /** Calls that ended as an interview. */
  answers: z.int(),
  /** Median length of an interview in seconds. */
  seconds: z.int().optional(),
  refusals: sharePart.optional(),
  /** Share of the answer given most often to the scored question. */
  sameAnswer: sharePart.optional(),
  sameAnswerName: z.string().optional(),
  atWork: z.boolean(),
})

/** A case for the supervisor; its number masked. */
export const caseRow = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  group: z.string(),
  groupName: z.string(),
  number: z.string(),
  state: z.enum(['waiting', 'calling', 'appointment', 'answered', 'ended']),
  stateName: z.string(),
  disposition: dispositionPart.optional(),
  attempts: z.int(),
  lastOn: z.string().optional(),
  appointment: z.string().optional(),
  askedAgain: z.boolean(),
})

/** A call-back to check an interview. */
export const callBackRow = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  groupName: z.string(),
  interviewer: z.string(),
  number: z.string(),
  /** The number to dial, for who holds the check. */
  dial: z.string().optional(),
  result: z.enum(Object.keys(callBackNames) as (keyof typeof callBackNames)[]).optional(),
})

/** What is left of the numbers, place by place. */
export const erasureAnswer = z.strictObject({
  deleteOn: z.string(),
  deletedOn: z.string().optional(),
  by: z.string().optional(),
  places: z.array(z.strictObject({ place: z.string(), left: z.int() })),
  /** What is to be known of backups and of the log of the database. */
  notes: z.array(z.string()),
})
