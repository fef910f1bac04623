import type { Day } from '../../domain/kernel/calendar.ts'
import { columnLetter } from '../xlsx/sheetCell.ts'
import type { CellPlan, SheetPlan } from '../xlsx/sheetPlan.ts'
import { writeWorkbook } from '../xlsx/writeWorkbook.ts'
import type { List } from './defineList.ts'

const OPTIONS = '选项'
const ROWS = 2_001

/** Default width of a column, in characters. */
export const COLUMN_WIDTH = 24

/** Writes a list's template: its headings (* where required), drop-down lists on a separate sheet, and a guide with an example. */
export async function writeListTemplate<C, R, N extends string>(
  list: List<C, R, N>,
  context: C,
  { title, madeOn }: { readonly title: string; readonly madeOn: Day },
): Promise<Uint8Array> {
  const lists = list.columns.flatMap(({ name, options }) => {
    const choices = options?.(context) ?? []
    return choices.length === 0 ? [] : [[name, choices] as const]
  })
  const longest = Math.max(0, ...lists.map(([, options]) => options.length))
  const range = (column: string, at: number): string =>
    `${column}!$${columnLetter(at)}$2:$${columnLetter(at)}$${ROWS}`
  const cells = (name: string): string => {
    const letter = columnLetter(list.columns.findIndex(column => column.name === name))
    return `${letter}2:${letter}${ROWS}`
  }
  const bold = { bold: true }
  const sheet: SheetPlan = {
    name: list.name,
    columns: list.columns.map(({ width = COLUMN_WIDTH, takes }) => ({
      width,
      ...(takes === 'day' ? { style: { format: 'yyyy-mm-dd' } } : {}),
    })),
    frozenRows: 1,
    rows: [
      list.columns.map(({ name, wanted }): CellPlan => ({ value: wanted ? `${name} *` : name, style: bold })),
    ],
    validations: [
      ...lists.map(
        ([name, options], at) =>
          ({
            range: cells(name),
            kind: 'list',
            from: range(OPTIONS, at).replace(`$${ROWS}`, `$${options.length + 1}`),
            strict: 'warning',
            title: name,
            message: `请从列表中选“${name}”`,
          }) as const,
      ),
      ...list.columns
        .filter(column => column.takes === 'count')
        .map(
          ({ name }) =>
            ({
              range: cells(name),
              kind: 'whole',
              from: '0',
              to: '1000000',
              strict: 'stop',
              title: name,
              message: `“${name}”填整数`,
            }) as const,
        ),
    ],
  }
  const options: SheetPlan = {
    name: OPTIONS,
    columns: lists.map(() => ({ width: 30 })),
    frozenRows: 1,
    locked: true,
    rows: [
      lists.map(([name]): CellPlan => ({ value: name, style: bold })),
      ...Array.from({ length: longest }, (_, row) => lists.map(([, list]) => list[row] ?? null)),
    ],
  }
  const guide: SheetPlan = {
    name: '填写说明',
    columns: [{ width: 110 }],
    rows: [[{ value: title, style: bold }], ...guideOf(list, context).map(line => [line])],
  }
  return writeWorkbook({
    title,
    madeOn,
    sheets: [sheet, guide, ...(lists.length === 0 ? [] : [options])],
  })
}

function guideOf<C, R, N extends string>({ columns, guide }: List<C, R, N>, context: C): readonly string[] {
  const examples = columns.filter(column => column.example !== undefined)
  return [
    ...(guide?.(context) ?? []),
    ...(examples.length === 0
      ? []
      : [`例如：${examples.map(({ name, example }) => `${name}“${example}”`).join('，')}`]),
  ]
}
