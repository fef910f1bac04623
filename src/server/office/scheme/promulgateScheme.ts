import { canonicalHash } from '../../../files/results/canonicalHash.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { loadDraft } from './loadDraft.ts'
import { findPromulgated, markPromulgated } from './scheme.store.ts'
import type { SchemeWork } from './schemeWork.ts'
import { describeSchemeFaults } from './describeSchemeFaults.ts'

/** Promulgates a scheme and fixes its content permanently. `notFound`, `schemePromulgated`, `staleRevision`, `schemeHasFaults` (open rulings among them), `schemeUnchanged`. */
export async function promulgateScheme(
  tx: Transaction,
  { by, at }: Pick<SchemeWork, 'by' | 'at'>,
  wanted: { readonly version: string; readonly revision: number },
): Promise<Done<string> | Refusal> {
  const draft = await loadDraft(tx, wanted)
  if (isRefusal(draft)) return draft
  const { head, document } = draft
  const faults = describeSchemeFaults(document).filter(fault => fault.severity === 'fault')
  if (faults.length > 0) return refuse('schemeHasFaults', { count: faults.length, first: faults[0]!.wrong })
  if (canonicalHash(document) !== head.hash)
    throw new Error(`the hash of draft ${head.version} is not that of its content`)
  const same = await findPromulgated(tx, head.scheme, head.hash)
  if (same !== undefined) return refuse('schemeUnchanged', { number: same.number })
  await markPromulgated(tx, head.version, by, at)
  const values = { title: head.title, number: head.number, hash: head.hash }
  return { answer: head.version, events: [{ kind: 'schemePromulgated', year: head.cycle, values }] }
}
