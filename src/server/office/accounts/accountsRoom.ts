import type { AppContext } from '../../platform/appContext.ts'
import type { Hashing } from './hashing.ts'
import type { Auth } from './createAuth.ts'

/** 账号房间的环境: the house, the sign-in library and the installation's secret. */
export interface AccountsRoom {
  readonly context: AppContext
  readonly auth: Auth
  readonly secret: string
  readonly hashing: Hashing
}
