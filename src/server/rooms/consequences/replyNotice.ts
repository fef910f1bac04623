import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import {
  deleteNotice,
  findNotice,
  type NoticeKey,
  saveReply,
  type StoredNotice,
} from './consequences.store.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
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

/** Withdraws the record of a service that was entered wrongly, until the unit replies; it can then be recorded anew. `noticeNotServed`, `noticeAlreadyReplied`, `staleRevision`. */
export async function withdrawNotice({
  change,
  params: key,
  body: { reason, revision },
}: Served<'POST /api/years/:year/units/:unit/consequences/:rule/notice/withdraw'>): Promise<
  Record<string, never> | Refusal
> {
  return change(async tx => {
    const before = await findUnreplied(tx, key, revision)
    if (isRefusal(before)) return before
    await deleteNotice(tx, key)
    const { name, addressee: to, servedOn } = before
    const event = {
      kind: 'noticeWithdrawn',
      year: key.year,
      unit: key.unit,
      values: { name, to, on: printDay(servedOn), reason },
    } as const
    return { answer: {}, events: [event] }
  })
}

async function findUnreplied(
  tx: Transaction,
  key: NoticeKey,
  revision: number,
): Promise<StoredNotice | Refusal> {
  const found = await findNotice(tx, key)
  if (found === undefined) return refuse('noticeNotServed', {})
  if (found.reply !== null)
    return refuse('noticeAlreadyReplied', { by: found.repliedBy!, on: formatInstant(found.repliedAt!) })
  return found.revision === revision
    ? found
    : staleRevision(`“${found.name}”的通知`, found.servedBy, found.servedAt)
}
