import type { Day } from '../../domain/kernel/calendar.ts'
import { columnLetter } from '../xlsx/sheetCell.ts'
import type { CellPlan, SheetPlan } from '../xlsx/sheetPlan.ts'
import { writeWorkbook } from '../xlsx/writeWorkbook.ts'

const OPTIONS = '选项'
const ROWS = 2_001

/** 待填的表: its columns with what each takes, and lists to choose from. */
export interface FormPlan {
  readonly title: string
  readonly sheet: string
  readonly madeOn: Day
  readonly columns: readonly { readonly name: string; readonly wanted: boolean; readonly width: number }[]
  /** by column: a drop-down list; what is not in it is warned of. */
  readonly options: Readonly<Record<string, readonly string[]>>
  readonly dates: readonly string[]
  readonly counts: readonly string[]
  /** 填写说明, line by line. */
  readonly guide: readonly string[]
}

/** 写出待填的表: headings (* is wanted), drop-down lists on a sheet of their own, and how to fill it in. */
export async function writeForm(form: FormPlan): Promise<Uint8Array> {
  const lists = Object.entries(form.options).filter(([, options]) => options.length > 0)
  const longest = Math.max(0, ...lists.map(([, options]) => options.length))
  const range = (column: string, at: number): string =>
    `${column}!$${columnLetter(at)}$2:$${columnLetter(at)}$${ROWS}`
  const cells = (name: string): string => {
    const letter = columnLetter(form.columns.findIndex(column => column.name === name))
    return `${letter}2:${letter}${ROWS}`
  }
  const bold = { bold: true }
  const sheet: SheetPlan = {
    name: form.sheet,
    columns: form.columns.map(({ name, width }) => ({
      width,
      ...(form.dates.includes(name) ? { style: { format: 'yyyy-mm-dd' } } : {}),
    })),
    frozenRows: 1,
    rows: [
      form.columns.map(({ name, wanted }): CellPlan => ({ value: wanted ? `${name} *` : name, style: bold })),
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
      ...form.counts.map(
        name =>
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
    rows: [[{ value: form.title, style: bold }], ...form.guide.map(line => [line])],
  }
  return writeWorkbook({
    title: form.title,
    madeOn: form.madeOn,
    sheets: [sheet, guide, ...(lists.length === 0 ? [] : [options])],
  })
}
