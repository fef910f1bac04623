import { z } from 'zod'
import { periodSchema, pointsSchema } from '../shape/fieldSchemas.ts'
import { lineField, reasonField } from '../http/paramSchemas.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { entryFields } from './ledgerFields.ts'
import { typedText } from '../shape/typedText.ts'

const fileHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Submitted files: uploaded before by `POST /api/files`, with the sender's file names. */
export const filesField = z
  .array(z.strictObject({ file: fileHash, name: typedText().min(1).max(255) }))
  .max(30)

const typed = shapeOf({ happenedOn: entryFields.happenedOn, note: entryFields.note })

/** Submitted content of a ledger entry: `kind` is a counter's id or a free kind; `period` defaults to that of the day; `files` were uploaded before; `rows` are cited in addition to the counter's own. */
export const entryBody = z.strictObject({
  kind: z.string().min(1).max(100),
  title: lineField,
  happenedOn: typed.happenedOn,
  period: periodSchema.optional(),
  participants: z.int().min(0).max(1_000_000).optional(),
  note: typed.note,
  rows: z.array(z.string().min(1).max(100)).max(50).default([]),
  files: filesField.default([]),
  /** Reason for a late entry, required once the period's closing date has passed. */
  lateReason: reasonField.optional(),
  /** Confirms that this is a separate entry although one with the same kind, day and title exists. */
  twinMeant: z.boolean().default(false),
})

/** An attached file; read it with `GET /api/years/:year/units/:unit/files/:file`. */
const attachedFile = z.strictObject({
  file: fileHash,
  name: z.string(),
  /** Size in bytes. */
  size: z.int(),
  type: z.enum(['pdf', 'ofd', 'docx', 'xlsx', 'pptx', 'jpg', 'png']),
  /** The day recorded in the picture's own metadata. */
  takenOn: z.string().optional(),
  at: z.string(),
  by: z.string(),
})

/** A ledger entry (台账). Entries never change: a correction is a new entry that replaces the old one. */
export const ledgerEntry = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  kindName: z.string(),
  /** The counter it counts towards, one occasion per entry; absent if it is only kept. */
  counter: z.string().optional(),
  title: z.string(),
  happenedOn: z.string(),
  period: z.string(),
  periodName: z.string(),
  enteredOn: z.string(),
  enteredAt: z.string(),
  enteredBy: z.string(),
  participants: z.int().optional(),
  note: z.string(),
  /** Rows that cite it: those of its counter, then those added by hand. */
  rows: z.array(
    z.strictObject({ row: z.string(), title: z.string(), citation: z.string(), byHand: z.boolean() }),
  ),
  state: z.enum(['inForce', 'replaced', 'withdrawn']),
  /** Whether it was entered after its period closed. */
  late: z.boolean(),
  lateReason: z.string().optional(),
  /** Whether the day lies outside the period; shown, not refused. */
  outsidePeriod: z.boolean(),
  corrects: z.uuid().optional(),
  replacedBy: z.uuid().optional(),
  /** Why it was corrected or withdrawn, by whom and when. */
  ended: z.strictObject({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
  files: z.array(attachedFile),
})

/** Closing of a period: automatic a set number of days after its end; the committee may close or open one with a reason. */
export const periodClosing = z.strictObject({
  period: z.string(),
  name: z.string(),
  grain: z.enum(['year', 'quarter', 'month']),
  endsOn: z.string(),
  closesOn: z.string(),
  /** `open`: entered as usual; `past`: accepted with a reason and marked late; `closed`: refused. */
  state: z.enum(['open', 'past', 'closed']),
  /** Present if the state was set by the committee rather than by date. */
  byWord: z
    .strictObject({ state: z.enum(['open', 'closed']), reason: z.string(), by: z.string(), at: z.string() })
    .optional(),
})

/** One period of a counter, a cell of the matrix. `done`: complete; `short`: over and incomplete; `current`: running and incomplete; `ahead`: not begun. */
const counterPeriod = z.strictObject({
  period: z.string(),
  name: z.string(),
  done: z.int(),
  due: z.int(),
  state: z.enum(['done', 'short', 'current', 'ahead']),
  endsOn: z.string(),
  closesOn: z.string(),
  closing: z.enum(['open', 'past', 'closed']),
  /** Number of entries marked late. */
  late: z.int(),
})

/** Progress of a counter. Amounts are what the scheme's rule deducts for this counter's own shortfall, before caps and floors. */
export const counterStanding = z.strictObject({
  counter: z.string(),
  name: z.string(),
  citation: z.string(),
  kind: z.enum(['done', 'fault']),
  /** Rows that use it. */
  rows: z.array(
    z.strictObject({
      row: z.string(),
      title: z.string(),
      citation: z.string(),
      rule: z.string(),
      text: z.string(),
    }),
  ),
  required: z
    .strictObject({ times: z.int(), per: z.enum(['year', 'quarter', 'month']), told: z.string() })
    .optional(),
  /** Whether anything has been counted; until then the ledger deducts nothing and only the inspectors' findings do. */
  kept: z.boolean(),
  total: z.int(),
  due: z.int(),
  entries: z.int(),
  /** Counts that were imported and have no entries. */
  imported: z.int(),
  periods: z.array(counterPeriod),
  /** Shortfall in the periods that are over. */
  shortNow: z.int(),
  /** Shortfall at the year's end if nothing more is entered. */
  shortAtEnd: z.int(),
  /** When shortfalls are next assessed. */
  next: z
    .strictObject({
      period: z.string(),
      name: z.string(),
      missing: z.int(),
      endsOn: z.string(),
      days: z.int(),
    })
    .optional(),
})

/** Expected deduction of a row by the engine's own ledger rules; inspectors' findings come on top. */
export const rowForecast = z.strictObject({
  row: z.string(),
  title: z.string(),
  citation: z.string(),
  base: pointsSchema,
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      text: z.string(),
      counters: z.array(z.string()),
      each: pointsSchema,
      shortNow: z.int(),
      shortAtEnd: z.int(),
      now: pointsSchema,
      atEnd: pointsSchema,
      /** What inspectors could deduct if counters without any entry count as none done. */
      atRisk: pointsSchema,
    }),
  ),
  now: pointsSchema,
  atEnd: pointsSchema,
  atRisk: pointsSchema,
})

/** One unit's line on the board. */
export const boardLine = z.strictObject({
  unit: z.string(),
  name: z.string(),
  tier: z.string(),
  tierName: z.string(),
  leadUnit: z.string().optional(),
  leadUnitName: z.string().optional(),
  /** Number of entries in force, number entered late, and the day of the last one. */
  entries: z.int(),
  late: z.int(),
  lastOn: z.string().optional(),
  counters: z.int(),
  kept: z.int(),
  done: z.int(),
  due: z.int(),
  shortNow: z.int(),
  shortAtEnd: z.int(),
  lossNow: pointsSchema,
  lossAtEnd: pointsSchema,
  atRisk: pointsSchema,
  next: z
    .strictObject({
      counter: z.string(),
      name: z.string(),
      endsOn: z.string(),
      days: z.int(),
      missing: z.int(),
    })
    .optional(),
})

/** States of a remedy item. */
export const remedyStates = ['notStarted', 'inHand', 'done', 'kept'] as const

/** An item of the self-check or a problem of last year. */
export const remedyItem = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  origin: z.enum(['lastYear', 'committee', 'self']),
  originName: z.string(),
  row: z.string().optional(),
  rowTitle: z.string().optional(),
  citation: z.string().optional(),
  problem: z.string(),
  measure: z.string(),
  deadline: z.string().optional(),
  /** The problem of last year that it follows, instead of being kept by hand. */
  follows: z.uuid().optional(),
  state: z.enum(remedyStates),
  stateName: z.string(),
  overdue: z.boolean(),
  result: z.string(),
  entries: z.array(z.strictObject({ id: z.uuid(), title: z.string(), happenedOn: z.string() })),
  files: z.array(attachedFile),
  revision: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
})

/** A row of an import. */
export const importRow = z.strictObject({
  sheet: z.string().optional(),
  row: z.int(),
  kindName: z.string(),
  title: z.string(),
  happenedOn: z.string(),
  period: z.string(),
  periodName: z.string(),
  participants: z.int().optional(),
  late: z.boolean(),
})
