import type { SchemeVersionHead } from '../../../contract/scheme/schemeParts.ts'
import { schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../contract/shape/toFileShape.ts'
import { canonicalHash } from '../../../files/results/canonicalHash.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { findDraft, insertVersion } from './scheme.store.ts'
import type { SchemeWork } from './schemeWork.ts'

/** The content of a new draft: `from` is the version that it was drafted from, `file` the name of the file that it was read from. */
interface NewDraft {
  readonly scheme: Scheme
  readonly from?: SchemeVersionHead
  readonly file?: string
}

/** Creates a draft, even with faults; returns its id and number. `schemeDraftSame` for a draft that is there already. */
export async function makeDraft(
  tx: Transaction,
  { by, at, newId }: SchemeWork,
  { scheme, from, file }: NewDraft,
): Promise<Done<{ readonly version: string; readonly number: number }> | Refusal> {
  const document = toFileShape(schemeSchema, scheme)
  const hash = canonicalHash(document)
  const same = await findDraft(tx, scheme.id, hash)
  if (same !== undefined && same.version !== from?.version)
    return refuse('schemeDraftSame', { number: same.number })
  const id = newId()
  const basedOn = from === undefined ? {} : { basedOn: from.version }
  const number = await insertVersion(tx, {
    id,
    document,
    hash,
    state: 'draft',
    ...basedOn,
    by,
    at,
  })
  const values = {
    title: scheme.title,
    number,
    ...(from && { from: from.number }),
    file,
  }
  return { answer: { version: id, number }, events: [{ kind: 'schemeDrafted', year: scheme.cycle, values }] }
}
