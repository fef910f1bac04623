import type { Role } from '../../../contract/access/roles.ts'

/** A grant: a role, for one unit if it is a unit role. */
export interface Grant {
  readonly role: Role
  readonly unit?: string
}

/** The actor: who makes a request. `id` is the account's. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly grants: readonly Grant[]
  readonly session: string
  readonly mustChangePassword: boolean
}

/** The system as an actor: start-up, import of the demo year, scheduled work. */
export const SYSTEM_ACTOR: Actor = {
  id: 'system',
  name: '系统',
  username: 'system',
  grants: [],
  session: '',
  mustChangePassword: false,
}

/** A person not signed in as an actor: recorded in the trail for a failed sign-in. */
export const OUTSIDER: Actor = {
  id: 'nobody',
  name: '未登录者',
  username: '',
  grants: [],
  session: '',
  mustChangePassword: false,
}
