import type { FactFault } from '../../kernel/factFault.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { checkHolders } from './checkHolders.ts'
import { checkUnit } from './checkUnit.ts'
import { leadFaults } from './leadFaults.ts'
import { nameFaults } from './nameFaults.ts'
import type { Holder, Unit } from './roster.ts'

/** 名册查验的结果, list by list in their order: the faults of each item, none where it is in order; and units that nobody answers for. */
export interface RosterCheck {
  readonly units: readonly (readonly FactFault[])[]
  readonly holders: readonly (readonly FactFault[])[]
  /** 没有任职记录的单位: indexes; a notice, since the result will say so too. */
  readonly unheld: readonly number[]
}

/** 所在之处的写法: where an item of a list stands, in Chinese. */
export interface RosterPlaces {
  readonly unit: (at: number) => string
  readonly holder: (at: number) => string
}

/**
 * 查验名册: ids and names one of a kind, tiers and cohorts of the scheme, lead units known and one layer deep, days in order, a post held by one
 * person at a time. Units whose lead unit is refused are refused with it. `refusedUnits` are ids and names refused before. (一)
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
