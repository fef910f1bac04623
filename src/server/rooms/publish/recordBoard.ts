import { printDay } from '../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { findPage, listBoards, saveBoard } from './publish.store.ts'
import { changeOf, stale } from './stale.ts'

/** Records a notice board (宣传栏): where the sheet hangs, since when, until when. (四（六）) `boardFuture`, `boardDaysTurned`, `staleRevision`, `notFound`. */
export async function recordBoard({
  context,
  actor,
  change,
  params: { year, unit },
  body: { revision, place, up, down },
}: Served<'PUT /api/years/:year/units/:unit/notice-board'>): Promise<{ revision: number } | Refusal> {
  const last = down ?? up
  if (last > context.today()) return refuse('boardFuture', { day: printDay(last) })
  if (last < up) return refuse('boardDaysTurned', { up: printDay(up), down: printDay(last) })
  return change(async tx => {
    if ((await findPage(tx, year, unit)) === undefined) return refuse('notFound', { what: '这个单位的公示' })
    const before = (await listBoards(tx, year)).find(one => one.unit === unit)
    if ((before?.revision ?? 0) !== revision) return stale('宣传栏登记', before)
    const row = { year, unit, place, up, down: down ?? null, revision: revision + 1 }
    await saveBoard(tx, { ...row, ...changeOf(context, actor) })
    const values = { place, up: printDay(up), down: down === undefined ? '' : printDay(down) }
    return { answer: { revision: revision + 1 }, events: [{ kind: 'boardRecorded', year, unit, values }] }
  })
}
