import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { makeDraft } from './makeDraft.ts'
import { findVersion, toScheme } from './scheme.store.ts'
import type { SchemeWork } from './schemeWork.ts'

/** Creates a draft from a version; with another `cycle` it becomes that year's scheme, with the year in its id and title replaced. `notFound`. */
export async function draftFrom(
  tx: Transaction,
  work: SchemeWork,
  { version, cycle }: { readonly version: string; readonly cycle?: number | undefined },
): Promise<Done<{ readonly version: string; readonly number: number }> | Refusal> {
  const from = await findVersion(tx, version)
  if (from === undefined) return refuse('notFound', { what: '这个方案版本' })
  const scheme = toScheme(from.document)
  return makeDraft(tx, work, {
    scheme: cycle === undefined ? scheme : forCycle(scheme, cycle),
    from: from.head,
  })
}

function forCycle(scheme: Scheme, cycle: number): Scheme {
  const moved = (text: string): string => text.replaceAll(String(scheme.cycle), String(cycle))
  return { ...scheme, cycle, id: moved(scheme.id), title: moved(scheme.title) }
}
