import type { RefusedRow } from '../../../../contract/shape/listImport.ts'
import type { UnfitSheet } from '../../../../files/lists/readingLog.ts'
import type { FactKind } from '../../../year/year.tables.ts'

/** What was read of a file, stored with the import: rows in = accepted + refused. */
export interface IntakeReading {
  readonly rows: { readonly in: number; readonly accepted: number; readonly refused: number }
  readonly units: number
  readonly holders: number
  readonly history: number
  readonly kinds: { readonly [K in FactKind]?: number }
  readonly notices: readonly { readonly place: string; readonly sentence: string; readonly times: number }[]
  /** number of reasons in the list of refused rows. */
  readonly reasons: number
  /** sheets whose columns the user may still match; absent in imports of older versions. */
  readonly unfit?: readonly UnfitSheet[]
}

/** A reason for refusing a row, a sheet or the whole file. */
export interface RefusedLine extends Omit<RefusedRow, 'row'> {
  readonly sheet: string
  readonly row?: number
  readonly place: string
}

/** A part of the content: a list of the file or of the year as one text, with the row (or the database place) of each item. */
export interface TextPart {
  readonly kind: PartKind
  readonly count: number
  readonly bodies: string
  readonly places: string
}

/** The kinds of content: lists of facts, lists of the roster (名册), and history (entries with their year). */
export type PartKind = FactKind | 'units' | 'holders' | 'history'
