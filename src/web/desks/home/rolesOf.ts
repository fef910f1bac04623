import type { Role } from '../../../contract/access/roles.ts'
import type { Account } from '../../client/session.ts'

/** Returns the roles of the signed-in person, without duplicates. */
export function rolesOf({ grants }: Pick<Account, 'grants'>): readonly Role[] {
  return [...new Set(grants.map(grant => grant.role))]
}

/** Returns the units that the signed-in person represents, without duplicates. */
export function unitsOf({
  grants,
}: Pick<Account, 'grants'>): readonly { readonly unit: string; readonly name: string }[] {
  const units = new Map(
    grants.flatMap(({ unit, unitName }) => (unit === undefined ? [] : [[unit, unitName ?? unit] as const])),
  )
  return [...units].map(([unit, name]) => ({ unit, name }))
}
