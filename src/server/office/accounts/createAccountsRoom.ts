import { lt } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { FindActor, AppContext } from '../../platform/appContext.ts'
import { serveAccounts } from './accounts.routes.ts'
import { session } from './accounts.tables.ts'
import { type Hashing, scryptHashing } from './hashing.ts'
import { createAuth } from './createAuth.ts'
import { createFindActor } from './createFindActor.ts'
import { serveOwnAccount } from './ownAccount.routes.ts'
import { serveSession } from './session.routes.ts'
import { forgetFailures } from './signInGuard.ts'

/** The accounts room as the start-up uses it: actor lookup, routes, and removal of expired rows. */
export interface Accounts {
  readonly findActor: FindActor
  serve(app: FastifyInstance): void
  /** to be called at start-up and about every hour. */
  tidy(): Promise<void>
}

/** Opens the accounts room. `secret` signs cookies and encrypts what must be readable again: at least 32 characters, stored with the data. */
export function createAccountsRoom(
  context: AppContext,
  { secret, hashing = scryptHashing }: { readonly secret: string; readonly hashing?: Hashing },
): Accounts {
  const room = { context, auth: createAuth(context, secret, hashing), secret, hashing }
  return {
    findActor: createFindActor(room),
    serve(app) {
      serveSession(app, room)
      serveOwnAccount(app, room)
      serveAccounts(app, room)
    },
    async tidy() {
      await context.db.delete(session).where(lt(session.expiresAt, context.now()))
      await forgetFailures(context.db, context.now())
    },
  }
}
