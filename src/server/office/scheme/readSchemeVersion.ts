import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { SchemeVersionHead } from '../../../contract/scheme/schemeParts.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { findVersion, toScheme } from './scheme.store.ts'

/** A scheme version as read: the scheme in the domain's shape, with the hash that identifies it. */
export interface SchemeVersion {
  readonly head: SchemeVersionHead
  readonly scheme: Scheme
  readonly hash: string
}

/** Reads a scheme version; `notFound` if there is none with this id. */
export async function readSchemeVersion(
  db: Database | Transaction,
  id: string,
): Promise<SchemeVersion | Refusal> {
  const stored = await findVersion(db, id)
  if (stored === undefined) return refuse('notFound', { what: '这个方案版本' })
  return { head: stored.head, scheme: toScheme(stored.document), hash: stored.head.hash }
}
