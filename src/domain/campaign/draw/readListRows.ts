import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { checkListLines, type ListReading, type NewLine, tidyLine } from './checkListLine.ts'
import type { DrawPurpose } from './drawPurpose.ts'

/** A table row (表中一行): its visible number and the texts of its cells. */
export interface ListRow {
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
 * Reads a list (名单) from table rows or pasted text, with column names in the first row or without (name
 * first, then a member's branch; a leading running number is ignored). Refuses the whole table if it has
 * columns of telephone or identity numbers.
 */
export function readListRows(purpose: DrawPurpose, rows: readonly ListRow[]): ListReading | Refusal {
  const filled = rows.filter(row => row.cells.some(cell => cell.trim() !== ''))
  const [first] = filled
  if (first === undefined) return refuse('drawListEmpty', {})
  const headed = isHeading(first.cells)
  const columns = headed ? columnsOf(purpose, first.cells) : columnsWithout(purpose, first.cells)
  if (isRefusal(columns)) return columns
  const body = headed ? filled.slice(1) : filled
  if (body.length === 0) return refuse('drawListEmpty', {})
  if (body.length > MOST_LINES) return refuse('drawListTooLong', { most: MOST_LINES })
  return checkListLines(
    body.map(({ row, cells }) => ({
      row,
      text: cells.filter(cell => cell !== '').join('　'),
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

const ID = /^(编号|代码|党员编号|支部编号)$/
const RUNNING = /^序号?$/
const PERSON = /^(姓名|党员|党员姓名|名字)$/
const BRANCH = /^(党支部|支部|所在支部|所在党支部|党支部名称|支部名称|所属支部|所属党支部)$/
const NAME = /^名称$/
const PRIVATE = /电话|手机|号码|联系方式|身份证|证件|住址|地址|出生|微信|邮箱/

function isHeading(cells: readonly string[]): boolean {
  return cells.some(
    cell => [ID, RUNNING, PERSON, BRANCH, NAME].some(known => known.test(plain(cell))) || PRIVATE.test(cell),
  )
}

function columnsOf(purpose: DrawPurpose, cells: readonly string[]): Columns | Refusal {
  const titles = cells.map(plain)
  const personal = titles.find(title => PRIVATE.test(title))
  if (personal !== undefined) return refuse('drawColumnRefused', { column: personal })
  const id = titles.findIndex(title => ID.test(title))
  const branch = titles.findIndex(title => BRANCH.test(title))
  const person = titles.findIndex(title => PERSON.test(title))
  const general = titles.findIndex(title => NAME.test(title))
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
  return cell.replace(/\s|[（(].*[）)]/g, '')
}
