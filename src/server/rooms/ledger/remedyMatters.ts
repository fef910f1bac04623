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
  const at = { name: '自查与整改', page: '$year/remedies' }
  const units = overdue.length === 1 && own.length === 1 ? '' : `，涉及${overdue.length}个单位`
  const text = `自查与整改逾期${sum(overdue)}项${units}`
  return [
    ...(own.length > 0
      ? [
          {
            ...at,
            id: 'ownRemedies',
            text: `自查与整改有${sum(own)}项已过期限`,
            due: own[0]!.since,
            urgent: true,
            waits: true,
          },
        ]
      : []),
    {
      ...at,
      id: 'remedies',
      text,
      late: {
        text,
        since: overdue[0]!.since,
        units: overdue.map(one => nameOf(one.unit)),
        asks: '完成自查发现问题的整改并更新清单',
      },
      seal: 'warning',
    },
  ]
}

function sum(overdue: readonly { readonly count: number }[]): number {
  return overdue.reduce((total, one) => total + one.count, 0)
}
