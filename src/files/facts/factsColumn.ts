import type { TermKind } from '../../domain/kernel/factRefusals.ts'
import type { Named } from '../../domain/scheme/scheme.ts'

/** 事实工作簿的一张表: its name, what it holds, and its columns in order. One description serves the template and the reader. */
export interface FactsSheet {
  readonly name: string
  readonly list: FactsList
  readonly columns: readonly FactsColumn[]
  /** the reader does without it; all others must be there, if only with their headings. */
  readonly optional?: boolean
  /** 填表说明, one or two sentences. */
  readonly about: string
}

/** 表所装的清单: a list of the facts file, of its roster, or of the history. */
export type FactsList =
  | 'units'
  | 'holders'
  | 'visits'
  | 'findings'
  | 'ledger'
  | 'gradings'
  | 'surveys'
  | 'sheets'
  | 'measures'
  | 'knowledgeTests'
  | 'vetoes'
  | 'decisions'
  | 'annualGrades'
  | 'history'

/** 一列: heading, the field that it fills, how its cells are read, and what the clerk is told and offered. */
export interface FactsColumn {
  readonly header: string
  readonly field: string
  readonly kind: CellKind
  readonly required?: boolean
  readonly note: string
  /** what may be named, by id or by name, in a `term` column. */
  readonly what?: TermKind
  readonly terms?: readonly Named[]
  /** the drop-down list: fixed texts, or the names in the roster sheet. */
  readonly options?: readonly string[] | 'units'
  readonly width?: number
}

/** 单元格的读法. */
export type CellKind =
  | 'text'
  | 'unit'
  | 'unitOrText'
  | 'unitList'
  | 'person'
  | 'term'
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

/** 列的简写: a column of terms, offering their names. */
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

/** 单位列. */
export function unitColumn(note = '单位名称或单位编号，须在“单位名册”中'): FactsColumn {
  return { header: '单位', field: 'unit', kind: 'unit', required: true, note, options: 'units', width: 28 }
}
