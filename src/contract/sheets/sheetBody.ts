import { z } from 'zod'
import { daySchema, pointsSchema } from '../shape/fieldSchemas.ts'
import {
  MOST_BESIDE,
  MOST_FINDINGS,
  MOST_IN_NOTE,
  MOST_IN_SHEET_NOTE,
  MOST_IN_SIGNATURE,
  MOST_OF_ROW,
} from './sheetLimits.ts'
import { lineField, reasonField } from '../http/paramSchemas.ts'
import { typedText } from '../shape/typedText.ts'

/** Id of a file: its SHA-256, as answered by the upload. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Signature picture: a PNG as a data URL, as short as `MOST_IN_SIGNATURE`. */
const signaturePicture = z
  .string()
  .max(MOST_IN_SIGNATURE)
  .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/)

const shortId = typedText().min(1).max(100)
const count = z.int().min(1).max(1_000_000)
const note = typedText().max(MOST_IN_NOTE).default('')

/** A finding as an inspector writes it; `reason` for a discretionary amount (R14). `count` is 1 if the rule counts once. */
const findingBody = z.strictObject({
  id: z.uuid(),
  row: shortId,
  rule: shortId,
  count: count.default(1),
  amount: pointsSchema.optional(),
  level: shortId.optional(),
  multiplier: shortId.optional(),
  persons: count.optional(),
  occasions: count.optional(),
  counter: shortId.optional(),
  occasion: lineField.optional(),
  project: lineField.optional(),
  reason: note.describe('理由'),
  note: note.describe('说明'),
  photos: z.array(fileHash).max(MOST_OF_ROW).default([]).describe('照片'),
})

const signerName = lineField.describe('单位签字人姓名')
const signerPost = lineField.optional().describe('单位签字人职务')

/** The unit's signature: on the screen, on paper (no picture), or refused with a statement. */
export const unitSignature = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('signed'),
    name: signerName,
    post: signerPost,
    picture: signaturePicture.describe('单位签字'),
  }),
  z.strictObject({ kind: z.literal('paper'), name: signerName, post: signerPost }),
  z.strictObject({ kind: z.literal('refused'), reason: reasonField.describe('不签字的原因') }),
])

/** An inspection sheet (核查表) as a phone sends it. `draft` is the phone's own id for it and becomes the sheet's id. */
export const sheetBody = z.strictObject({
  draft: z.uuid(),
  assignment: shortId,
  schemeHash: z.string().min(1).max(200),
  visitedOn: daySchema.describe('核查日期'),
  startedAt: z.iso.datetime({ offset: true }),
  signedAt: z.iso.datetime({ offset: true }),
  /** Name that the phone gives itself. */
  device: typedText().max(200).default(''),
  findings: z.array(findingBody).max(MOST_FINDINGS).describe('核查情况'),
  note: typedText().max(MOST_IN_SHEET_NOTE).default('').describe('总的说明'),
  photos: z.array(fileHash).max(MOST_BESIDE).default([]).describe('照片'),
  /** Day that was signed, where the day of the visit was corrected afterwards. */
  signedFor: daySchema.optional().describe('签字时的核查日期'),
  /** Name of the account whose draft it was before the sender took it over. */
  takenOverFrom: lineField.optional().describe('接自'),
  inspector: z.strictObject({
    name: lineField.describe('核查人姓名'),
    picture: signaturePicture.describe('核查人签字'),
  }),
  /** Absent if the unit has not signed yet; nothing counts before it has. */
  unit: unitSignature.optional(),
})

/** Preview of the unit's points after the inspection, by the engine. */
export const previewSchema = z.array(
  z.strictObject({
    component: z.string(),
    name: z.string(),
    points: pointsSchema,
    base: pointsSchema,
    rows: z.array(
      z.strictObject({
        row: z.string(),
        title: z.string(),
        base: pointsSchema,
        points: pointsSchema,
        deducted: pointsSchema,
        bonus: pointsSchema,
      }),
    ),
  }),
)

/** 收条: what the server stored, so that the phone may delete its own. `hash` is over the text that was sent, `photos` are all its pictures. */
export const receiptSchema = z.strictObject({
  sheet: z.uuid(),
  receivedAt: z.string(),
  hash: z.string(),
  photos: z.array(fileHash),
  state: z.enum(['sent', 'signed', 'doubled']),
  /** Last day for the unit to object, once signed. */
  due: z.string().optional(),
  /** Other sheets of the same assignment. */
  doubled: z
    .array(z.strictObject({ sheet: z.uuid(), sentBy: z.string(), receivedAt: z.string() }))
    .optional(),
  preview: previewSchema,
})
