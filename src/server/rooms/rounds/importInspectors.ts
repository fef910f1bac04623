import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { openWorkbook } from '../../../files/xlsx/openWorkbook.ts'
import type { SheetCell } from '../../../files/xlsx/sheetCell.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type InspectorCheck, type InspectorFields, createInspectorCheck } from './checkInspector.ts'
import { addInspectors } from './editInspectors.ts'
import type { Stamp } from './plan.store.ts'

/** 名单表的列. */
export const INSPECTOR_COLUMNS = ['姓名', '所在单位', '另须回避的牵头单位', '用户名'] as const

/** 导入的结果: rows taken and rows refused, each with its reason. */
export interface InspectorsRead {
  readonly accepted: { row: number; name: string; homeName: string; username: string }[]
  readonly refused: { row: number; why: string }[]
  readonly written: number
}

const MOST = 500

/** 由工作簿导入核查人员: `check` says what would happen, `write` writes all rows or, when one is refused, none. `inspectorsRefused`, `inspectorsEmpty`, `inspectorsTooMany`. */
export async function importInspectors(
  context: AppContext,
  change: Change,
  {
    year,
    bytes,
    step,
  }: { readonly year: number; readonly bytes: Uint8Array; readonly step: 'check' | 'write' },
  stamp: Stamp,
): Promise<InspectorsRead | Refusal> {
  const lines = readLines(bytes)
  if (isRefusal(lines)) return lines
  if (lines.length === 0) return refuse('inspectorsEmpty', {})
  if (step === 'check')
    return context.db.transaction(async tx => ({ ...describe(await judge(tx, year, lines)), written: 0 }))
  return change(async tx => {
    const judged = await judge(tx, year, lines)
    const [first] = judged.refused
    if (first !== undefined) {
      return refuse('inspectorsRefused', {
        total: judged.refused.length,
        first: `第 ${first.row} 行：${first.why}`,
      })
    }
    const done = await addInspectors(
      tx,
      context,
      year,
      judged.accepted.map(one => one.fields),
      stamp,
      'workbook',
    )
    return isRefusal(done)
      ? done
      : { answer: { ...describe(judged), written: judged.accepted.length }, events: done.events }
  })
}

interface Line {
  readonly row: number
  readonly texts: readonly string[]
}

interface Judged {
  readonly accepted: readonly (Line & { readonly fields: InspectorFields })[]
  readonly refused: { row: number; why: string }[]
}

/** The first sheet, under the row of headings; empty rows do not count. */
function readLines(bytes: Uint8Array): readonly Line[] | Refusal {
  const book = openWorkbook(bytes)
  if (isRefusal(book)) return book
  const lines: Line[] = []
  let order: readonly number[] | undefined
  for (const row of book.sheets.find(sheet => !sheet.hidden)?.rows() ?? []) {
    if (isRefusal(row)) return row
    const texts = Array.from(row.cells, textOf)
    if (texts.every(text => text === '')) continue
    if (order === undefined) order = INSPECTOR_COLUMNS.map(column => texts.indexOf(column))
    else lines.push({ row: row.row, texts: order.map(at => (at < 0 ? '' : (texts[at] ?? ''))) })
    if (lines.length > MOST) return refuse('inspectorsTooMany', { most: MOST })
  }
  return lines
}

function textOf(cell: SheetCell | undefined): string {
  if (cell?.kind === 'text') return cell.text.trim()
  return cell?.kind === 'number' ? String(cell.number) : ''
}

async function judge(tx: Transaction, year: number, lines: readonly Line[]): Promise<Judged> {
  const check = await createInspectorCheck(tx, year)
  const units = new Map([...check.names].map(([id, name]) => [name, id]))
  const judged = {
    accepted: [] as (Line & { fields: InspectorFields })[],
    refused: [] as { row: number; why: string }[],
  }
  for (const line of lines) {
    const fields = toFields(line, check, units)
    const why = typeof fields === 'string' ? fields : check.take(fields)
    if (typeof fields === 'string' || why !== undefined) {
      judged.refused.push({ row: line.row, why: typeof why === 'string' ? why : sentenceOfRefusal(why!) })
    } else judged.accepted.push({ ...line, fields })
  }
  return judged
}

function toFields(
  { texts }: Line,
  { accounts, names }: InspectorCheck,
  units: ReadonlyMap<string, string>,
): InspectorFields | string {
  const [name = '', home = '', group = '', username = ''] = texts
  if (name === '' || name.length > 100) return '姓名空着或超过100字；请填写姓名'
  const unitOf = (text: string): string | undefined => (names.has(text) ? text : units.get(text))
  if (home !== '' && unitOf(home) === undefined) return `名册中没有单位“${home}”；请按名册填写全称或编号`
  if (group !== '' && unitOf(group) === undefined) return `名册中没有单位“${group}”；请按名册填写全称或编号`
  const account = accounts.find(one => one.username === username.toLowerCase())
  if (username !== '' && account === undefined)
    return `没有用户名为“${username}”的核查组账号；请先开设账号，或留空`
  return {
    name,
    ...(home === '' ? {} : { homeUnit: unitOf(home)! }),
    ...(group === '' ? {} : { leadGroup: unitOf(group)! }),
    ...(account === undefined ? {} : { account: account.id }),
  }
}

function describe({ accepted, refused }: Judged): Omit<InspectorsRead, 'written'> {
  return {
    accepted: accepted.map(({ row, texts: [name = '', homeName = '', , username = ''] }) => ({
      row,
      name,
      homeName,
      username,
    })),
    refused,
  }
}
