import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { findVersion, type StoredScheme } from './scheme.store.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** Loads a draft for a change and locks it until the transaction ends. `notFound`, `schemePromulgated`, and `staleRevision` if somebody else has changed it since. */
export async function loadDraft(
  tx: Transaction,
  { version, revision }: { readonly version: string; readonly revision: number },
): Promise<StoredScheme | Refusal> {
  const draft = await findVersion(tx, version, { forUpdate: true })
  if (draft === undefined) return refuse('notFound', { what: '这个方案版本' })
  const { head } = draft
  if (head.state === 'promulgated') return refuse('schemePromulgated', { number: head.number })
  if (head.revision !== revision)
    return staleRevision(`方案第${head.number}版草案`, head.changedBy, head.changedAt)
  return draft
}
