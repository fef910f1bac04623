import type { RefusedRow } from '../../../../contract/shape/listImport.ts'
import type { FactKind } from '../../../year/year.tables.ts'

/** 读出文件的情况, kept with the import: rows in = accepted + refused. */
export interface IntakeReading {
  readonly rows: { readonly in: number; readonly accepted: number; readonly refused: number }
  readonly units: number
  readonly holders: number
  readonly history: number
  readonly kinds: { readonly [K in FactKind]?: number }
  readonly notices: readonly { readonly place: string; readonly sentence: string; readonly times: number }[]
  /** reasons in the list of refused rows. */
  readonly reasons: number
}

/** A reason for which a row, a sheet or the whole file is refused. */
export interface RefusedLine extends Omit<RefusedRow, 'row'> {
  readonly sheet: string
  readonly row?: number
  readonly place: string
}

/** 内容的一份: a list of the file or of the year as one text, with the row (or the place in the database) of each. */
export interface TextPart {
  readonly kind: PartKind
  readonly count: number
  readonly bodies: string
  readonly places: string
}

/** 内容的种类: lists of facts, of the roster, and history (entries with their year). */
export type PartKind = FactKind | 'units' | 'holders' | 'history'
