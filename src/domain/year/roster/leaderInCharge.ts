import type { Day } from '../../kernel/calendar.ts'
import type { Roster, Unit } from './roster.ts'

/** The post under which the roster holds the leader in charge of a unit (分管领导). (五（四）) */
export const LEADER_IN_CHARGE = '分管领导'

/** Finds who was the leader in charge of a unit on a day (分管领导): in its own posts, else in those of its lead unit. (五（四）) */
export function findLeaderInCharge(
  { holders }: Roster,
  { id, leadUnit }: Unit,
  day: Day,
): string | undefined {
  const inPost = holders.filter(
    ({ post, from, to }) =>
      post === LEADER_IN_CHARGE && (from === undefined || from <= day) && (to === undefined || to >= day),
  )
  return [id, leadUnit]
    .map(unit => inPost.find(holder => holder.unit === unit)?.name)
    .find(name => name !== undefined)
}
