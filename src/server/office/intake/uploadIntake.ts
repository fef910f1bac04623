import { createHash } from 'node:crypto'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { shownName } from '../../platform/http/shownName.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { schemeOfYear } from '../roster/schemeOfYear.ts'
import { findCycle } from '../roster/unit.store.ts'
import { addIntake, expireIntakes } from './intake.store.ts'

const KEPT_DAYS = 7

/** Registers an uploaded file; its content is read afterwards, in the background. The name is displayed, never used as a path. */
export async function uploadIntake(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { year, name, bytes }: { readonly year: number; readonly name: string; readonly bytes: Uint8Array },
): Promise<Done<{ id: string }> | Refusal> {
  const found = await findCycle(tx, year)
  if (found === undefined) return refuse('notFound', { what: `${year}年度` })
  const scheme = await schemeOfYear(tx, year)
  if (isRefusal(scheme)) return scheme
  const [id, now] = [context.newId(), context.now()]
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = shownName(name)
  await expireIntakes(tx, new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000), now)
  const at = now.toISOString()
  await addIntake(tx, {
    id,
    year,
    file,
    bytes: bytes.byteLength,
    hash,
    state: 'waiting',
    beatAt: at,
    uploadedBy: actor.name,
    uploadedAt: at,
  })
  return {
    answer: { id },
    events: [
      { kind: 'intakeUploaded', year, values: { file, hash: hash.slice(0, 16), bytes: bytes.byteLength } },
    ],
  }
}
