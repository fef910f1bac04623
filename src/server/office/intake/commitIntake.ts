import { intakeStates } from '../../../contract/intake/intakeStates.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { bumpCycle } from '../roster/bumpCycle.store.ts'
import { applyPlan, describeWritten } from './applyPlan.ts'
import { dropParts, type StoredIntake, updateIntake } from './intake.store.ts'
import { loadIntake } from './loadIntake.ts'
import { rowsOf, stateOf } from './viewIntake.ts'

/** What was seen and chosen at commit: the number of the plan viewed, and whether the accepted rows may be written without the refused ones. */
interface Committing {
  readonly plan: number
  readonly partial: boolean
}

/** Commits an import: everything planned, or nothing. Only if the year is still as planned for. */
export async function commitIntake(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { year, id }: { readonly year: number; readonly id: string },
  asked: Committing,
): Promise<Done<{ written: string[] }> | Refusal> {
  const revision = await bumpCycle(tx, year)
  if (isRefusal(revision)) return revision
  const row = await loadIntake(tx, year, id)
  if (isRefusal(row)) return row
  const hindrance = mayCommit(row, revision - 1, asked, context.now())
  if (hindrance !== undefined) return hindrance
  const now = context.now()
  await applyPlan(tx, row, revision, { by: actor.name, at: now })
  const written = describeWritten(row.plan!)
  await dropParts(tx, id)
  await updateIntake(tx, id, ['ready'], {
    state: 'committed',
    written,
    settledBy: actor.name,
    settledAt: now.toISOString(),
  })
  const rows = rowsOf(row)
  const values = {
    file: row.file,
    hash: row.hash.slice(0, 16),
    rows: rows.in,
    accepted: rows.accepted,
    refused: rows.refused,
    written,
  }
  return { answer: { written: [...written] }, events: [{ kind: 'intakeCommitted', year, values }] }
}

function mayCommit(
  row: StoredIntake,
  planned: number,
  { plan, partial }: Committing,
  now: Date,
): Refusal | undefined {
  if (row.state !== 'ready' || row.plan === null)
    return refuse('intakeNotReady', { state: intakeStates[stateOf(row, now)] })
  if (row.plan.number !== plan) return refuse('intakeReplanned', {})
  if (row.planRevision !== planned) return refuse('intakeOutdated', { year: row.year })
  const { blockers, blockersTotal, nothingNew } = row.plan
  if (blockersTotal > 0)
    return refuse('intakeBlocked', { total: blockersTotal, blockers: blockers.slice(0, 3).join('；') })
  const { accepted, refused } = rowsOf(row)
  // A whole sheet that is missing has a reason and no rows.
  const sentBack = Math.max(refused, (row.reading?.reasons ?? 0) > 0 ? 1 : 0)
  if (sentBack > 0 && !partial) return refuse('intakeHasRefused', { refused: sentBack, accepted })
  return nothingNew ? refuse('intakeNothingNew', {}) : undefined
}
