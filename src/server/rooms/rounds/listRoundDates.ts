import { type Quarter, quarterOf } from '../../../domain/kernel/calendar.ts'
import { deadlineComponents } from '../../../domain/year/lifecycle/deadlineComponents.ts'
import { listDeadlines } from '../../../domain/scheme/listDeadlines.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { RoomDate } from '../../year/due/listDates.ts'
import type { MatterContext } from '../../year/due/matter.ts'
import { listOpenVisits, listRounds } from './rounds.store.ts'

/** Lists the issued rounds as dates of the year: the first of a quarter carries out the scheme's date, further ones stand beside it. (三（二）2) */
export async function listRoundDates(ground: MatterContext): Promise<RoomDate[]> {
  const { context, year, scored } = ground
  const { scheme } = scored
  if (scheme === undefined) return []
  const reach = await ground.reach('readRounds')
  const visits = (await listOpenVisits(context.db, year)).filter(({ unit }) => reach.has(unit))
  const carried = new Set<string>()
  return (await listRounds(context.db, year)).flatMap((round): RoomDate[] => {
    const of = dateOf(scheme, round.quarter)
    if (round.state === 'drafted' || of === undefined) return []
    const left = visits.filter(visit => visit.round === round.id).length
    const days = { of, from: round.fromDay, due: round.toDay, open: left > 0, left }
    if (!round.supervised && !carried.has(of)) {
      carried.add(of)
      return [days]
    }
    return reach.all || left > 0
      ? [{ ...days, beside: { id: round.id, name: round.name, due: round.toDay } }]
      : []
  })
}

/** The date of the scheme by which the inspections of a quarter are made. */
function dateOf(scheme: Scheme, quarter: Quarter): string | undefined {
  const byRubric = scheme.components.filter(one => one.methods.some(({ kind }) => kind === 'rubric'))
  return listDeadlines(scheme).find(
    date =>
      quarterOf(date.from ?? date.due) <= quarter &&
      quarter <= quarterOf(date.due) &&
      deadlineComponents(scheme, date).some(id => byRubric.some(one => one.id === id)),
  )?.id
}
