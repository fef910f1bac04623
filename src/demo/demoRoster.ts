import type { Holder, Unit } from '../domain/roster/roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { BLOCK, type DemoPlace } from './demoLayout.ts'
import { personName, unitName } from './demoNames.ts'
import type { DemoPlan } from './demoPlan.ts'
import { throwBelow } from './dice.ts'
import type { Planted } from './planted.ts'
import { unitId } from './unitId.ts'

/** 单位 of the made prefecture, by its place. (一) */
export function demoRosterUnit(plan: DemoPlan, index: number, place: DemoPlace): Unit {
  const { scheme } = plan
  const kind = kindOf(scheme, place)
  const cohort = scheme.cohorts.find(each => each.name === kind) ?? scheme.cohorts[index % Math.max(1, scheme.cohorts.length)]
  return {
    id: unitId(index),
    name: unitName(place),
    kind,
    level: levelOf(scheme, place),
    tier: plan.tiers[place.role],
    ...(place.role === 'member' ? { leadUnit: unitId(place.block * BLOCK + place.group) } : {}),
    ...(cohort ? { cohort: cohort.id } : {}),
    affiliated: true,
    headedByLeader: place.special === 'ledByLeader',
    ...(place.special === 'merged' ? { closesOn: `${scheme.cycle}-06-30` } : {}),
    ...(place.special === 'successor' ? { succeeds: [unitId(index + 1)] } : {}),
  }
}

/** 任职: who held the answering post and when; a unit headed by a prefecture leader also has its deputies in order. (一, R21) */
export function demoHolders(plan: DemoPlan, unit: Unit, place: DemoPlace, state: number, planted: Planted | undefined): Holder[] {
  const { scheme } = plan
  const post = postOf(scheme, unit.kind)
  const start = `${scheme.cycle - 4}-0${1 + throwBelow(state, 10, 9)}-01`
  const change = changeOf(scheme, place, state, planted)
  const first: Holder = { unit: unit.id, person: `${unit.id}-1`, name: personName(state, 12), post, from: start }
  if (unit.headedByLeader) return [first, ...deputiesOf(scheme, unit, state, start)]
  if (change === undefined) return [place.special === 'merged' ? { ...first, to: `${scheme.cycle}-06-30` } : first]
  return [
    { ...first, to: change.last },
    { unit: unit.id, person: `${unit.id}-2`, name: personName(state, 14), post, from: change.first },
  ]
}

/** 某日在任的考核对象, for earlier years. */
export function holderOn(holders: readonly Holder[], day: string): Holder {
  const answering = holders.filter(holder => holder.rank === 1)
  const among = answering.length > 0 ? answering : holders
  return among.find(holder => (holder.from ?? '') <= day && (holder.to ?? '9999') >= day) ?? among[0]!
}

function kindOf(scheme: Scheme, place: DemoPlace): string {
  const party = scheme.scope.answers.find(answer => answer.kinds !== undefined && answer.headedByLeader !== true)?.kinds?.[0]
  const led = scheme.scope.answers.find(answer => answer.headedByLeader === true)?.kinds?.[0]
  if (place.special === 'ledByLeader') return led ?? party ?? '州直机关'
  if (place.role === 'lead' && place.group < 3) return party ?? '州直机关'
  const open = scheme.scope.answers.some(answer => answer.kinds === undefined && answer.headedByLeader !== true)
  if (!open) return scheme.scope.answers.at(-1)?.kinds?.[0] ?? '州直机关'
  return place.role === 'direct' ? '中央、省驻州单位' : '州直机关'
}

function levelOf(scheme: Scheme, place: DemoPlace): string {
  if (place.special === 'belowLevel') return scheme.scope.levels.includes('正科级') ? '股级' : '正科级'
  const wanted = place.role === 'member' ? '副处级' : '正处级'
  return scheme.scope.levels.includes(wanted) ? wanted : (scheme.scope.levels[0] ?? wanted)
}

function postOf(scheme: Scheme, kind: string): string {
  const answers = scheme.scope.answers.filter(answer => answer.headedByLeader !== true)
  return answers.find(answer => answer.kinds === undefined || answer.kinds.includes(kind))?.post ?? '党组织书记'
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

/** Only for days after the first of a month. */
function dayBefore(year: number, monthDay: string): string {
  return `${year}-${monthDay.slice(0, 3)}${String(Number(monthDay.slice(3)) - 1).padStart(2, '0')}`
}
