import {
  judgingRoles,
  type Role,
  roleNames,
  rolesOfUnits,
  separatedRoles,
} from '../../../contract/access/roles.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Grant } from '../../platform/access/actor.ts'

/** Checks a set of grants: a unit role names a unit, other roles none; an administrator's role is the only one on its account (三员分立 separation of administrators); judging units and being of one are not combined on one account. */
export function checkGrants(grants: readonly Grant[]): Refusal | undefined {
  for (const { role, unit } of grants) {
    if (rolesOfUnits.includes(role) && unit === undefined)
      return refuse('roleNeedsUnit', { role: roleNames[role] })
    if (!rolesOfUnits.includes(role) && unit !== undefined)
      return refuse('roleTakesNoUnit', { role: roleNames[role] })
  }
  const roles = [...new Set(grants.map(grant => grant.role))]
  const [judging, ofUnit] = [
    roles.find(role => judgingRoles.includes(role)),
    roles.find(role => rolesOfUnits.includes(role)),
  ]
  if (judging !== undefined && ofUnit !== undefined)
    return refuse('rolesScoreOwn', { role: roleNames[judging], held: roleNames[ofUnit] })
  const administration = roles.find(isAdministration)
  const other = roles.find(role => role !== administration)
  if (administration === undefined || other === undefined) return undefined
  return refuse('rolesNotTogether', { role: roleNames[administration], held: roleNames[other] })
}

/** Whether the role is one of the three administrators' (三员). */
export function isAdministration(role: Role): boolean {
  return separatedRoles.includes(role)
}
