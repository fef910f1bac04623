import type { Role } from '../../../contract/access/roles.ts'
import type { Account } from '../../client/session.ts'

/** 登录者的角色, each once. */
export function rolesOf({ grants }: Pick<Account, 'grants'>): readonly Role[] {
  return [...new Set(grants.map(grant => grant.role))]
}

/** 登录者所代表的单位, each once. */
export function unitsOf({
  grants,
}: Pick<Account, 'grants'>): readonly { readonly unit: string; readonly name: string }[] {
  const units = new Map(
    grants.flatMap(({ unit, unitName }) => (unit === undefined ? [] : [[unit, unitName ?? unit] as const])),
  )
  return [...units].map(([unit, name]) => ({ unit, name }))
}
