import { z } from 'zod'
import type { Admission } from '../http/route.ts'
import { typedText } from './typedText.ts'

/** A refused row of an import: its sheet where the file has several, its number as shown to people, the heading and cell (`C5`) if one is at fault, and the reason. */
export const refusedRow = z.strictObject({
  sheet: z.string().optional(),
  row: z.int(),
  column: z.string().optional(),
  cell: z.string().optional(),
  reason: z.string(),
})

/** A refused row of an import. */
export type RefusedRow = z.output<typeof refusedRow>

/** A notice of an import: where something was corrected or passed over, what, and how often. */
export const importNotice = z.strictObject({ place: z.string(), sentence: z.string(), times: z.int() })

/** A notice of an import. */
export type ImportNotice = z.output<typeof importNotice>

/** The headings that a user has chosen for the columns of a list, one `column⇥heading` a line. */
export const chosenHeadings = z.string().max(4000).optional()

/** Returns the schema for a list as read: the accepted rows, the refused ones, and what was corrected or passed over. */
export function listReading<A extends z.ZodType>(accepted: A) {
  return z.strictObject({
    accepted: z.array(accepted),
    refused: z.array(refusedRow),
    notices: z.array(importNotice),
  })
}

/** Describes a route that takes a filled workbook: `check` only reads it, `write` takes all of its rows or none. `accepted` is what the preview shows of a row beside its place. */
export function listRoute<P extends z.ZodType, A extends z.ZodRawShape>(route: {
  readonly summary: string
  readonly admits: Admission
  readonly params: P
  readonly accepted: A
}) {
  const { accepted, ...rest } = route
  return {
    ...rest,
    query: z.strictObject({
      name: typedText().min(1).max(200),
      step: z.enum(['check', 'write']),
      as: chosenHeadings,
    }),
    upload: true,
    answer: listReading(z.strictObject({ sheet: z.string().optional(), row: z.int(), ...accepted })).extend({
      written: z.int(),
    }),
  } as const
}
