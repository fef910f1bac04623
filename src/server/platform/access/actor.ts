import type { Role } from '../../../contract/access/roles.ts'

/** 授权: a role, for one unit where the role is a unit's. */
export interface Grant {
  readonly role: Role
  readonly unit?: string
}

/** 操作者: who a request comes from. `id` is the account's. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly grants: readonly Grant[]
  readonly session: string
  readonly mustChangePassword: boolean
}

/** 系统自身 as an actor: starts, imports of the demo year, scheduled work. */
export const SYSTEM_ACTOR: Actor = {
  id: 'system',
  name: '系统',
  username: 'system',
  grants: [],
  session: '',
  mustChangePassword: false,
}

/** 未登录者 as an actor: what the trail says of a sign-in that failed. */
export const OUTSIDER: Actor = {
  id: 'nobody',
  name: '未登录者',
  username: '',
  grants: [],
  session: '',
  mustChangePassword: false,
}
