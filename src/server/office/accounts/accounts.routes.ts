import type { FastifyInstance } from 'fastify'
import { accountsRoutes } from '../../../contract/accounts/accountsRoutes.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Change, Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { readOnceKey } from '../../platform/http/onceKey.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { answerAccountTemplate, readAccountList } from './accountList.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { changeGrants } from './changeGrants.ts'
import {
  disableAccount,
  enableAccount,
  endSessions,
  removeSecondFactor,
  renameAccount,
  resetPassword,
  unlockAccount,
} from './editAccount.ts'
import { findAccounts } from './findAccounts.ts'
import { latestUnits } from '../roster/latestUnits.store.ts'
import type { ListedAccount } from './listAccounts.ts'
import { createManyAccounts } from './createManyAccounts.ts'
import { createNewAccount } from './createNewAccount.ts'
import { proposeAccounts } from './proposeAccounts.ts'
import { setUpAdministration } from './setUpAdministration.ts'
import { setIdleMinutes, presentSignInRules } from './signInRules.ts'
import { readAccount, presentAccount } from './presentAccount.ts'

const DONE = { done: true } as const

/** Registers the account routes. */
export function serveAccounts(app: FastifyInstance, room: AccountsRoom): void {
  const edit = async (
    change: Change,
    id: string,
    work: (tx: Transaction) => Promise<Done<null> | Refusal>,
  ): Promise<ListedAccount | Refusal> => {
    const done = await change(work)
    return isRefusal(done) ? done : (await readAccount(room, id))!
  }
  serveRoutes(app, accountsRoutes, {
    'GET /api/accounts': ({ actor, query }) => findAccounts(room, actor, query),
    'GET /api/accounts/units': ({ context }) => latestUnits(context.db),
    'GET /api/accounts/proposals': ({ context, query }) => proposeAccounts(context, query.role),
    'GET /api/accounts/:account': ({ actor, params }) => presentAccount(room, actor, params.account),
    'GET /api/accounts/list.xlsx': answerAccountTemplate,
    'POST /api/accounts/list': readAccountList,
    'POST /api/accounts': ({ actor, body, change, raw }) =>
      createNewAccount(room, actor, change, readOnceKey(raw)!, body),
    'POST /api/accounts/bulk': ({ actor, body, change, raw }) =>
      createManyAccounts(room, actor, change, readOnceKey(raw)!, body.accounts),
    'POST /api/accounts/administration': ({ actor, body, change, raw }) =>
      setUpAdministration(room, actor, change, readOnceKey(raw)!, body),
    'PUT /api/accounts/:account': ({ actor, params, body, change }) =>
      edit(change, params.account, tx => renameAccount(room, tx, actor, params.account, body)),
    'PUT /api/accounts/:account/grants': ({ actor, params, body, change }) =>
      edit(change, params.account, tx => changeGrants(room, tx, actor, params.account, body)),
    'POST /api/accounts/:account/disable': ({ actor, params, body, change }) =>
      edit(change, params.account, tx => disableAccount(room, tx, actor, params.account, body)),
    'POST /api/accounts/:account/enable': ({ actor, params, body, change }) =>
      edit(change, params.account, tx => enableAccount(room, tx, actor, params.account, body.revision)),
    'POST /api/accounts/:account/unlock': ({ actor, params, change }) =>
      edit(change, params.account, tx => unlockAccount(room, tx, actor, params.account)),
    'POST /api/accounts/:account/password': ({ actor, params, change, raw }) =>
      resetPassword(room, actor, change, readOnceKey(raw)!, params.account),
    'POST /api/accounts/:account/end-sessions': async ({ actor, params, body, change }) => {
      const ended = await change(tx => endSessions(tx, actor, params.account, body.session))
      return isRefusal(ended) ? ended : DONE
    },
    'POST /api/accounts/:account/remove-second-factor': ({ actor, params, change }) =>
      edit(change, params.account, tx => removeSecondFactor(room, tx, actor, params.account)),
    'GET /api/sign-in-rules': ({ context }) => presentSignInRules(context.db),
    'PUT /api/sign-in-rules': async ({ body, change }) => {
      const set = await change(tx => setIdleMinutes(tx, body))
      return isRefusal(set) ? set : DONE
    },
  })
}
