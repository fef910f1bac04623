import { comparable } from '../../kernel/comparable.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { checkHolders } from './checkHolders.ts'
import { leadFaults } from './leadFaults.ts'
import type { Holder, Unit } from './roster.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'

/** Result of a roster check (名册查验的结果), list by list in order: the faults of each item, empty where it is valid, and the units that nobody answers for. */
export interface RosterCheck {
  readonly units: readonly (readonly FactFault[])[]
  readonly holders: readonly (readonly FactFault[])[]
  /** Indexes of units without a holder; only a notice, since the result reports them too. */
  readonly unheld: readonly number[]
}

/** Wording of places (所在之处的写法): where an item of a list is, in Chinese. */
interface RosterPlaces {
  readonly unit: (at: number) => string
  readonly holder: (at: number) => string
}

/**
 * Checks a roster (查验名册): unique ids and names, tiers and cohorts of the scheme, lead units known and one
 * layer deep, days in order, one holder of a post at a time. Units whose lead unit is refused are refused
 * too. `refusedUnits` are ids and names refused before. (一)
 */
export function checkRoster(
  units: readonly Unit[],
  holders: readonly Holder[],
  scheme: Scheme,
  places: RosterPlaces,
  refusedUnits: ReadonlySet<string> = new Set(),
): RosterCheck {
  const names = nameFaults(units, places.unit)
  const leads = leadFaults(units, scheme, refusedUnits)
  const own = units.map((unit, at) => [...names[at]!, ...checkUnit(unit, scheme), ...leads[at]!])
  const refused = new Set(refusedUnits)
  own.forEach((faults, at) => {
    if (faults.length > 0) refused.add(units[at]!.id)
  })
  const all = own.map((faults, at) => (faults.length > 0 ? faults : withLead(units[at]!, refused)))
  all.forEach((faults, at) => {
    if (faults.length > 0) refused.add(units[at]!.id)
  })
  const held = new Set(holders.map(holder => holder.unit))
  return {
    units: all,
    holders: checkHolders(
      holders,
      new Set(units.map(unit => unit.id)),
      refused,
      scheme.scope.answers,
      places.holder,
    ),
    unheld: units.flatMap((unit, at) =>
      held.has(unit.id) || refused.has(unit.id) || !isInScope(unit, scheme) ? [] : [at],
    ),
  }
}

function isInScope({ affiliated, level }: Unit, scheme: Scheme): boolean {
  return affiliated && scheme.scope.levels.includes(level)
}

function withLead({ leadUnit }: Unit, refused: ReadonlySet<string>): readonly FactFault[] {
  return leadUnit !== undefined && refused.has(leadUnit)
    ? [{ field: 'leadUnit', refusal: refuse('unitRefused', { unit: leadUnit }) }]
    : []
}

/** Checks a unit on its own (查验一个单位本身): tier and cohort of the scheme, days in order. (一) */
function checkUnit({ tier, cohort, opensOn, closesOn }: Unit, scheme: Scheme): readonly FactFault[] {
  const faults: FactFault[] = []
  const noTier = termRefusal('tier', tier, scheme.tiers)
  if (noTier) faults.push(faultIn('tier', noTier))
  const noCohort = cohort === undefined ? undefined : termRefusal('cohort', cohort, scheme.cohorts)
  if (noCohort) faults.push(faultIn('cohort', noCohort))
  if (opensOn !== undefined && closesOn !== undefined && opensOn > closesOn) {
    faults.push(faultIn('closesOn', refuse('daysReversed', { from: opensOn, to: closesOn })))
  }
  return faults
}

/** Finds repeated ids and names, unit by unit (编号与名称重复的错处), compared without spaces, width, brackets and invisible signs. The first keeps its id or name. A name equal to another unit's id is refused, since the two would be confused. */
function nameFaults(
  units: readonly Unit[],
  where: (at: number) => string,
): readonly (readonly FactFault[])[] {
  const [ids, names] = [new Map<string, number>(), new Map<string, number>()]
  const repeated = units.map((unit, at) => {
    const faults: FactFault[] = []
    const [id, name] = [comparable(unit.id), comparable(unit.name)]
    const [sameId, sameName] = [ids.get(id), names.get(name)]
    if (sameId !== undefined)
      faults.push(faultIn('id', refuse('unitIdTwice', { id: unit.id, first: where(sameId) })))
    else ids.set(id, at)
    if (sameName !== undefined)
      faults.push(faultIn('name', refuse('unitNameTwice', { name: unit.name, first: where(sameName) })))
    else names.set(name, at)
    return faults
  })
  return repeated.map((faults, at) => {
    const { id, name } = units[at]!
    const other = comparable(name) === comparable(id) ? undefined : ids.get(comparable(name))
    return other === undefined
      ? faults
      : [...faults, faultIn('name', refuse('unitNameIsId', { name, first: where(other) }))]
  })
}
