import { type FactFault, faultIn, NO_FAULTS } from '../../kernel/factFault.ts'
import { createNearest } from '../../kernel/nearestSearch.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import type { Unit } from './roster.ts'

/** Checks lead units, unit by unit (牵头关系的错处): known, not the unit itself, one layer deep, and present where the scheme has units graded by their lead unit. (一, 三（二）1) */
export function leadFaults(
  units: readonly Unit[],
  scheme: Scheme,
  refused: ReadonlySet<string>,
): readonly (readonly FactFault[])[] {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const needing = tiersNeedingLead(scheme)
  const nearest = createNearest(() => byId.keys())
  return units.map(unit => {
    if (unit.leadUnit !== undefined) return faultOfLead(unit, unit.leadUnit, byId, refused, nearest)
    const tier = needing.has(unit.tier) ? scheme.tiers.find(each => each.id === unit.tier) : undefined
    return tier ? [faultIn('leadUnit', refuse('leadMissing', { tier: tier.name }))] : NO_FAULTS
  })
}

function faultOfLead(
  unit: Unit,
  leadId: string,
  byId: ReadonlyMap<string, Unit>,
  refused: ReadonlySet<string>,
  nearest: (id: string) => string | undefined,
): readonly FactFault[] {
  if (leadId === unit.id) return [faultIn('leadUnit', refuse('leadItself', { unit: unit.name }))]
  const lead = byId.get(leadId)
  if (lead === undefined) {
    if (refused.has(leadId)) return [faultIn('leadUnit', refuse('unitRefused', { unit: leadId }))]
    const near = nearest(leadId)
    return [
      faultIn(
        'leadUnit',
        refuse('leadUnknown', near === undefined ? { lead: leadId } : { lead: leadId, nearest: near }),
      ),
    ]
  }
  if (lead.leadUnit === undefined || lead.leadUnit === lead.id) return NO_FAULTS
  const round = circleFrom(unit, byId)
  if (round)
    return [faultIn('leadUnit', refuse('leadCycle', { units: round.map(each => each.name).join(' → ') }))]
  const above = byId.get(lead.leadUnit)?.name ?? lead.leadUnit
  return [faultIn('leadUnit', refuse('leadIsMember', { lead: lead.name, leadOfLead: above }))]
}

function circleFrom(unit: Unit, byId: ReadonlyMap<string, Unit>): readonly Unit[] | undefined {
  const path = [unit]
  const seen = new Set([unit.id])
  for (let at = byId.get(unit.leadUnit ?? ''); at !== undefined; at = byId.get(at.leadUnit ?? '')) {
    path.push(at)
    if (at.id === unit.id) return path.length <= 6 ? path : [...path.slice(0, 5), unit]
    if (seen.has(at.id)) return undefined
    seen.add(at.id)
  }
  return undefined
}

function tiersNeedingLead(scheme: Scheme): ReadonlySet<string> {
  const methods = scheme.components.flatMap(component => component.methods)
  return new Set(
    methods.flatMap(method =>
      method.kind === 'quotaGrading' && method.within === 'leadUnit' ? (method.tiers ?? []) : [],
    ),
  )
}
