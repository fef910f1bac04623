import type { z } from 'zod'
import type { receiptSchema, sheetBody } from '../../../contract/sheets/sheetBody.ts'

/** 手机报送的核查表. */
export type SheetBody = z.output<typeof sheetBody>

/** 收条. */
export type Receipt = z.output<typeof receiptSchema>

/** 存下的收条: what was answered, to be answered again as it was. */
export type StoredReceipt = Receipt

/** 核查表的内容 beside its findings. A sheet without `device` was not sent by a phone. */
export interface SheetContent {
  readonly schemeHash: string
  readonly startedAt: string
  readonly signedAt: string
  readonly device: string
  readonly note: string
  readonly photos: readonly string[]
  readonly inspector: { readonly name: string; readonly picture?: string }
  readonly unit?: UnitSignature
}

/** 单位的签字. */
export type UnitSignature =
  | { readonly kind: 'signed'; readonly name: string; readonly post?: string; readonly picture?: string }
  | { readonly kind: 'paper'; readonly name: string; readonly post?: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** 两份表的选定: who chose, why, and what became of this one. */
export interface SheetChoice {
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly kind: 'kept' | 'merged' | 'setAside'
}
