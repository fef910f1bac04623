import type { Holder, Unit } from '../domain/year/roster/roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { BLOCK, type DemoPlace } from './demoLayout.ts'
import { personName, unitName } from './demoNames.ts'
import type { DemoPlan } from './demoPlan.ts'
import { throwBelow } from './dice.ts'
import type { Planted } from './planted.ts'
import { unitId } from './unitId.ts'

/** Returns a unit of the invented prefecture by its place. (一) */
export function demoRosterUnit(plan: DemoPlan, index: number, place: DemoPlace): Unit {
  const shape = plan.unitShapes[place.at]!
  const unit = { id: unitId(index), name: unitName(place), ...shape }
  if (place.role === 'member') unit.leadUnit = unitId(place.block * BLOCK + place.group)
  if (place.special === 'successor') unit.succeeds = [unitId(index + 1)]
  return unit
}

/** Returns who held the appraised post and when; a unit headed by a prefecture leader also has its deputies in order. (一, R21) */
export function demoHolders(
  plan: DemoPlan,
  unit: Unit,
  place: DemoPlace,
  state: number,
  planted: Planted | undefined,
): Holder[] {
  const { scheme } = plan
  const post = postOf(scheme, unit.kind)
  const start = `${scheme.cycle - 4}-0${1 + throwBelow(state, 10, 9)}-01`
  const change = changeOf(scheme, place, state, planted)
  const first: Holder = {
    unit: unit.id,
    person: `${unit.id}-1`,
    name: personName(state, 12),
    post,
    from: start,
  }
  if (unit.headedByLeader) return [first, ...deputiesOf(scheme, unit, state, start)]
  if (change === undefined)
    return [place.special === 'merged' ? { ...first, to: `${scheme.cycle}-06-30` } : first]
  return [
    { ...first, to: change.last },
    { unit: unit.id, person: `${unit.id}-2`, name: personName(state, 14), post, from: change.first },
  ]
}

/** Returns the holder on a day, for earlier years. */
export function holderOn(holders: readonly Holder[], day: string): Holder {
  const answering = holders.filter(holder => holder.rank === 1)
  const among = answering.length > 0 ? answering : holders
  return among.find(holder => (holder.from ?? '') <= day && (holder.to ?? '9999') >= day) ?? among[0]!
}

function postOf(scheme: Scheme, kind: string): string {
  const answers = scheme.scope.answers.filter(answer => answer.headedByLeader !== true)
  return (
    answers.find(answer => answer.kinds === undefined || answer.kinds.includes(kind))?.post ?? '党组织书记'
  )
}

function deputiesOf(scheme: Scheme, unit: Unit, state: number, from: string): Holder[] {
  const answer = scheme.scope.answers.find(each => each.headedByLeader === true)
  if (answer === undefined) return []
  return [1, 2].map(rank => ({
    unit: unit.id,
    person: `${unit.id}-F${rank}`,
    name: personName(state, 14 + rank * 2),
    post: answer.post,
    rank,
    from,
  }))
}

const CHANGES = [
  ['03-31', '04-01'],
  ['05-15', '05-16'],
  ['08-31', '09-01'],
  ['11-20', '11-21'],
] as const

function changeOf(
  scheme: Scheme,
  place: DemoPlace,
  state: number,
  planted: Planted | undefined,
): { readonly last: string; readonly first: string } | undefined {
  if (planted?.changedOn !== undefined)
    return { last: dayBefore(scheme.cycle, planted.changedOn), first: `${scheme.cycle}-${planted.changedOn}` }
  const thrown = throwBelow(state, 11, 100)
  if (planted?.sameSecretary || place.special !== undefined || thrown >= 36) return undefined
  const year = thrown < 12 ? scheme.cycle : thrown < 24 ? scheme.cycle - 1 : scheme.cycle - 2
  const [last, first] = CHANGES[thrown % CHANGES.length]!
  return { last: `${year}-${last}`, first: `${year}-${first}` }
}

/** Returns the previous day; valid only for days after the first of a month. */
function dayBefore(year: number, monthDay: string): string {
  return `${year}-${monthDay.slice(0, 3)}${String(Number(monthDay.slice(3)) - 1).padStart(2, '0')}`
}
