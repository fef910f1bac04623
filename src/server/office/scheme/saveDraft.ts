import type { SchemeVersionHead } from '../../../contract/scheme/schemeParts.ts'
import { compareSchemes } from '../../../contract/scheme/compareSchemes.ts'
import { schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../contract/shape/toFileShape.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { canonicalHash } from '../../../files/results/canonicalHash.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { loadDraft } from './loadDraft.ts'
import { nextNumber, rewriteDraft } from './scheme.store.ts'
import type { SchemeWork } from './schemeWork.ts'

/** The content to save, and the revision on which it was edited. */
interface DraftEdit {
  readonly version: string
  readonly revision: number
  readonly scheme: Scheme
}

/** Saves a draft: replaces the whole content, even with faults. `notFound`, `schemePromulgated`, `staleRevision`. */
export async function saveDraft(
  tx: Transaction,
  work: SchemeWork,
  edit: DraftEdit,
): Promise<Done<SchemeVersionHead['version']> | Refusal> {
  const draft = await loadDraft(tx, edit)
  if (isRefusal(draft)) return draft
  const { head, document: before } = draft
  const document = toFileShape(schemeSchema, edit.scheme)
  const differences = compareSchemes(before, document)
  // Another id is another scheme, with versions of its own.
  const number = document.id === head.scheme ? head.number : await nextNumber(tx, document.id)
  await rewriteDraft(tx, head.version, {
    document,
    hash: canonicalHash(document),
    number,
    by: work.by,
    at: work.at,
  })
  const parts = [...new Set(differences.map(difference => difference.partName))]
  const event: TrailEvent = {
    kind: 'schemeEdited',
    year: document.cycle,
    values: { title: document.title, number, parts, changes: differences.length },
  }
  return { answer: head.version, events: [event] }
}
