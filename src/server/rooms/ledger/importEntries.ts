import { entryColumns, MOST_BYTES, MOST_ROWS } from '../../../files/ledger/entryColumns.ts'
import { readTable } from '../../../files/xlsx/readTable.ts'
import { printPeriod } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import { shownName } from '../../platform/http/shownName.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { newEntry, type OfUnit } from './enterEntry.ts'
import { addImport, findImport, markEntered } from './imports.store.ts'
import { judgeEntry, lateWithoutReason } from './judgeEntry.ts'
import { insertEntries, listEntries } from './ledger.store.ts'
import { loadLedgerContext } from './ledgerContext.ts'
import { type AcceptedRow, readEntryRows, twinKey } from './readEntryRows.ts'
import { keysOf, recountKeys } from './recountKeys.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Preview = Answered<'POST /api/years/:year/units/:unit/entry-imports'>

/** 预览一个文件: rows accepted and refused; nothing is entered yet. */
export async function previewEntries(
  context: AppContext,
  actor: Actor,
  change: Change,
  { year, unit }: OfUnit,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Preview | Refusal> {
  if (bytes.length > MOST_BYTES) return refuse('bodyTooLarge', { most: '10 MB' })
  const ground = await loadLedgerContext(context.db, year, unit)
  if (isRefusal(ground)) return ground
  const table = readTable(bytes, entryColumns, MOST_ROWS)
  if (isRefusal(table)) return table
  const { accepted, refused } = readEntryRows(
    table,
    ground,
    await listEntries(context.db, year, unit),
    context.today(),
  )
  const file = shownName(name)
  const id = context.newId()
  const answer: Preview = {
    id,
    file,
    read: table.length,
    accepted: accepted.map(({ row, fields, judged }) => ({
      row,
      kindName: judged.kindName,
      title: fields.title,
      happenedOn: fields.happenedOn,
      period: judged.period,
      periodName: printPeriod(judged.period),
      ...(fields.participants === undefined ? {} : { participants: fields.participants }),
      late: judged.late,
    })),
    refused: refused.map(one => ({ ...one })),
  }
  return change<Preview>(async tx => {
    await addImport(tx, {
      id,
      year,
      unit,
      file,
      rows: accepted,
      madeBy: actor.name,
      madeAt: context.now().toISOString(),
    })
    const values = { file, accepted: accepted.length, refused: refused.length }
    return { answer, events: [{ kind: 'ledgerImportShown', year, unit, values }] }
  })
}

/** 登记预览中通过的各行, all or none. `ledgerImportOutdated` when what was shown no longer holds. */
export async function commitEntries({
  context,
  actor,
  change,
  params,
  body: { lateReason },
}: Served<'POST /api/years/:year/units/:unit/entry-imports/:import/commit'>): Promise<
  { entered: number } | Refusal
> {
  const { year, unit, id } = { year: params.year, unit: params.unit, id: params.import }
  return change<{ entered: number }>(async tx => {
    const revision = await bumpCycle(tx, year)
    if (isRefusal(revision)) return revision
    const ground = await loadLedgerContext(tx, year, unit)
    if (isRefusal(ground)) return ground
    const found = await findImport(tx, year, id, unit)
    if (found === undefined) return refuse('notFound', { what: '这次导入' })
    if (found.state === 'entered') return refuse('ledgerImportDone', {})
    const rows = found.rows as readonly AcceptedRow[]
    if (rows.length === 0) return refuse('ledgerImportEmpty', {})
    const today = context.today()
    const there = new Set(
      (await listEntries(tx, year, unit)).filter(entry => entry.state === 'inForce').map(twinKey),
    )
    const faults: Refusal[] = []
    const entries = rows.flatMap(({ fields: read }) => {
      const fields = {
        ...read,
        ...(lateReason !== undefined && read.lateReason === undefined ? { lateReason } : {}),
      }
      const judged = judgeEntry(fields, ground, today)
      const fault = isRefusal(judged)
        ? judged
        : there.has(twinKey(fields))
          ? refuse('ledgerTwin', { title: fields.title, by: '他人', on: '预览之后' })
          : undefined
      if (fault !== undefined || isRefusal(judged)) {
        faults.push(fault ?? (judged as Refusal))
        return []
      }
      const late = lateWithoutReason(judged, ground, today, fields.lateReason)
      if (late !== undefined) faults.push(late)
      return [newEntry(context, actor, ground, fields, judged)]
    })
    const missing = faults.find(fault => fault.code === 'ledgerLateReasonMissing')
    if (missing !== undefined) return missing
    if (faults.length > 0)
      return refuse('ledgerImportOutdated', { count: faults.length, first: sentenceOfRefusal(faults[0]!) })
    await insertEntries(tx, entries)
    await markEntered(tx, id)
    const keys = keysOf(entries.map(({ counter, ...entry }) => ({ ...entry, counter: counter ?? null })))
    const moved = await recountKeys(tx, context, actor, ground, keys, revision)
    const values = {
      file: found.file,
      entries: entries.length,
      late: entries.filter(entry => entry.late).length,
    }
    return {
      answer: { entered: entries.length },
      events: [{ kind: 'ledgerImported', year, unit, values }, ...moved],
    }
  })
}
