import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { findFact, type StoredFact } from '../../year/facts.store.ts'
import { type EnteredFact, isEntered, unitOf } from './enteredFact.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** The result of recording a fact: the record, and the year's revision with it. */
export interface Recorded {
  readonly id: string
  readonly revision: number
}

/** The source of facts entered on screen. */
export const BY_HAND = '页面录入'

/** Returns the entered fact of a stored row. */
export function factOf({ kind, body }: Pick<StoredFact, 'kind' | 'body'>): EnteredFact {
  return { kind, body } as EnteredFact
}

/** Sets the author as inspector of a finding that names none. */
export function withAuthor(entered: EnteredFact, { name }: Actor): EnteredFact {
  if (entered.kind !== 'findings' || entered.body.author !== undefined) return entered
  return { kind: 'findings', body: { ...entered.body, author: name } }
}

/** Loads a record to change. `notFound`, `staleRevision` if somebody else changed it first. */
export async function loadRecord(
  tx: Transaction,
  year: number,
  id: string,
  revision: number,
): Promise<StoredFact | Refusal> {
  const found = await findFact(tx, year, id)
  if (found === undefined || !isEntered(found.kind)) return refuse('notFound', { what: '这条事实' })
  if (found.withdrawnAt !== null) return staleRevision('这条事实', found.withdrawnBy, found.withdrawnAt)
  if (found.revision !== revision) return staleRevision('这条事实', found.author, found.at)
  return found
}

/** Returns the unit for the trail event of a fact. */
export function aboutUnit(entered: EnteredFact): { readonly unit?: string } {
  const unit = unitOf(entered)
  return unit === undefined ? {} : { unit }
}
