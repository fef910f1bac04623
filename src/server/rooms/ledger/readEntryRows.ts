import { ledgerKindsOf } from '../../../contract/ledger/ledgerKinds.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { allPeriodsOf, type Day, isDay, printDay, printPeriod } from '../../../domain/kernel/calendar.ts'
import type { TableRow } from '../../../files/xlsx/readTable.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type EntryFields, judgeEntry, type JudgedEntry } from './judgeEntry.ts'
import type { StoredEntry } from './ledger.store.ts'
import type { LedgerContext } from './ledgerContext.ts'

/** 通过的一行, and what it came to. */
export interface AcceptedRow {
  readonly row: number
  readonly fields: EntryFields
  readonly judged: JudgedEntry
}

/** 退回的一行: where, and why. */
export interface RefusedRow {
  readonly row: number
  readonly column?: string
  readonly cell?: string
  readonly reason: string
}

/** 逐行识读并查验: each row is accepted or refused with its first reason; one that is there already, or stands twice in the file, is refused too. */
export function readEntryRows(
  table: readonly TableRow[],
  ground: LedgerContext,
  there: readonly StoredEntry[],
  today: Day,
): { readonly accepted: readonly AcceptedRow[]; readonly refused: readonly RefusedRow[] } {
  const accepted: AcceptedRow[] = []
  const refused: RefusedRow[] = []
  const known = new Map(
    there.filter(entry => entry.state === 'inForce').map(entry => [twinKey(entry), entry]),
  )
  const inFile = new Map<string, number>()
  for (const { row, cells } of table) {
    const fields = fieldsOf(cells, ground)
    if ('column' in fields) {
      const { column, refusal } = fields
      refused.push({
        row,
        column,
        ...(cells.has(column) ? { cell: cells.get(column)! } : {}),
        reason: sentenceOfRefusal(refusal),
      })
      continue
    }
    const judged = judgeEntry(fields, ground, today)
    const twin = known.get(twinKey(fields))
    const first = inFile.get(twinKey(fields))
    const refusal = isRefusal(judged)
      ? judged
      : first !== undefined
        ? refuse('ledgerTwinInFile', { row: first })
        : twin !== undefined
          ? refuse('ledgerTwin', { title: twin.title, by: twin.enteredBy, on: printDay(twin.enteredOn) })
          : undefined
    if (refusal !== undefined || isRefusal(judged)) {
      refused.push({ row, reason: sentenceOfRefusal(refusal ?? (judged as Refusal)) })
      continue
    }
    inFile.set(twinKey(fields), row)
    accepted.push({ row, fields, judged })
  }
  return { accepted, refused }
}

/** 相同与否: the kind, the day and the title without its spaces. */
export function twinKey({
  kind,
  happenedOn,
  title,
}: Pick<EntryFields, 'kind' | 'happenedOn' | 'title'>): string {
  return `${kind} ${happenedOn} ${title.replaceAll(/\s/g, '')}`
}

interface WrongCell {
  readonly column: string
  readonly refusal: Refusal
}

function fieldsOf(
  cells: ReadonlyMap<string, string>,
  { scheme, year }: LedgerContext,
): EntryFields | WrongCell {
  const wrong = (column: string, wanted: string): WrongCell => ({
    column,
    refusal: cells.has(column)
      ? refuse('ledgerCellWrong', { column, cell: cells.get(column)!.slice(0, 50), wanted })
      : refuse('ledgerCellMissing', { column }),
  })
  const said = cells.get('类别')
  const kind = ledgerKindsOf(scheme).find(one => one.name === said || one.kind === said)
  if (kind === undefined) return wrong('类别', '列表中的一个类别')
  const title = cells.get('标题')
  if (title === undefined || title.length > 200) return wrong('标题', '不超过200字的标题')
  const happenedOn = dayOf(cells.get('发生日期'))
  if (happenedOn === undefined) return wrong('发生日期', '日期，如2018-07-06')
  const period = cells.has('所属期间') ? periodOf(cells.get('所属期间')!, year) : undefined
  if (cells.has('所属期间') && period === undefined)
    return wrong('所属期间', '本年度的年、季度或月份，如2018年7月')
  const persons = cells.get('参加人数')?.replace(/人$/, '')
  if (persons !== undefined && !/^\d{1,6}$/.test(persons)) return wrong('参加人数', '整数')
  const note = cells.get('说明') ?? ''
  if (note.length > 2000) return wrong('说明', '不超过2000字的说明')
  const lateReason = cells.get('补录原因')?.slice(0, 2000)
  return {
    kind: kind.kind,
    title,
    happenedOn,
    ...(period === undefined ? {} : { period }),
    ...(persons === undefined ? {} : { participants: Number(persons) }),
    note,
    rows: (cells.get('另行引用的行') ?? '').split(/[、,，;；\s]+/).filter(row => row !== ''),
    files: [],
    ...(lateReason === undefined ? {} : { lateReason }),
    twinMeant: false,
  }
}

/** 单元格中的日期: 2018-07-06, 2018/7/6, 2018年7月6日. */
export function dayOf(text: string | undefined): Day | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text ?? '')
  if (found === null) return undefined
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

function periodOf(text: string, year: number): string | undefined {
  const bare = text.replaceAll(/\s/g, '').replace(/^\d{4}年?度?全?年?$/, String(year))
  return allPeriodsOf(year).find(
    period => period === bare || printPeriod(period) === bare || printPeriod(period) === `${year}年${bare}`,
  )
}
