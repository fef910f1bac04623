import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { deleteNotice } from './consequences.store.ts'
import { findUnreplied } from './findUnreplied.ts'

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
