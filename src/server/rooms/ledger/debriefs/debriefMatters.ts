import { DEBRIEF_SIDES } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import type { Day } from '../../../../domain/kernel/calendar.ts'
import { isRefusal } from '../../../../domain/kernel/refusal.ts'
import type { Matter, MatterContext } from '../../../year/due/matter.ts'
import { debriefLines, type ShownDebrief } from './listDebriefs.ts'

/** Lists the dual debriefs (双述双评) that are past their day. They wait for those who keep them. (六（四）) */
export async function listDebriefMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, actor, nameOf } = ground
  const reach = await ground.reach('readLedger')
  const lines = await debriefLines(context, year, unit => reach.has(unit))
  if (isRefusal(lines)) return []
  const late = lines.filter(({ standing }) => standing === 'late')
  if (late.length === 0) return []
  const keeper = ground.may('keepLedger') ? new Set(actor.grants.map(grant => grant.unit)) : new Set()
  const own = late.filter(({ unit }) => keeper.has(unit))
  const others = late.filter(({ unit }) => !keeper.has(unit))
  const at = { name: '双述双评', page: '$year/dualDebriefs' }
  return [
    ...(own.length > 0
      ? [
          {
            ...at,
            id: 'ownDebriefs',
            text: `补办${own.length}人的双述双评并登记结果`,
            due: firstDay(own),
            urgent: true,
            waits: true,
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            ...at,
            id: 'debriefs',
            text: `双述双评逾期${others.length}人`,
            late: {
              text: `双述双评逾期${others.length}人`,
              since: firstDay(others),
              units: [...new Set(others.map(({ unit }) => unit))].map(nameOf),
              asks: '组织所属党组织书记述职评议并登记结果',
            },
            seal: 'warning' as const,
          },
        ]
      : []),
  ]
}

function firstDay(lines: readonly ShownDebrief[]): Day | undefined {
  return lines
    .flatMap(line =>
      DEBRIEF_SIDES.flatMap(side => (line[side].standing === 'late' ? (line[side].plannedOn ?? []) : [])),
    )
    .toSorted()[0]
}
