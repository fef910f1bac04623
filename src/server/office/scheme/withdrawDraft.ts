import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { loadDraft } from './loadDraft.ts'
import { basedOn, deleteDraft } from './scheme.store.ts'

/** Withdraws a draft: deletes it and frees its number. `notFound`, `schemePromulgated`, `staleRevision`, `schemeDraftInUse`. */
export async function withdrawDraft(
  tx: Transaction,
  wanted: { readonly version: string; readonly revision: number },
): Promise<Done<null> | Refusal> {
  const draft = await loadDraft(tx, wanted)
  if (isRefusal(draft)) return draft
  const { title, number, cycle, version } = draft.head
  const [by] = await basedOn(tx, version)
  if (by !== undefined) return refuse('schemeDraftInUse', { number, by })
  await deleteDraft(tx, version)
  return { answer: null, events: [{ kind: 'schemeDraftWithdrawn', year: cycle, values: { title, number } }] }
}
