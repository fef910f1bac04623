import type { PreparedRow, PreparedRubric } from '../../../domain/score/inspection/preparedRubric.ts'
import { rowPoints } from '../../../domain/score/inspection/rowPoints.ts'
import type { RowExplained } from '../../../domain/score/inspection/rowExplained.ts'
import { NO_POINTS, type Points, toDecimal } from '../../../domain/kernel/points.ts'
import type { BookContext } from './bookContext.ts'
import type { EntrySum } from './entryTable.ts'
import type { Here, TableColumn } from './table.ts'
import { describeHeading, describeNote } from './describeNote.ts'

/** The results of one scoring for the rows of the rubric, with the sums of its entries; unaffected rows are `undefined`. */
export interface RubricFill {
  readonly rows: ReadonlyMap<string, RowExplained>
  readonly total: number
  readonly sumOf: (rowAt: number, here: Here) => EntrySum
}

/** Creates the columns of the rubric's rows, gifts and total: `得分 = MAX(下限, 分值 − 扣分) + 加分`, limited as R3 says. Keys: `row0`, `row1` … and `rubricTotal`. (附件) */
export function rubricColumns<L>(
  context: BookContext,
  rubric: PreparedRubric,
  fillOf: (line: L) => RubricFill | undefined,
  totalHead: string,
): readonly TableColumn<L>[] {
  const { styles } = context
  const last =
    rubric.sectionCaps.length > 0 ? `gift${rubric.sectionCaps.length - 1}` : `row${rubric.rows.length - 1}`
  return [
    ...rubric.rows.map(row => rowColumn(context, rubric, row, fillOf)),
    ...rubric.sectionCaps.map((_, at) => giftColumn(context, rubric, at, fillOf)),
    {
      key: 'rubricTotal',
      head: totalHead,
      width: 10,
      style: styles.total,
      parameter: toDecimal(rubric.rubric.base),
      note: describeHeading(context.outcome.scheme, rubric.rubric.citation, [], rubric.bonusNotes),
      cell: (line, here) => {
        const fill = fillOf(line)
        return fill === undefined
          ? undefined
          : { value: fill.total, formula: totalFormula(rubric, here, last) }
      },
    },
  ]
}

/** Returns the formula of the total: the sum of the rows, held at the rubric's base where R3 says so. */
function totalFormula({ bonusCap }: PreparedRubric, here: Here, last: string): string {
  const total = `SUM(${here.at('row0')}:${here.at(last)})`
  return `ROUND(${bonusCap === 'uncapped' ? total : `MIN(${here.parameter('rubricTotal')},${total})`},3)`
}

function rowColumn<L>(
  context: BookContext,
  rubric: PreparedRubric,
  prepared: PreparedRow,
  fillOf: (line: L) => RubricFill | undefined,
): TableColumn<L> {
  const { row } = prepared
  const { rulings } = context.prepared
  const notes = [
    ...new Map(
      row.rules.flatMap(rule => rulings.notesById(rule.ruling)).map(note => [note.id, note]),
    ).values(),
  ]
  return {
    key: `row${prepared.at}`,
    head: `${row.id}\n${row.title}`,
    width: 9,
    style: context.styles.amount,
    parameter: toDecimal(row.base),
    note: describeHeading(
      context.outcome.scheme,
      row.citation,
      row.rules.map(rule => `· ${rule.text}`),
      notes,
    ),
    cell: (line, here) => {
      const fill = fillOf(line)
      if (fill === undefined) return undefined
      const explained = fill.rows.get(row.id)
      return {
        value: toDecimal(explained?.points ?? row.base),
        formula: rounded(
          rowFormula(rubric, prepared, here, fill.sumOf(prepared.at, here), true),
          here.parameter(`row${prepared.at}`),
        ),
        note:
          context.noted && explained !== undefined && explained.parts.length > 0
            ? describeNote(explained)
            : undefined,
      }
    },
  }
}

function giftColumn<L>(
  context: BookContext,
  rubric: PreparedRubric,
  at: number,
  fillOf: (line: L) => RubricFill | undefined,
): TableColumn<L> {
  const { title, cap, rows } = rubric.sectionCaps[at]!
  return {
    key: `gift${at}`,
    head: `“${title}”返还`,
    width: 10,
    style: context.styles.deduction,
    parameter: `最多扣${toDecimal(cap)}`,
    note: `“${title}”各行合计最多扣${toDecimal(cap)}分，超出的部分返还（加分另计）`,
    cell: (line, here) => {
      const fill = fillOf(line)
      if (fill === undefined) return undefined
      const lost = rows.map(
        place =>
          `MAX(0,${here.parameter(`row${place}`)}-${plainRow(rubric, rubric.rows[place]!, here, fill)})`,
      )
      const value = rows.reduce((total, place) => total + lostIn(rubric, rubric.rows[place]!, fill), 0) - cap
      return {
        value: toDecimal(Math.max(0, value) as Points),
        formula: `ROUND(MAX(0,${lost.join('+')}-${toDecimal(cap)}),3)`,
      }
    },
  }
}

/** Returns a row's points without its bonuses: its own cell where it has no bonus rule. */
function plainRow(rubric: PreparedRubric, row: PreparedRow, here: Here, fill: RubricFill): string {
  if (!row.rules.some(rule => rule.effect === 'adds')) return here.at(`row${row.at}`)
  return `(${rowFormula(rubric, row, here, fill.sumOf(row.at, here), false)})`
}

function lostIn(rubric: PreparedRubric, row: PreparedRow, fill: RubricFill): number {
  const explained = fill.rows.get(row.row.id)
  if (explained === undefined) return 0
  return Math.max(
    0,
    row.row.base - rowPoints(row, explained.deducted, NO_POINTS, explained.zeroed, rubric.bonusCap),
  )
}

function rounded(formula: string, base: string): string {
  return formula === base ? formula : `ROUND(${formula},3)`
}

/** Returns the formula of a row's points, following `rowPoints` step by step. */
function rowFormula(
  { bonusCap }: PreparedRubric,
  { at, row, floor, bonusFirst }: PreparedRow,
  here: Here,
  entries: EntrySum,
  withBonus: boolean,
): string {
  const base = here.parameter(`row${at}`)
  const [deducted, given, zeroed] = [
    entries('deducted'),
    withBonus ? entries('given') : undefined,
    entries('zeroed'),
  ]
  const left = deducted === undefined ? base : `${base}-${deducted}`
  const held =
    deducted === undefined || floor === Number.NEGATIVE_INFINITY ? left : `MAX(${floor / 1000},${left})`
  const forfeited = zeroed === undefined ? undefined : `MIN(0,${held})`
  const together =
    given === undefined || floor === Number.NEGATIVE_INFINITY
      ? undefined
      : `MAX(${floor / 1000},${left}+${given})`
  const plus = given === undefined ? '' : `+${given}`
  const kept = bonusFirst && together !== undefined ? together : `${held}${plus}`
  const raised = forfeited === undefined ? kept : `IF(${zeroed}>0,${forfeited}${plus},${kept})`
  if (given === undefined && deducted === undefined && zeroed === undefined) return base
  if (row.cap !== undefined) return `MIN(${toDecimal(row.cap)},${raised})`
  return bonusCap === 'rowCapped' && given !== undefined ? `MIN(${base},${raised})` : raised
}
