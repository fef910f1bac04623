import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { type AccountAct, actNames, judgeAccount, seesAccount } from './accountReach.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { type ListedAccount, listAccounts } from './listAccounts.ts'
import { listSessions } from './ownSessions.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

type Answer = Answered<'GET /api/accounts/:account'>

/** Presents an account with its sessions and what the actor may do to it. */
export async function presentAccount(
  room: AccountsRoom,
  actor: Actor,
  id: string,
): Promise<Answer | Refusal> {
  const account = await readAccount(room, id)
  if (account === undefined || !seesAccount(actor, account)) return refuse('notFound', { what: '这个账号' })
  const may = (Object.keys(actNames) as AccountAct[]).map(act => {
    const refused = judgeAccount(actor, act, account)
    return {
      act,
      name: actNames[act],
      refused: refused === undefined ? undefined : sentenceOfRefusal(refused),
    }
  })
  return { account, sessions: await listSessions(room.context, id, actor.session), may }
}

/** Reads one account as listed. */
export async function readAccount(room: AccountsRoom, id: string): Promise<ListedAccount | undefined> {
  return (await listAccounts(room, id))[0]
}
