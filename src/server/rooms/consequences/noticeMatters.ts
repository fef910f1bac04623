import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { isLatestReleased } from '../../year/lifecycle.store.ts'
import { listNotices } from './consequences.store.ts'

/** Lists the notices of consequences (结果运用) to serve and to reply to, which are due on released results only. */
export async function listNoticeMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, stored, may, forSeal } = ground
  const outcome = ground.scored.outcome
  if (forSeal || outcome === undefined || stored.row.releasedSeal === null) return []
  const at = { name: '结果运用', page: '$year/consequences', waits: true }
  if (may('serveNotice')) {
    if (!isLatestReleased(stored)) return []
    const served = new Set((await listNotices(context.db, year)).map(({ unit, rule }) => `${unit} ${rule}`))
    const due = outcome.components.appraisees.flatMap(({ unit }, place) =>
      outcome.consequences.consequences[place]!.map(one => `${unit} ${one.rule}`),
    )
    const unserved = due.filter(key => !served.has(key)).length
    return unserved === 0 ? [] : [{ ...at, id: 'serve', text: `有${unserved}份结果运用通知待送达` }]
  }
  if (!may('replyNotice')) return []
  const reach = await ground.reach('replyNotice')
  const open = (await listNotices(context.db, year)).filter(one => one.reply === null && reach.has(one.unit))
  return open.length === 0 ? [] : [{ ...at, id: 'reply', text: `有${open.length}份结果运用通知待回复` }]
}
