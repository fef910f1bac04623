import type { House } from '../../platform/house.ts'
import type { Hashing } from './hashing.ts'
import type { Auth } from './openAuth.ts'

/** 账号房间的环境: the house, the sign-in library and the installation's secret. */
export interface AccountsRoom {
  readonly house: House
  readonly auth: Auth
  readonly secret: string
  readonly hashing: Hashing
}
