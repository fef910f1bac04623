import type { CallAnswer } from '../../client/call.ts'

/** 账号, as listed. */
export type Account = CallAnswer<'GET /api/accounts'>['accounts'][number]

/** 授权一项, as told. */
export type ToldGrant = Account['grants'][number]

/** 一个账号, with its sessions and what may be done to it. */
export type AccountFile = CallAnswer<'GET /api/accounts/:account'>

/** 一次性口令, told once. */
export interface OneTime {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly roleName?: string | undefined
  readonly unitName?: string | undefined
}
