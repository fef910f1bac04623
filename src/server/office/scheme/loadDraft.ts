import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { findVersion, type StoredScheme } from './scheme.store.ts'

/** Loads a draft for a change and locks it until the transaction ends. `notFound`, `schemePromulgated`, and `staleRevision` if somebody else has changed it since. */
export async function loadDraft(
  tx: Transaction,
  { version, revision }: { readonly version: string; readonly revision: number },
): Promise<StoredScheme | Refusal> {
  const draft = await findVersion(tx, version, { forUpdate: true })
  if (draft === undefined) return refuse('notFound', { what: '这个方案版本' })
  const { head } = draft
  if (head.state === 'promulgated') return refuse('schemePromulgated', { number: head.number })
  if (head.revision !== revision) {
    return refuse('staleRevision', {
      what: `方案第${head.number}版草案`,
      by: head.changedBy,
      at: formatInstant(head.changedAt),
    })
  }
  return draft
}
