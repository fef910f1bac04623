import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { saveReply } from './consequences.store.ts'
import { findUnreplied } from './findUnreplied.ts'
import { type NoticePart, presentNotice } from './presentNotice.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Records the reply to a notice; only one is possible. `noticeNotServed`, `noticeAlreadyReplied`, `staleRevision`. */
export async function replyNotice({
  context,
  actor,
  change,
  params: key,
  body: { reply, revision },
}: Served<'POST /api/years/:year/units/:unit/consequences/:rule/reply'>): Promise<NoticePart | Refusal> {
  return change(async tx => {
    const before = await findUnreplied(tx, key, revision)
    if (isRefusal(before)) return before
    const saved = await saveReply(tx, key, { reply, by: actor.name, at: context.now(), revision })
    const event = {
      kind: 'noticeReplied',
      year: key.year,
      unit: key.unit,
      values: { name: before.name, reply },
    } as const
    return { answer: presentNotice(saved), events: [event] }
  })
}
