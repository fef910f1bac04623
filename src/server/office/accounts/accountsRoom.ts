import type { AppContext } from '../../platform/appContext.ts'
import type { Hashing } from './hashing.ts'
import type { Auth } from './createAuth.ts'

/** The environment of the accounts room: the app context, the sign-in library and the installation's secret. */
export interface AccountsRoom {
  readonly context: AppContext
  readonly auth: Auth
  readonly secret: string
  readonly hashing: Hashing
}
