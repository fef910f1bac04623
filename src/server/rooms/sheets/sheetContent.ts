import type { z } from 'zod'
import type { receiptSchema, sheetBody } from '../../../contract/sheets/sheetBody.ts'

/** A sheet as sent by a phone. */
export type SheetBody = z.output<typeof sheetBody>

/** A receipt. */
export type Receipt = z.output<typeof receiptSchema>

/** A stored receipt, so that the same answer can be given again. */
export type StoredReceipt = Receipt

/** The content of a sheet apart from its findings. A sheet without `device` was not sent by a phone. */
export interface SheetContent {
  readonly schemeHash: string
  readonly startedAt: string
  readonly signedAt: string
  readonly device: string
  readonly note: string
  readonly photos: readonly string[]
  readonly inspector: { readonly name: string; readonly picture?: string }
  readonly unit?: UnitSignature
  /** Day that was signed, where the day of the visit was corrected afterwards. */
  readonly signedFor?: string
  readonly takenOverFrom?: string
}

/** The signature of the unit. */
export type UnitSignature =
  | { readonly kind: 'signed'; readonly name: string; readonly post?: string; readonly picture?: string }
  | { readonly kind: 'paper'; readonly name: string; readonly post?: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** A choice between two sheets: who chose, why, and what became of this one. */
export interface SheetChoice {
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly kind: 'kept' | 'merged' | 'setAside'
}
