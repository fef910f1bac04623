import type { Refusal } from '../../domain/kernel/refusal.ts'
import type { ListLine } from './listLine.ts'

/** A column of a list, the same for its template, its reading and its export. */
export interface ListColumn<C> {
  readonly name: string
  readonly wanted?: true
  /** the most characters of a cell. */
  readonly most?: number
  /** in characters. */
  readonly width?: number
  readonly takes?: 'day' | 'count'
  /** the template's drop-down list; other texts are warned of. */
  readonly options?: (context: C) => readonly string[]
  /** stands below the template's guide, with those of the other columns. */
  readonly example?: string
}

/**
 * A list that is filled in as a workbook. `read` makes a value of a row, or refuses the row by its `ListLine`; what the year or the rows before it say is in the
 * context. Of rows with the same key only the first is taken.
 */
export interface List<C, R, N extends string = string> {
  /** names the sheet. */
  readonly name: string
  readonly columns: readonly (ListColumn<C> & { readonly name: N })[]
  /** the most rows of a file. */
  readonly most: number
  /** how to fill it in, line by line. */
  readonly guide?: (context: C) => readonly string[]
  readonly read: (line: ListLine<N>, context: C) => R | undefined
  readonly once?: {
    readonly key: (row: R) => string
    readonly twin: (first: number) => Refusal | string
    readonly column?: N
  }
}

/** Defines a list; the names of its columns are known to the compiler. */
export function defineList<C, R, const N extends string>(list: List<C, R, N>): List<C, R, N> {
  return list
}
