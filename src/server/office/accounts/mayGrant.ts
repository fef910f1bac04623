import { grantableBy, type Role, roleNames } from '../../../contract/access/roles.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor, Grant } from '../../platform/access/actor.ts'

/** Checks whether the actor may grant or revoke these roles. */
export function mayGrant(actor: Actor, grants: readonly Grant[]): Refusal | undefined {
  const may = grantableBy(actor.grants.map(grant => grant.role))
  const beyond = grants.find(grant => !may.includes(grant.role))
  return beyond === undefined
    ? undefined
    : refuse('roleBeyond', { role: roleNames[beyond.role], allowed: whoGrants(beyond.role) })
}

function whoGrants(role: Role): string {
  return (['surveyor', 'committee', 'securityAdmin'] as const)
    .filter(each => grantableBy([each]).includes(role))
    .map(each => roleNames[each])
    .join('、')
}
