import { isInRange } from '../../../../domain/campaign/ballot/markFaults.ts'
import { readMark, type WrittenMark } from '../../../../domain/campaign/ballot/sheetText.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { isPoints } from '../../../../domain/kernel/points.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { trailOf } from '../changeMeeting.ts'
import { openEntering, type PaperContext } from './loadPaper.ts'
import {
  changeSheet,
  findNumber,
  findSheet,
  insertSheet,
  pagesOf,
  type StoredPage,
  type StoredSheet,
} from './paper.store.ts'
import type { Entry } from './paper.tables.ts'
import { nameSheet, presentSheet } from './presentPaper.ts'
import { compareEntries, standingOf } from './settleSheet.ts'

/** Keys a whole paper sheet. The first entry is kept, the second by another person settles the sheet if both agree; each may correct their own until then. `noSuchVoterClass`, `paperNumberScanned`, and those of an entry. */
export async function keySheet({
  context,
  actor,
  change,
  params,
  body: { voterClass, number, marks, faulty },
}: Served<'POST /api/years/:year/meetings/:meeting/paper/sheets'>) {
  return change(async tx => {
    const open = await openEntering(tx, { actor, params })
    if (isRefusal(open)) return open
    const { classes, lines } = open.form
    if (!classes.some(({ id }) => id === voterClass))
      return refuse('noSuchVoterClass', { known: classes.map(({ name }) => name).join('、') })
    const before = await findNumber(tx, params.meeting, voterClass, number)
    if (before?.way === 'scanned') return refuse('paperNumberScanned', { number })
    const entry = { faulty, marks: Object.fromEntries(marks.slice(0, lines.length).entries()) }
    const sheet =
      before ??
      (await insertSheet(tx, {
        id: context.newId(),
        meeting: params.meeting,
        voterClass,
        number,
        way: 'keyed',
      }))
    return enter(tx, open, actor, sheet, [], entry)
  })
}

/** Decides the doubtful cells of a scanned sheet, as one of two people. `paperPagesMissing`, and those of an entry. */
export async function decideDoubts({
  actor,
  change,
  params,
  body: { marks, faulty },
}: Served<'POST /api/years/:year/meetings/:meeting/paper/sheets/:sheet/decided'>) {
  return change(async tx => {
    const open = await openEntering(tx, { actor, params })
    if (isRefusal(open)) return open
    const sheet = await findSheet(tx, params.meeting, params.sheet)
    if (sheet === undefined || sheet.way !== 'scanned') return refuse('notFound', { what: '这张扫描的票' })
    const pages = await pagesOf(tx, sheet.id)
    if (pages.length < open.pages) return refuse('paperPagesMissing', { number: sheet.number })
    const entry = { faulty, marks: Object.fromEntries(marks.map(({ line, mark }) => [line, mark])) }
    return enter(tx, open, actor, sheet, pages, entry)
  })
}

/** Saves an entry of one person. `paperSheetSettled`, `paperKeyedByTwo`, `paperLinesOpen`, `paperMarksFaulty`. */
async function enter(
  tx: Transaction,
  open: PaperContext,
  actor: Actor,
  sheet: StoredSheet,
  pages: readonly StoredPage[],
  entry: Entry,
) {
  const { number } = sheet
  const wrong = sheet.settled ? refuse('paperSheetSettled', { number }) : faultOf(open, sheet, pages, entry)
  if (wrong !== undefined) return wrong
  const isFirst = sheet.firstBy === null || sheet.firstBy === actor.id
  if (!isFirst && sheet.secondBy !== null && sheet.secondBy !== actor.id)
    return refuse('paperKeyedByTwo', { number, by: `${sheet.firstName}、${sheet.secondName}` })
  const own = isFirst
    ? { first: entry, firstBy: actor.id, firstName: actor.name }
    : { second: entry, secondBy: actor.id, secondName: actor.name }
  const lines = standingOf(sheet, pages, { lines: open.form.lines.length, pages: open.pages }).open
  const { first, second } = { ...sheet, ...own }
  const settled = first !== null && second !== null && compareEntries(lines, first, second).length === 0
  const saved = await changeSheet(tx, sheet.id, { ...own, settled })
  const what = settled
    ? '两人录入一致，已确定'
    : `${isFirst ? '第一人' : '第二人'}录入${second === null ? '' : '，与另一人不一致'}`
  const values = { name: open.loaded.stored.name, sheet: nameSheet(sheet, open), what }
  return {
    answer: presentSheet(saved, pages, open, actor),
    events: trailOf(open.loaded.stored, [{ kind: 'paperSheetEntered', values }]),
  }
}

function faultOf(
  { form, pages: count }: PaperContext,
  sheet: StoredSheet,
  pages: readonly StoredPage[],
  { faulty, marks }: Entry,
): Refusal | undefined {
  if (faulty) return undefined
  const { open } = standingOf(sheet, pages, { lines: form.lines.length, pages: count })
  const isGood = (line: number, mark: WrittenMark) =>
    (typeof mark !== 'number' || isPoints(mark)) && isInRange(form, readMark(form.lines[line]!.unit, mark))
  const numbers = (lines: readonly number[]) => lines.map(line => line + 1).join('、')
  const missing = open.filter(line => marks[line] === undefined)
  if (missing.length > 0) return refuse('paperLinesOpen', { lines: numbers(missing) })
  const faults = open.filter(line => !isGood(line, marks[line]!))
  return faults.length > 0 ? refuse('paperMarksFaulty', { lines: numbers(faults) }) : undefined
}
