import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { listOverdue } from './remedies.store.ts'

/** Lists self-checks and remedies that are past their day. They wait for those who keep them. */
export async function listRemedyMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, today, actor, nameOf } = ground
  const reach = await ground.reach('readLedger')
  const overdue = (await listOverdue(context.db, year, today)).filter(one => reach.has(one.unit))
  if (overdue.length === 0) return []
  const keeper = ground.may('keepRemedies') ? new Set(actor.grants.map(grant => grant.unit)) : new Set()
  const own = overdue.filter(one => keeper.has(one.unit))
  const others = overdue.filter(one => !keeper.has(one.unit))
  const at = { name: '自查与整改', page: '$year/remedies' }
  const text = `自查与整改逾期${sum(others)}项，涉及${others.length}个单位`
  return [
    ...(own.length > 0
      ? [
          {
            ...at,
            id: 'ownRemedies',
            text: `完成自查与整改逾期的${sum(own)}项并更新清单`,
            who: own.map(({ problem }) => problem).join('；'),
            due: own[0]!.since,
            urgent: true,
            waits: true,
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            ...at,
            id: 'remedies',
            text,
            late: {
              text,
              since: others[0]!.since,
              units: others.map(one => nameOf(one.unit)),
              asks: '完成自查发现问题的整改并更新清单',
            },
            seal: 'warning' as const,
          },
        ]
      : []),
  ]
}

function sum(overdue: readonly { readonly count: number }[]): number {
  return overdue.reduce((total, one) => total + one.count, 0)
}
