import { type Role, everydayRoles, roleNames } from '../../../contract/access/roles.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor, Grant } from '../../platform/access/actor.ts'

/** An act on another person's account. */
export type AccountAct = 'manage' | 'resetPassword' | 'grantRoles' | 'endSessions' | 'removeSecondFactor'

/** The accounts within reach: those of interviewers; those of units, inspectors and surveyors; all except the administrators'; or all. */
export type AccountReach = 'interviewers' | 'everyday' | 'business' | 'all'

/** The wording of each act. */
export const actNames: Readonly<Record<AccountAct, string>> = {
  manage: '修改、停用和恢复',
  resetPassword: '重置口令',
  grantRoles: '授予和收回角色',
  endSessions: '结束登录',
  removeSecondFactor: '解除动态验证码',
}

/**
 * Which role may do what to which accounts. A one-time password opens the account to the person who
 * issued it: so nobody resets the passwords of those who supervise them, an administrator's is reset on
 * the server only, and where the system administrator resets a password, the security administrator
 * removes the second factor.
 */
export const accountReach: Readonly<Record<AccountAct, Partial<Record<Role, AccountReach>>>> = {
  manage: { surveyor: 'interviewers', committee: 'everyday', systemAdmin: 'all' },
  resetPassword: { surveyor: 'interviewers', committee: 'everyday', systemAdmin: 'business' },
  grantRoles: { committee: 'everyday', securityAdmin: 'all' },
  endSessions: { surveyor: 'interviewers', committee: 'everyday', securityAdmin: 'all' },
  removeSecondFactor: { surveyor: 'interviewers', committee: 'everyday', securityAdmin: 'all' },
}

/** Roles that see every account; a surveyor sees those of interviewers. */
const SEE_ALL: readonly Role[] = ['committee', 'auditor', 'systemAdmin', 'securityAdmin', 'auditAdmin']

/** Whether an account is listed for the actor. */
export function seesAccount(actor: Actor, target: Omit<AccountTarget, 'id' | 'name'>): boolean {
  return actor.grants.some(({ role }) => SEE_ALL.includes(role)) || isWithin('interviewers', target)
}

/** The account acted on, as far as access control needs it. */
interface AccountTarget {
  readonly id: string
  readonly name: string
  readonly administers: boolean
  readonly grants: readonly Grant[]
}

/** Checks whether the actor may do this to the account; the refusal gives the reason. Never allowed on one's own account. */
export function judgeAccount(actor: Actor, act: AccountAct, target: AccountTarget): Refusal | undefined {
  if (actor.id === target.id) return refuse('ownAccount', { act: actNames[act] })
  const reaches = actor.grants.flatMap(grant => accountReach[act][grant.role] ?? [])
  if (reaches.some(reach => isWithin(reach, target))) return undefined
  return refuse('accountBeyond', { act: actNames[act], name: target.name, allowed: whoMay(act, target) })
}

function isWithin(
  reach: AccountReach,
  { administers, grants }: Pick<AccountTarget, 'administers' | 'grants'>,
): boolean {
  if (reach === 'all') return true
  if (administers) return false
  const roles: readonly Role[] = reach === 'interviewers' ? ['interviewer'] : everydayRoles
  return reach === 'business' || (grants.length > 0 && grants.every(grant => roles.includes(grant.role)))
}

function whoMay(act: AccountAct, target: AccountTarget): string {
  const roles = Object.entries(accountReach[act]).filter(([, reach]) => isWithin(reach, target))
  return roles.map(([role]) => roleNames[role as Role]).join('、') || '服务器的管理者（在服务器上用命令重置）'
}
