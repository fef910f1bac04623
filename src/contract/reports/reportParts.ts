import { z } from 'zod'
import type { ReportMeaning } from '../../domain/scheme/reportRules.ts'
import { daySchema } from '../shape/fieldSchemas.ts'
import { fileHash } from '../files/filesRoutes.ts'
import { typedText } from '../shape/typedText.ts'

/** A paragraph: `id` is made by the page and stays with it; comments point at it. */
const paragraphPart = z.strictObject({
  id: z.string().min(1).max(40),
  text: z.string().max(300_000),
  areas: z.array(z.string().min(1).max(100)).max(50).default([]),
})

/** A line of the problem list; it may be incomplete while drafting. */
const problemPart = z.strictObject({
  problem: typedText().max(2000),
  cause: typedText().max(2000).default(''),
  remedy: typedText().max(2000).default(''),
  due: daySchema.optional(),
})

/** The text of a report, as drafted, handed in or read from a file. */
export const reportContent = z.strictObject({
  title: z.string().max(500),
  sections: z
    .array(
      z.strictObject({
        section: z.string().min(1).max(100),
        paragraphs: z.array(paragraphPart).max(3000),
      }),
    )
    .max(30),
  problems: z.array(problemPart).max(200).default([]),
})

const meaning = z.enum([
  'results',
  'practice',
  'problems',
  'nextSteps',
  'lastYear',
]) satisfies z.ZodType<ReportMeaning>

const side = z.enum(['results', 'problems'])

/** What a report is measured against: the domain's `ReportTerms`, for `measureReport` and `flagReport` on the page. */
export const reportTermsPart = z.strictObject({
  citation: z.string(),
  limit: z.int(),
  minutes: z.int().optional(),
  slides: z.boolean(),
  sections: z.array(z.strictObject({ id: z.string(), name: z.string(), meaning, side: side.optional() })),
  shares: z.array(
    z.strictObject({
      of: side,
      from: z.number().optional(),
      to: z.number().optional(),
      citation: z.string(),
    }),
  ),
  areas: z.array(z.strictObject({ id: z.string(), name: z.string(), citation: z.string() })),
})

/** State of a report in lists; `absent` before anything was written. */
const reportState = z.enum(['absent', 'draft', 'handedIn', 'returned', 'vetted'])

/** One who vets, for itself: a body of the organizer, or the lead unit (`leadUnit`). */
const vetterPart = z.strictObject({
  vetter: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'signed', 'returned']),
  /** Receipt of the sign-off, or of the return. */
  by: z.string().optional(),
  on: z.string().optional(),
  reason: z.string().optional(),
  /** Whether the reader may sign or return for it now. */
  mayVet: z.boolean(),
})

/** The slides that go with a report. Read with `GET /api/years/:year/units/:unit/files/:file`. */
export const slidesPart = z.strictObject({
  file: fileHash,
  name: z.string(),
  size: z.int(),
  type: z.string(),
  pages: z.int(),
})

/** A hand-in: which version, when, and by whom. */
const handInPart = z.strictObject({
  nth: z.int(),
  words: z.int(),
  /** The day that counts against the due day. */
  on: z.string(),
  at: z.string(),
  by: z.string(),
  late: z.boolean(),
  /** Taken in on the secretary's behalf: how it came. */
  behalf: z.string().optional(),
  shareReason: z.string(),
})

/** A comment on a paragraph of a version, or on the report as a whole. */
const commentPart = z.strictObject({
  id: z.uuid(),
  vetter: z.string(),
  vetterName: z.string(),
  nth: z.int(),
  paragraph: z.string().optional(),
  /** How the paragraph began when it was commented on. */
  quote: z.string(),
  text: z.string(),
  by: z.string(),
  at: z.string(),
  mayWithdraw: z.boolean(),
})

/** A paragraph that another report has nearly the same, side by side. */
export const copyPart = z.strictObject({
  paragraph: z.string(),
  text: z.string(),
  /** How much is alike, in percent. */
  percent: z.int(),
  other: z.strictObject({
    year: z.int(),
    unit: z.string(),
    unitName: z.string(),
    /** Whether it is the unit's own report of an earlier year. */
    own: z.boolean(),
    text: z.string(),
  }),
})

/** A paragraph as it was and is. `pieces` cut a changed one into what stayed, went and came. */
export const differencePart = z.strictObject({
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  section: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  pieces: z
    .array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
    .optional(),
})

/** One report in the list. */
export const reportRow = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  tierName: z.string(),
  leadUnitName: z.string().optional(),
  secretary: z.string().optional(),
  state: reportState,
  words: z.int().optional(),
  /** Words above the limit, allowed by the organizer. */
  waived: z.boolean(),
  nth: z.int().optional(),
  handedOn: z.string().optional(),
  behalf: z.boolean(),
  /** Handed in after the due day, or still missing after it. */
  lateness: z.enum(['late', 'missing']).optional(),
  vetters: z.array(vetterPart.omit({ mayVet: true, reason: true })),
  /** Whether it waits for the reader. */
  waits: z.boolean(),
  slides: z.int().optional(),
})

/** One report as its reader sees it: the writer the draft, the others what was handed in last. */
export const reportAnswer = z.strictObject({
  year: z.int(),
  today: z.string(),
  unit: z.string(),
  unitName: z.string(),
  leadUnitName: z.string().optional(),
  secretary: z.string().optional(),
  post: z.string().optional(),
  terms: reportTermsPart,
  due: z.string().optional(),
  state: reportState,
  /** Of the draft and the state together; 0 before anything was written. */
  revision: z.int(),
  /** Absent for readers while nothing was handed in. */
  content: reportContent.optional(),
  savedAt: z.string().optional(),
  slides: slidesPart.optional(),
  waiver: z.strictObject({ by: z.string(), at: z.string(), reason: z.string() }).optional(),
  handedIn: handInPart.optional(),
  vetters: z.array(vetterPart),
  comments: z.array(commentPart),
  /** Kept texts, the newest first: hand-ins, and for the writer drafts that were replaced. */
  versions: z.array(
    z.strictObject({
      nth: z.int(),
      kind: z.enum(['draft', 'handedIn']),
      words: z.int(),
      at: z.string(),
      by: z.string(),
    }),
  ),
  history: z.array(z.strictObject({ at: z.string(), by: z.string(), what: z.string() })),
  mayWrite: z.boolean(),
  mayTakeIn: z.boolean(),
  mayWaive: z.boolean(),
})
