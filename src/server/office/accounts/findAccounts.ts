import type { z } from 'zod'
import type { accountsRoutes } from '../../../contract/accounts/accountsRoutes.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { seesAccount } from './accountReach.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { type ListedAccount, listAccounts, staffingOf } from './listAccounts.ts'

type ListRoute = (typeof accountsRoutes)['GET /api/accounts']

/** Finds accounts by words in username, name or unit, by role and by state; for a surveyor those of interviewers alone. */
export async function findAccounts(
  room: AccountsRoom,
  actor: Actor,
  query: z.output<ListRoute['query']>,
): Promise<z.output<ListRoute['answer']>> {
  const all = await listAccounts(room)
  const seen = all.filter(each => seesAccount(actor, each))
  const found = seen.filter(each => isFound(each, query))
  // How the office is staffed is for those who see it whole.
  return {
    accounts: found,
    total: found.length,
    staffing: seen.length === all.length ? staffingOf(all) : [],
  }
}

function isFound(each: ListedAccount, { text, role, state }: z.output<ListRoute['query']>): boolean {
  if (role !== undefined && !each.grants.some(grant => grant.role === role)) return false
  if (state !== undefined && (state === 'locked' ? each.lockedMinutes === 0 : each.state !== state))
    return false
  const words = (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  const where = [each.username, each.name, ...each.grants.map(grant => grant.unitName ?? '')]
    .join('\n')
    .toLowerCase()
  return words.every(word => where.includes(word))
}
