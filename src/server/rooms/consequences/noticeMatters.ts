import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { isLatestReleased } from '../../year/lifecycle.store.ts'
import { overdueSince, standingOf } from '../../../domain/campaign/followUp/decideFollowUp.ts'
import { listNotices } from './consequences.store.ts'
import { stateOf } from './followUp.ts'
import { listFollowUps } from './followUps.store.ts'
import { followsUp, metOf } from './metConsequence.ts'

/** Lists the notices of consequences (结果运用) to serve and to reply to, and the talks and proposals that follow; they are due on released results only. */
export async function listNoticeMatters(ground: MatterContext): Promise<Matter[]> {
  return [...(await noticesDue(ground)), ...(await followUpsDue(ground))]
}

async function noticesDue(ground: MatterContext): Promise<Matter[]> {
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
    return unserved === 0 ? [] : [{ ...at, id: 'serve', text: `送达结果运用通知${unserved}份` }]
  }
  if (!may('replyNotice')) return []
  const reach = await ground.reach('replyNotice')
  const open = (await listNotices(context.db, year)).filter(one => one.reply === null && reach.has(one.unit))
  return open.length === 0 ? [] : [{ ...at, id: 'reply', text: `回复结果运用通知${open.length}份` }]
}

/** What follows the rank of persons: to arrange, under way and overdue; to the unit, the steps promised in a talk. */
async function followUpsDue(ground: MatterContext): Promise<Matter[]> {
  const { context, year, stored, today, scored, may, forSeal, nameOf } = ground
  const outcome = scored.outcome
  if (forSeal || outcome === undefined || !isLatestReleased(stored) || !may('replyNotice')) return []
  const reach = await ground.reach('replyNotice')
  const serves = may('serveNotice')
  const kept = (await listFollowUps(context.db, year)).filter(
    ({ unit, rule, kind }) =>
      reach.has(unit) && (serves || kind === 'talk') && metOf(scored, unit, rule) !== undefined,
  )
  const states = kept.map(row => ({ unit: row.unit, state: stateOf(row) }))
  const open = states.filter(({ state }) => standingOf(state) !== 'settled')
  const late = open.flatMap(({ unit, state }) => {
    const since = overdueSince(state, today)
    return since === undefined ? [] : [{ unit, since }]
  })
  const begun = new Set(kept.map(({ unit, rule }) => `${unit} ${rule}`))
  const toArrange = !serves
    ? 0
    : outcome.components.appraisees.flatMap(({ unit }, at) =>
        outcome.consequences.consequences[at]!.filter(({ rule }) => {
          const met = metOf(scored, unit, rule)
          return met !== undefined && followsUp(met.follows) && !begun.has(`${unit} ${rule}`)
        }),
      ).length
  const at = { name: '结果运用', page: '$year/consequences', waits: true }
  const lateText = `约谈和承诺事项逾期${late.length}项`
  const days = late.map(({ since }) => since).toSorted()
  return [
    ...(toArrange === 0 ? [] : [{ ...at, id: 'followUps', text: `安排约谈或调整建议${toArrange}项` }]),
    ...(open.length === 0
      ? []
      : [
          {
            ...at,
            id: 'followUpsOpen',
            text: serves
              ? `办结约谈或调整建议${open.length}项`
              : `落实约谈后的承诺：${open.length}次约谈未办结`,
            waits: serves || late.length > 0,
            ...(late.length > 0 && {
              late: { text: lateText, since: days[0]!, units: late.map(({ unit }) => nameOf(unit)) },
            }),
          },
        ]),
  ]
}
