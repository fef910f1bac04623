import { z } from 'zod'
import { daySchema, periodSchema, pointsSchema } from '../shape/fieldSchemas.ts'
import { lineField, reasonField } from '../http/paramSchemas.ts'

const fileHash = z.string().regex(/^[0-9a-f]{64}$/)

/** 附件清单: uploaded before by `POST /api/files`, named as its sender calls it. */
export const filesField = z
  .array(z.strictObject({ file: fileHash, name: z.string().trim().min(1).max(255) }))
  .max(30)

/** 台账条目的填写内容: `kind` is a counter's id or a free kind; without `period` it follows the day; `files` were uploaded before; `rows` are cited beyond the counter's own. */
export const entryFields = z.strictObject({
  kind: z.string().min(1).max(100),
  title: lineField,
  happenedOn: daySchema,
  period: periodSchema.optional(),
  participants: z.int().min(0).max(1_000_000).optional(),
  note: z.string().trim().max(2000).default(''),
  rows: z.array(z.string().min(1).max(100)).max(50).default([]),
  files: filesField.default([]),
  /** 逾期补录的说明, wanted once the period's date is past. */
  lateReason: reasonField.optional(),
  /** 已知有相同条目 (same kind, day and title) and meant as another one. */
  twinMeant: z.boolean().default(false),
})

/** 一个已附的文件; read by `GET /api/years/:year/units/:unit/files/:file`. */
export const attachedFile = z.strictObject({
  file: fileHash,
  name: z.string(),
  /** bytes. */
  size: z.int(),
  type: z.enum(['pdf', 'docx', 'xlsx', 'pptx', 'jpg', 'png']),
  /** the day that the picture itself tells. */
  takenOn: z.string().optional(),
  at: z.string(),
  by: z.string(),
})

/** 一条台账. Entries never change: a correction is another entry in its place. */
export const ledgerEntry = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  kindName: z.string(),
  /** the counter that it counts for, one occasion an entry; none for what is only kept. */
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
  /** rows that cite it: those of its counter, then those named by hand. */
  rows: z.array(
    z.strictObject({ row: z.string(), title: z.string(), citation: z.string(), byHand: z.boolean() }),
  ),
  state: z.enum(['inForce', 'replaced', 'withdrawn']),
  /** entered after its period had closed. */
  late: z.boolean(),
  lateReason: z.string().optional(),
  /** the day lies outside of the period: shown, not refused. */
  outsidePeriod: z.boolean(),
  corrects: z.uuid().optional(),
  replacedBy: z.uuid().optional(),
  /** why it was corrected or withdrawn, by whom and when. */
  ended: z.strictObject({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
  files: z.array(attachedFile),
})

/** 期间截止: closes by itself so many days after the period's end; the committee may close or open one with a reason. */
export const periodClosing = z.strictObject({
  period: z.string(),
  name: z.string(),
  grain: z.enum(['year', 'quarter', 'month']),
  endsOn: z.string(),
  closesOn: z.string(),
  /** `open`: entered as usual; `past`: still taken, with a reason, and marked late; `closed`: refused. */
  state: z.enum(['open', 'past', 'closed']),
  /** as it is by the committee's word rather than by date. */
  byWord: z
    .strictObject({ state: z.enum(['open', 'closed']), reason: z.string(), by: z.string(), at: z.string() })
    .optional(),
})

/** 计数项的一个期间: a cell of the matrix. `done` all is there; `short` over and lacking; `current` running and lacking; `ahead` not begun. */
export const counterPeriod = z.strictObject({
  period: z.string(),
  name: z.string(),
  done: z.int(),
  due: z.int(),
  state: z.enum(['done', 'short', 'current', 'ahead']),
  endsOn: z.string(),
  closesOn: z.string(),
  closing: z.enum(['open', 'past', 'closed']),
  /** entries marked late. */
  late: z.int(),
})

/** 计数项的完成情况. Amounts are what the scheme's rule takes for this counter's own shortfall, before caps and floors. */
export const counterStanding = z.strictObject({
  counter: z.string(),
  name: z.string(),
  citation: z.string(),
  kind: z.enum(['done', 'fault']),
  /** rows that read it. */
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
  /** anything counted at all: until then the ledger deducts nothing, and the inspectors' findings alone do. */
  kept: z.boolean(),
  total: z.int(),
  due: z.int(),
  entries: z.int(),
  /** counts that came by import and stand without entries. */
  imported: z.int(),
  periods: z.array(counterPeriod),
  /** lacking in the periods that are over. */
  shortNow: z.int(),
  /** lacking at the year's end if nothing more comes. */
  shortAtEnd: z.int(),
  /** where shortfalls are asked next. */
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

/** 一行的预计扣分, by the engine's own rules of the ledger; findings of inspectors come on top. */
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
      /** what inspectors could find if counters without any entry count as none done. */
      atRisk: pointsSchema,
    }),
  ),
  now: pointsSchema,
  atEnd: pointsSchema,
  atRisk: pointsSchema,
})

/** 一个单位在总表上的一行. */
export const boardLine = z.strictObject({
  unit: z.string(),
  name: z.string(),
  tier: z.string(),
  tierName: z.string(),
  leadUnit: z.string().optional(),
  leadUnitName: z.string().optional(),
  /** entries in force; those entered late; the day of the last one. */
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

/** 整改事项的状态. */
export const remedyStates = ['notStarted', 'inHand', 'done', 'kept'] as const

/** 一项自查或上年问题. */
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

/** 导入时的一行. */
export const importRow = z.strictObject({
  row: z.int(),
  kindName: z.string(),
  title: z.string(),
  happenedOn: z.string(),
  period: z.string(),
  periodName: z.string(),
  participants: z.int().optional(),
  late: z.boolean(),
})
