import { isRefusal, refuse } from '../../../../domain/kernel/refusal.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { trailOf } from '../changeMeeting.ts'
import { openEntering } from './loadPaper.ts'
import { deleteSheet, findSheet } from './paper.store.ts'
import { nameSheet, presentPaper } from './presentPaper.ts'

/** Removes a sheet that was entered by mistake, with a reason; its number may be used again. `notFound`, `meetingNotNow`. */
export async function removeSheet({
  context,
  actor,
  change,
  params,
  body: { reason },
}: Served<'POST /api/years/:year/meetings/:meeting/paper/sheets/:sheet/removed'>) {
  return change(async tx => {
    const open = await openEntering(tx, { actor, params })
    if (isRefusal(open)) return open
    const sheet = await findSheet(tx, params.meeting, params.sheet)
    if (sheet === undefined) return refuse('notFound', { what: '这张票' })
    for (const picture of await deleteSheet(tx, sheet.id)) await context.files.remove(picture)
    const values = { name: open.loaded.stored.name, sheet: nameSheet(sheet, open), reason }
    return {
      answer: await presentPaper(tx, open, actor),
      events: trailOf(open.loaded.stored, [{ kind: 'paperSheetRemoved', values }]),
    }
  })
}
