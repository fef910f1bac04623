import { type PreparedRubric, ruleIn } from '../../../domain/score/inspection/preparedRubric.ts'
import type { RowExplained } from '../../../domain/score/inspection/rowExplained.ts'
import { formOf, type Rule } from '../../../domain/scheme/forms/ruleForms.ts'
import type { RuleExplained } from '../../../domain/score/inspection/ruleExplained.ts'
import { wordsOf } from '../../../contract/scheme/forms/ruleFormWords.ts'
import { type Points, toDecimal } from '../../../domain/kernel/points.ts'
import type { BookContext, UnitLine } from './bookContext.ts'
import { groundColumns } from './groundColumns.ts'
import { identityColumns } from './identityColumns.ts'
import { type RuleFigures, ruleFigures } from './ruleFigures.ts'
import { createTable, SHEET_ORDER, type Table, type TableColumn } from './table.ts'

/** An entry of the inspection deductions (核查扣分): what one rule deducted from or added to one row of one appraisee. */
interface EntryLine {
  readonly unit: UnitLine
  readonly source: string
  readonly view: string
  readonly rowNumber: number
  readonly node: RuleExplained
  readonly row: RowExplained
  readonly figures: RuleFigures
}

/** The deductions, bonuses and zeroings of a row as ranges of the entry table, to be summed by rows. */
export type EntrySum = (kind: 'deducted' | 'given' | 'zeroed') => string | undefined

/** The inspection deductions table (核查扣分). */
export interface EntryTable {
  /** Adds all entries of one scoring by a rubric; returns the sums by row, for the formulas of that scoring. */
  readonly add: (
    unit: UnitLine,
    rubric: NumberedRubric,
    view: string,
    rows: readonly RowExplained[],
  ) => (rowAt: number, cells: { readonly number: string; readonly view?: string | undefined }) => EntrySum
  readonly settle: () => Promise<void> | undefined
}

/** A rubric with numbered rows: they count from `firstRow`, so that the row numbers of all rubrics are distinct. */
export interface NumberedRubric {
  readonly rubric: PreparedRubric
  readonly source: string
  readonly firstRow: number
  /** scored in rounds, whose entries are summed separately. */
  readonly rounds: boolean
}

/** Creates the inspection deductions table (核查扣分); `lines` is the number of entries. */
export function createEntryTable(context: BookContext, lines: number): EntryTable {
  const { workbook, styles, names, mode, mostRows } = context
  const table = createTable<EntryLine>(workbook, styles, {
    name: names.kept,
    title: '核查扣分',
    subtitle:
      mode === 'lookup'
        ? '每一笔扣分、加分一行；分项表按“序号”和“行序”汇总。改动次数、每次分值或酌定金额，得分、名次随之改变。'
        : '每一笔扣分、加分一行；分项表直接引用这里的单元格，请勿排序。改动次数、每次分值或酌定金额，得分、名次随之改变。',
    columns: entryColumns(context),
    frozenColumns: 3,
    order: SHEET_ORDER.entries,
    lines,
    filtered: mode === 'lookup',
    mostRows,
  })
  return {
    settle: table.settle,
    add: (unit, { rubric, source, firstRow }, view, rows) => {
      const spans = new Map<number, EntrySum>()
      table.makeRoom(rows.reduce((sum, row) => sum + row.parts.length, 0))
      for (const row of rows) {
        const at = rubric.rows.findIndex(one => one.row.id === row.row.id)
        const from = table.next()
        for (const node of row.parts as readonly RuleExplained[]) {
          const once = ruleIn(rubric, row.row.id, node.rule.id)!.once
          table.add({
            unit,
            source,
            view,
            rowNumber: firstRow + at,
            node,
            row,
            figures: ruleFigures(node, once),
          })
        }
        if (row.parts.length > 0) spans.set(at, directSum(table, row, from, table.next() - 1))
      }
      if (mode === 'direct') return rowAt => spans.get(rowAt) ?? (() => undefined)
      return (rowAt, cells) =>
        lookedUpSum(table, rubric.rows[rowAt]!.row.rules.map(formKind), firstRow + rowAt, cells)
    },
  }
}

type Kind = 'deducted' | 'given' | 'zeroed'

const KINDS = { deducts: 'deducted', adds: 'given', zeroes: 'zeroed' } as const

function formKind(rule: Rule): Kind {
  return KINDS[formOf(rule).effect]
}

function directSum(table: Table<EntryLine>, row: RowExplained, from: number, to: number): EntrySum {
  const kinds = new Set((row.parts as readonly RuleExplained[]).map(node => formKind(node.rule)))
  const ranges = new Map([...kinds].map(kind => [kind, table.range(kind, from, to)]))
  return kind =>
    ranges.has(kind) ? (from === to ? table.cell(kind, from) : `SUM(${ranges.get(kind)})`) : undefined
}

function lookedUpSum(
  table: Table<EntryLine>,
  kinds: readonly Kind[],
  rowNumber: number,
  { number, view }: { readonly number: string; readonly view?: string | undefined },
): EntrySum {
  const when = view === undefined ? '' : `,${table.range('view')},${view}`
  return kind =>
    kinds.includes(kind)
      ? `SUMIFS(${table.range(kind)},${table.range('number')},${number},${table.range('rowNumber')},${rowNumber}${when})`
      : undefined
}

function entryColumns(context: BookContext): readonly TableColumn<EntryLine>[] {
  const { styles } = context
  const amount = (line: EntryLine): number => toDecimal(Math.abs(line.node.points) as Points)
  return [
    ...identityColumns<EntryLine>(context, line => line.unit),
    { key: 'source', head: '分项', width: 12, style: styles.text, cell: line => line.source },
    { key: 'view', head: '场次', width: 10, style: styles.centred, cell: line => line.view },
    {
      key: 'rowNumber',
      head: '行序',
      width: 6,
      style: styles.centred,
      note: '各细则、清单的行统一编的顺序号，分项表按它汇总',
      cell: line => line.rowNumber,
    },
    {
      key: 'row',
      head: '行',
      width: 26,
      style: styles.wrapped,
      wraps: true,
      cell: ({ row: { row } }) => `${row.id} ${row.title}`,
    },
    {
      key: 'rule',
      head: '评分标准',
      width: 44,
      style: styles.wrapped,
      wraps: true,
      cell: line => line.node.rule.text,
    },
    {
      key: 'form',
      head: '形式',
      width: 15,
      style: styles.text,
      cell: line => bookNameOf(line.node.rule),
    },
    {
      key: 'measure',
      head: '指标值',
      width: 9,
      style: styles.amount,
      cell: ({ node: { measured } }) => (measured === undefined ? undefined : toDecimal(measured as Points)),
    },
    {
      key: 'count',
      head: '次数',
      width: 7,
      style: styles.integer,
      cell: ({ node, figures }, here) =>
        figures.count === undefined
          ? node.count
          : { value: node.count, formula: figures.count(here.at('measure')) },
    },
    { key: 'each', head: '每次分值', width: 9, style: styles.amount, cell: line => line.figures.each },
    {
      key: 'cap',
      head: '该项上限',
      width: 9,
      style: styles.amount,
      cell: ({ node: { rule } }) => (rule.cap === undefined ? undefined : toDecimal(rule.cap)),
    },
    {
      key: 'deducted',
      head: '扣分',
      width: 9,
      style: styles.deduction,
      cell: (line, here) =>
        formKind(line.node.rule) === 'deducted' ? amountCell(line, amount(line), here) : undefined,
    },
    {
      key: 'given',
      head: '加分',
      width: 9,
      style: styles.deduction,
      cell: (line, here) =>
        formKind(line.node.rule) === 'given' ? amountCell(line, amount(line), here) : undefined,
    },
    {
      key: 'zeroed',
      head: '本行不得分',
      width: 8,
      style: styles.integer,
      cell: ({ node }, here) =>
        formKind(node.rule) === 'zeroed'
          ? { value: node.count > 0 ? 1 : 0, formula: `IF(${here.at('count')}>0,1,0)` }
          : undefined,
    },
    {
      key: 'how',
      head: '算法',
      width: 18,
      style: styles.text,
      note: '“核查组酌定”和“合计”的金额由人定出，没有公式',
      cell: line => line.figures.how,
    },
    ...groundColumns(context),
  ]
}

function amountCell(
  { node: { rule }, figures }: EntryLine,
  value: number,
  here: { at: (key: string) => string },
) {
  if (figures.amount === undefined) return value
  const plain = figures.amount({
    count: here.at('count'),
    each: here.at('each'),
    measure: here.at('measure'),
  })
  return {
    value,
    formula: rule.cap === undefined ? `ROUND(${plain},3)` : `ROUND(MIN(${here.at('cap')},${plain}),3)`,
  }
}

function bookNameOf({ form }: Rule): string {
  const { name, bookName } = wordsOf(form)
  return bookName ?? name
}
