import type { Refusal } from '../../domain/kernel/refusal.ts'
import type { ListLine } from './listLine.ts'

/** A column of a list, shared by its template, its reader and its export. */
export interface ListColumn<C> {
  readonly name: string
  /** other headings that people use for it. */
  readonly also?: readonly string[]
  readonly wanted?: true
  /** the maximum number of characters of a cell. */
  readonly most?: number
  /** in characters. */
  readonly width?: number
  readonly takes?: 'day' | 'count'
  /** the template's drop-down list; other texts give a warning. */
  readonly options?: (context: C) => readonly string[]
  /** shown below the template's guide, with those of the other columns. */
  readonly example?: string
}

/**
 * A list filled in as a workbook. `read` makes a value of a row, or refuses the row through its
 * `ListLine`; the context holds the year's data and that of earlier rows. Of rows with the same key only
 * the first is accepted.
 */
export interface List<C, R, N extends string = string> {
  /** name of the sheet. */
  readonly name: string
  readonly columns: readonly (ListColumn<C> & { readonly name: N })[]
  /** the maximum number of rows of a file. */
  readonly most: number
  /** it may also come as text, pasted from a table or as a CSV file. */
  readonly text?: true
  /** how to fill it in, line by line. */
  readonly guide?: (context: C) => readonly string[]
  /** refuses a file by its headings, e.g. one with telephone numbers. */
  readonly refuseHeadings?: (headings: readonly string[]) => Refusal | undefined
  readonly read: (line: ListLine<N>, context: C) => R | undefined
  readonly once?: {
    readonly key: (row: R) => string
    readonly twin: (first: number) => Refusal | string
    readonly column?: N
  }
}

/** Defines a list; the compiler knows the names of its columns. */
export function defineList<C, R, const N extends string>(list: List<C, R, N>): List<C, R, N> {
  return list
}
