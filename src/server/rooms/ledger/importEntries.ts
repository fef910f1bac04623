import { printPeriod } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { newEntry } from './enterEntry.ts'
import { entryList, loadEntryContext, type ReadEntry, twinKey } from './entryList.ts'
import { keepImport, takeImport } from './keepImport.ts'
import { judgeEntry, lateWithoutReason } from './judgeEntry.ts'
import { insertEntries, listEntries } from './ledger.store.ts'
import { loadLedgerContext } from './ledgerContext.ts'
import { keysOf, recountKeys } from './recountKeys.ts'

/** Previews a file: the rows accepted and refused. Enters nothing. */
export async function previewEntries(request: Served<'POST /api/years/:year/units/:unit/entry-imports'>) {
  const of = await loadEntryContext(request.context, request.params.year, request.params.unit)
  if (isRefusal(of)) return of
  const show = ({ fields: { title, happenedOn, participants }, judged }: ReadEntry) => ({
    kindName: judged.kindName,
    title,
    happenedOn,
    period: judged.period,
    periodName: printPeriod(judged.period),
    participants,
    late: judged.late,
  })
  return keepImport(request, { list: entryList, of, show })
}

/** Enters the rows accepted in a preview, all or none. `ledgerImportOutdated` if the preview is no longer valid. */
export async function commitEntries({
  context,
  actor,
  change,
  params: { year, unit, import: id },
  body: { lateReason },
}: Served<'POST /api/years/:year/units/:unit/entry-imports/:import/commit'>): Promise<
  { entered: number } | Refusal
> {
  return change<{ entered: number }>(async tx => {
    const revision = await bumpCycle(tx, year)
    if (isRefusal(revision)) return revision
    const ground = await loadLedgerContext(tx, year, unit)
    if (isRefusal(ground)) return ground
    const found = await takeImport<ReadEntry>(tx, { year, unit, id })
    if (isRefusal(found)) return found
    const today = context.today()
    const there = new Set(
      (await listEntries(tx, year, unit)).filter(entry => entry.state === 'inForce').map(twinKey),
    )
    const faults: Refusal[] = []
    const entries = found.rows.flatMap(({ fields: read }) => {
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
