import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../contract/shape/toFileShape.ts'
import { canonicalHash } from '../../../files/results/canonicalHash.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { findPromulgated, insertVersion } from './scheme.store.ts'

/** Ensures that a promulgated version with this content exists; creates it if missing and returns the trail lines. The scheme has been checked before. */
export async function ensureScheme(
  tx: Transaction,
  context: Pick<AppContext, 'now' | 'newId'>,
  actor: Pick<Actor, 'name'>,
  scheme: Scheme,
): Promise<{ readonly version: string; readonly events: readonly TrailEvent[] }> {
  const document = toFileShape(schemeSchema, scheme)
  const hash = canonicalHash(document)
  const before = await findPromulgated(tx, scheme.id, hash)
  if (before !== undefined) return { version: before.version, events: [] }
  const id = context.newId()
  const number = await insertVersion(tx, {
    id,
    document,
    hash,
    state: 'promulgated',
    by: actor.name,
    at: context.now().toISOString(),
  })
  const named = { title: scheme.title, number }
  return {
    version: id,
    events: [
      { kind: 'schemeDrafted', year: scheme.cycle, values: named },
      { kind: 'schemePromulgated', year: scheme.cycle, values: { ...named, hash } },
    ],
  }
}
