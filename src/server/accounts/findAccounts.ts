import type { z } from 'zod'
import type { accountsRoutes } from '../../contract/http/accountsRoutes.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { type ListedAccount, listAccounts, staffingOf } from './listAccounts.ts'

type ListRoute = (typeof accountsRoutes)['GET /api/accounts']

/** 每页的账号数. */
export const PAGE_SIZE = 50

/** 查找账号: by words in username, name or unit, by role and by state; a page at a time. */
export async function findAccounts(room: AccountsRoom, query: z.output<ListRoute['query']>): Promise<z.output<ListRoute['answer']>> {
  const all = await listAccounts(room)
  const found = all.filter(each => isFound(each, query))
  const page = Math.max(1, query.page ?? 1)
  return {
    accounts: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    total: found.length,
    page,
    pageSize: PAGE_SIZE,
    staffing: staffingOf(all),
  }
}

function isFound(each: ListedAccount, { text, role, state }: z.output<ListRoute['query']>): boolean {
  if (role !== undefined && !each.grants.some(grant => grant.role === role)) return false
  if (state !== undefined && (state === 'locked' ? each.lockedMinutes === 0 : each.state !== state)) return false
  const words = (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  const where = [each.username, each.name, ...each.grants.map(grant => grant.unitName ?? '')].join('\n').toLowerCase()
  return words.every(word => where.includes(word))
}
