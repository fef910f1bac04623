import type { CallAnswer } from '../../client/call.ts'

/** An account in the list. */
export type Account = CallAnswer<'GET /api/accounts'>['accounts'][number]

/** A grant as the server returns it. */
export type ToldGrant = Account['grants'][number]

/** One account with its sessions and the actions allowed on it. */
export type AccountFile = CallAnswer<'GET /api/accounts/:account'>

/** A one-time password, shown once. */
export interface OneTime {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly roleName?: string | undefined
  readonly unitName?: string | undefined
}
