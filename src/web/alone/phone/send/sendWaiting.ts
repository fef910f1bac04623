import { Refused } from '../../../client/Refused.ts'
import type { Draft, DraftStage } from '../draft/Draft.ts'
import { forgetFile } from '../keep/editDraft.ts'
import { phoneDatabase } from '../keep/phoneDatabase.ts'
import { afterRefusal } from './afterRefusal.ts'
import { reaching } from './reach.ts'
import { sendDraft } from './sendDraft.ts'

/** When to look again without a network, in ms; the signal itself wakes the page sooner. */
const LATER = 60_000

/** Sends all waiting sheets one after another, in one page or worker of this phone at a time. Resolves to the time of the next try (ms since 1970), undefined when nothing waits. `now` also sends those that are not due yet. */
export function sendWaiting(pace: 'now' | 'due' = 'now'): Promise<number | undefined> {
  if (!('locks' in navigator)) return sendAll(pace)
  return navigator.locks.request('hengping-send', () => sendAll(pace))
}

async function sendAll(pace: 'now' | 'due'): Promise<number | undefined> {
  const { drafts, owner } = phoneDatabase()
  const whose = await owner.get('owner')
  if (whose === undefined || whose.isSignedOut) return undefined
  const waiting = (await drafts.where('account').equals(whose.account).toArray()).filter(isWaiting)
  // Nothing is tried without a network, so that a sheet that cannot have left can be taken back.
  if (!navigator.onLine) return waiting.length === 0 ? undefined : Date.now() + LATER
  for (const draft of waiting.toSorted((one, other) => one.changedAt.localeCompare(other.changedAt))) {
    if (pace === 'due' && draft.stage.nextAt > Date.now()) continue
    if (!(await trySending(draft))) break
  }
  const left = (await drafts.where('account').equals(whose.account).toArray()).filter(isWaiting)
  return left.length === 0 ? undefined : Math.min(...left.map(({ stage }) => stage.nextAt))
}

/** Tries to send one draft; returns whether to continue with the others. */
async function trySending(draft: Draft & { readonly stage: Waiting }): Promise<boolean> {
  const { drafts, owner, photos } = phoneDatabase()
  try {
    await reaching(sendDraft(draft))
    return true
  } catch (error) {
    const refused = error instanceof Refused ? error : toRefused(error)
    // In one step: who takes the sheet back in this moment keeps it.
    const after = await drafts.db.transaction('rw', drafts, async () => {
      const now = (await drafts.get(draft.id))?.stage
      if (now?.kind !== 'waiting') return undefined
      const { perhapsSent } = draft.stage
      const next = afterRefusal(now, perhapsSent, refused, Date.now(), Math.random())
      await drafts.update(draft.id, { stage: next.stage })
      return next
    })
    if (after === undefined) return true
    const { stage, isSignedOut, forgetsPhotos } = after
    if (isSignedOut) await owner.update('owner', { isSignedOut: true })
    // The server does not have them after all: they are sent again.
    if (forgetsPhotos) await photos.where('draft').equals(draft.id).modify(forgetFile)
    return stage.kind === 'refused'
  }
}

/** Says in words what went wrong on the phone itself: a connection that hung too long, or anything else. */
function toRefused(error: unknown): Refused {
  return error instanceof DOMException && error.name === 'TimeoutError'
    ? new Refused(0, 'unreachable', '与服务器的连接太慢，没有发完：内容都在，稍后自动再发。')
    : new Refused(500, 'broken', '手机上出错，没有发出：内容都在，稍后自动再发；仍不行请到“本机”里导出。')
}

type Waiting = Extract<DraftStage, { kind: 'waiting' }>

function isWaiting(draft: Draft): draft is Draft & { readonly stage: Waiting } {
  return draft.stage.kind === 'waiting'
}
