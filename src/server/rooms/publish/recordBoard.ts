import { boardKinds } from '../../../contract/publish/publishFields.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { replaceAttached } from '../../office/files/attachFiles.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { findPage, findBoard, findPublication, saveBoard } from './publish.store.ts'
import { changeOf, stale } from './stale.ts'

/** Names a notice board as the owner of its photos. */
export function boardId(year: number, unit: string, kind: string): string {
  return `${year} ${unit} ${kind}`
}

/** Records a notice board (宣传栏) or the unit's own web site: where, since when, until when, with photos as evidence. (四（六）) `fileUnknown`, `boardFuture`, `boardBefore`, `boardDaysTurned`, `boardWithdrawn`, `staleRevision`, `notFound`. */
export async function recordBoard({
  context,
  actor,
  change,
  params: { year, unit },
  body: { revision, kind, place, up, down, files = [] },
}: Served<'PUT /api/years/:year/units/:unit/notice-board'>): Promise<{ revision: number } | Refusal> {
  const last = down ?? up
  if (last > context.today()) return refuse('boardFuture', { day: printDay(last) })
  if (last < up) return refuse('boardDaysTurned', { up: printDay(up), down: printDay(last) })
  return change(async tx => {
    const before = await findBoard(tx, { year, unit, kind })
    // What hangs somewhere is taken down after a publication was withdrawn; nothing new is put up.
    const plan = await findPublication(tx, year)
    if (before === undefined && (await findPage(tx, year, unit)) === undefined)
      return plan?.withdrawn ? refuse('boardWithdrawn', {}) : refuse('notFound', { what: '这个单位的公示' })
    if (plan !== undefined && up < plan.from && up !== before?.up)
      return refuse('boardBefore', { from: printDay(plan.from) })
    if ((before?.revision ?? 0) !== revision) return stale(`${boardKinds[kind]}登记`, before)
    const row = { year, unit, kind, place, up, down: down ?? null, revision: revision + 1 }
    if (!(await saveBoard(tx, { ...row, ...changeOf(context, actor) })))
      return stale(`${boardKinds[kind]}登记`, await findBoard(tx, { year, unit, kind }))
    const to = { owner: 'noticeBoard' as const, ownerId: boardId(year, unit, kind), year, unit }
    const unkept = await replaceAttached(tx, context, actor, to, files)
    if (unkept !== undefined) return unkept
    const values = {
      kind: boardKinds[kind],
      photos: files.length,
      place,
      up: printDay(up),
      down: down === undefined ? '' : printDay(down),
    }
    return { answer: { revision: revision + 1 }, events: [{ kind: 'boardRecorded', year, unit, values }] }
  })
}
