import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { findNotice, type NoticeKey, type StoredNotice } from './consequences.store.ts'

/** Finds and locks a notice that was served and not replied to, at this revision. `noticeNotServed`, `noticeAlreadyReplied`, `staleRevision`. */
export async function findUnreplied(
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
