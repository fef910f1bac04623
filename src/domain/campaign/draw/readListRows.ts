import { comparable } from '../../kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { BETWEEN_CELLS, checkListLines, type ListReading, type NewLine, tidyLine } from './checkListLine.ts'
import type { DrawPurpose } from './drawPurpose.ts'

/** A table row (表中一行): its visible number and the texts of its cells. */
interface ListRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The maximum number of lines in a list (名单). */
export const MOST_LINES = 5000

interface Columns {
  readonly id?: number
  readonly name: number
  readonly branch?: number
}

/**
 * Reads a list (名单) from table rows or pasted text, with column names in one of the first ten rows or without
 * (name first, then a member's branch; a leading running number is ignored). Refuses the whole table if it has
 * columns of telephone or identity numbers.
 */
export function readListRows(purpose: DrawPurpose, rows: readonly ListRow[]): ListReading | Refusal {
  const filled = rows.filter(row => row.cells.some(cell => cell.trim() !== ''))
  const [first] = filled
  if (first === undefined) return refuse('drawListEmpty', {})
  const headingAt = filled.slice(0, HEADING_WITHIN).findIndex(row => isHeading(row.cells))
  const columns =
    headingAt < 0 ? columnsWithout(purpose, first.cells) : columnsOf(purpose, filled[headingAt]!.cells)
  if (isRefusal(columns)) return columns
  const body = filled.slice(headingAt + 1)
  if (body.length === 0) return refuse('drawListEmpty', {})
  if (body.length > MOST_LINES) return refuse('drawListTooLong', { most: MOST_LINES })
  return checkListLines(
    body.map(({ row, cells }) => ({
      row,
      text: cells.filter(cell => cell !== '').join(BETWEEN_CELLS),
      line: lineOf(purpose, columns, cells),
    })),
  )
}

/** Reads a list (名单) from pasted text: one row per line, cells separated by tabs, commas or Chinese enumeration commas. */
export function readListText(purpose: DrawPurpose, text: string): ListReading | Refusal {
  return readListRows(
    purpose,
    text.split(/\r?\n/).map((line, at) => ({ row: at + 1, cells: line.split(/[\t,，]/) })),
  )
}

function lineOf(purpose: DrawPurpose, { id, name, branch }: Columns, cells: readonly string[]): NewLine {
  const at = (column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? ''))
  return tidyLine({ id: at(id), name: at(name), branch: purpose === 'branch' ? '' : at(branch) })
}

const HEADING_WITHIN = 10

/** Other headings (列名的其他写法) that people use for the columns of a list. */
export const listHeadings = {
  id: ['编号', '代码', '党员编号', '支部编号'],
  person: ['姓名', '党员', '党员姓名', '名字'],
  branch: ['党支部', '支部', '所在支部', '所在党支部', '党支部名称', '支部名称', '所属支部', '所属党支部'],
  general: ['名称'],
} as const

const RUNNING = /^序号?$/
const PRIVATE = /电话|手机|号码|联系方式|身份证|证件|住址|地址|出生|微信|邮箱/

function isOf(kind: keyof typeof listHeadings, title: string): boolean {
  return (listHeadings[kind] as readonly string[]).includes(title)
}

function isHeading(cells: readonly string[]): boolean {
  const kinds = Object.keys(listHeadings) as (keyof typeof listHeadings)[]
  const titles = cells.map(plain).filter(title => title !== '')
  const known = titles.filter(title => RUNNING.test(title) || kinds.some(kind => isOf(kind, title)))
  return known.length > 0 || titles.some(title => title.length <= 8 && PRIVATE.test(title))
}

/** Refuses a list (名单) with a column of telephone or identity numbers. */
export function refusePrivateColumns(headings: readonly string[]): Refusal | undefined {
  const personal = headings.map(plain).find(title => PRIVATE.test(title))
  return personal === undefined ? undefined : refuse('drawColumnRefused', { column: personal })
}

function columnsOf(purpose: DrawPurpose, cells: readonly string[]): Columns | Refusal {
  const titles = cells.map(plain)
  const personal = refusePrivateColumns(cells)
  if (personal !== undefined) return personal
  const [id, branch, person, general] = (['id', 'branch', 'person', 'general'] as const).map(kind =>
    titles.findIndex(title => isOf(kind, title)),
  ) as [number, number, number, number]
  const name = purpose === 'branch' ? (branch === -1 ? general : branch) : person
  if (name === -1) return refuse('drawNoNameColumn', { column: purpose === 'branch' ? '党支部' : '姓名' })
  return { name, ...(id === -1 ? {} : { id }), ...(purpose === 'branch' || branch === -1 ? {} : { branch }) }
}

/** Finds the columns when there are no column names: a first column of numbers only is a running number. */
function columnsWithout(purpose: DrawPurpose, cells: readonly string[]): Columns {
  const name = cells.length > 1 && /^\d{1,4}[.、]?$/.test((cells[0] ?? '').trim()) ? 1 : 0
  return purpose === 'branch' ? { name } : { name, branch: name + 1 }
}

function plain(cell: string): string {
  return comparable(cell).replaceAll(/\(.*\)/g, '')
}
