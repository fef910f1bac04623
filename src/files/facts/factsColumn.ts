import type { TermKind } from '../../domain/kernel/factRefusals.ts'
import type { Named } from '../../domain/scheme/scheme.ts'

/** A sheet of the facts workbook: its name, its contents, and its columns in order. The same description serves the template and the reader. */
export interface FactsSheet {
  readonly name: string
  readonly list: FactsList
  readonly columns: readonly FactsColumn[]
  /** may be absent for the reader; all other sheets must be present, at least with their headings. */
  readonly optional?: boolean
  /** how to fill it in, one or two sentences. */
  readonly about: string
}

/** The list that a sheet holds: of the facts file, of its roster, or of the history. */
export type FactsList =
  | 'units'
  | 'holders'
  | 'visits'
  | 'findings'
  | 'ledger'
  | 'gradings'
  | 'surveys'
  | 'ballotCounts'
  | 'sheets'
  | 'measures'
  | 'knowledgeTests'
  | 'vetoes'
  | 'decisions'
  | 'annualGrades'
  | 'history'

/** A column: heading, the field it fills, how its cells are read, and the guidance and options offered to the clerk. */
export interface FactsColumn {
  readonly header: string
  readonly field: string
  readonly kind: CellKind
  readonly required?: boolean
  /** the heading that a user has chosen for it, besides its own. */
  readonly also?: readonly string[]
  readonly note: string
  /** what may be named in a `term` column, by id or by name. */
  readonly what?: TermKind
  readonly terms?: readonly Named[]
  /** the options of the rule chosen in the same row, by the label of the rule. */
  readonly byRule?: ReadonlyMap<string, readonly string[]>
  /** the drop-down list: fixed texts, or the names in the roster sheet. */
  readonly options?: readonly string[] | 'units'
  readonly width?: number
}

/** How a cell is read. */
export type CellKind =
  | 'text'
  | 'code'
  | 'unit'
  | 'unitOrText'
  | 'unitList'
  | 'person'
  | 'term'
  | 'termList'
  | 'marks'
  | 'row'
  | 'rowList'
  | 'rule'
  | 'level'
  | 'multiplier'
  | 'count'
  | 'decimal'
  | 'percentable'
  | 'quarter'
  | 'period'
  | 'day'
  | 'yesNo'
  | 'year'

/** Creates a column of terms, with a drop-down of their names. */
export function termColumn(
  header: string,
  field: string,
  what: TermKind,
  terms: readonly Named[],
  note: string,
  required = true,
): FactsColumn {
  return { header, field, kind: 'term', what, terms, note, required, options: terms.map(term => term.name) }
}

/** Creates the unit column. */
export function unitColumn(note = '单位名称或单位编号，须在“单位名册”中'): FactsColumn {
  return { header: '单位', field: 'unit', kind: 'unit', required: true, note, options: 'units', width: 28 }
}
