/** The number of units of one prefecture; larger years are several prefectures side by side, so that each unit is determined by its index alone. */
export const BLOCK = 120

/** The numbers of lead units (牵头单位) and directly managed units (直管单位) of one prefecture; the rest are members. */
export const LEADS = 12
const DIRECTS = 10
const MEMBERS = [13, 5, 10, 8, 11, 4, 7, 12, 6, 9, 8, 5] as const

/** A unit's position in the demo prefecture. `group` is the number of its lead unit within the block, `seat` its place among the members of the group. */
export interface DemoPlace {
  readonly block: number
  readonly at: number
  readonly role: 'lead' | 'direct' | 'member'
  readonly group: number
  readonly seat: number
  /** merged in the middle of the year; below the level and not appraised; headed by a prefecture leader. */
  readonly special?: 'merged' | 'successor' | 'belowLevel' | 'ledByLeader'
}

const SPECIAL: Readonly<Record<number, DemoPlace['special']>> = {
  2: 'ledByLeader',
  33: 'successor',
  34: 'merged',
  91: 'belowLevel',
}

const PLACES: readonly Omit<DemoPlace, 'block'>[] = Array.from({ length: BLOCK }, (_, at) => placeInBlock(at))

/** Returns a unit's position by its index. */
export function demoPlace(index: number): DemoPlace {
  const block = Math.floor(index / BLOCK)
  return { block, ...PLACES[index - block * BLOCK]! }
}

/** Returns the indexes of the appraised members of a lead group, among the first `units` units. */
export function groupMembers(block: number, group: number, units: number): readonly number[] {
  const from = LEADS + DIRECTS + MEMBERS.slice(0, group).reduce((sum, size) => sum + size, 0)
  const indexes = Array.from({ length: MEMBERS[group] ?? 0 }, (_, seat) => block * BLOCK + from + seat)
  return indexes.filter(index => index < units && isAppraised(index))
}

/** Returns the lead and directly managed units of a block (first debrief tier), among the first `units` units. */
export function firstTier(block: number, units: number): readonly number[] {
  return Array.from({ length: LEADS + DIRECTS }, (_, at) => block * BLOCK + at).filter(index => index < units)
}

/** Checks whether a unit is appraised: not if merged during the year or below the level. (一) */
export function isAppraised(index: number): boolean {
  const special = PLACES[index % BLOCK]!.special
  return special !== 'merged' && special !== 'belowLevel'
}

function placeInBlock(at: number): Omit<DemoPlace, 'block'> {
  const special = SPECIAL[at]
  const extra = special === undefined ? {} : { special }
  if (at < LEADS) return { at, role: 'lead', group: at, seat: -1, ...extra }
  if (at < LEADS + DIRECTS) return { at, role: 'direct', group: -1, seat: at - LEADS, ...extra }
  let seat = at - LEADS - DIRECTS
  let group = 0
  while (seat >= MEMBERS[group]!) seat -= MEMBERS[group++]!
  return { at, role: 'member', group, seat, ...extra }
}
