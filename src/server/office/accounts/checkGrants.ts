import {
  type Role,
  roleNames,
  rolesOfUnits,
  scoringRoles,
  separatedRoles,
} from '../../../contract/access/roles.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Grant } from '../../platform/access/actor.ts'

/** 授权是否成立: a role of a unit names one, others none; an administrator's role stands alone on its account (三员分立); who scores is not on one account with who is scored. */
export function checkGrants(grants: readonly Grant[]): Refusal | undefined {
  for (const { role, unit } of grants) {
    if (rolesOfUnits.includes(role) && unit === undefined)
      return refuse('roleNeedsUnit', { role: roleNames[role] })
    if (!rolesOfUnits.includes(role) && unit !== undefined)
      return refuse('roleTakesNoUnit', { role: roleNames[role] })
  }
  const roles = [...new Set(grants.map(grant => grant.role))]
  const [scoring, ofUnit] = [
    roles.find(role => scoringRoles.includes(role)),
    roles.find(role => rolesOfUnits.includes(role)),
  ]
  if (scoring !== undefined && ofUnit !== undefined)
    return refuse('rolesScoreOwn', { role: roleNames[scoring], held: roleNames[ofUnit] })
  const administration = roles.find(isAdministration)
  const other = roles.find(role => role !== administration)
  if (administration === undefined || other === undefined) return undefined
  return refuse('rolesNotTogether', { role: roleNames[administration], held: roleNames[other] })
}

/** 是否三员角色. */
export function isAdministration(role: Role): boolean {
  return separatedRoles.includes(role)
}
