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

/** Whether somebody is the person noted by a record: by account, and by name where it was noted before accounts were. (Two colleagues may bear one name.) */
export function isSamePerson(
  { id, name }: Actor,
  noted: { readonly account: string | null; readonly name: string | null },
): boolean {
  return noted.account === null ? noted.name === name : noted.account === id
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
