import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { findNotice, saveReply } from './consequences.store.ts'
import { type NoticePart, presentNotice } from './presentNotice.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** Records the reply to a notice; only one is possible. `noticeNotServed`, `noticeAlreadyReplied`, `staleRevision`. */
export async function replyNotice({
  context,
  actor,
  change,
  params: key,
  body: { reply, revision },
}: Served<'POST /api/years/:year/units/:unit/consequences/:rule/reply'>): Promise<NoticePart | Refusal> {
  return change(async tx => {
    const before = await findNotice(tx, key)
    if (before === undefined) return refuse('noticeNotServed', {})
    if (before.reply !== null) {
      return refuse('noticeAlreadyReplied', {
        by: before.repliedBy!,
        on: formatInstant(before.repliedAt!),
      })
    }
    if (before.revision !== revision)
      return staleRevision(`“${before.name}”的通知`, before.servedBy, before.servedAt)
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
