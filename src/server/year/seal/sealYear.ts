import { takesFacts } from '../../../domain/year/lifecycle/cycleState.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { decideYear, type Decided } from '../decideYear.ts'
import { saveCycle } from '../lifecycle.store.ts'
import { writeSealPart } from '../sealParts.store.ts'
import { staleYear } from '../staleYear.store.ts'
import { readOrigin } from './readOrigin.ts'
import { runResultsWork } from './worker/runResultsWork.ts'
import type { ResultsMade } from './worker/resultsWork.ts'
import type { ListMatters } from '../due/matter.ts'
import { checkSeal } from './checkSeal.ts'
import { closeCorrection, insertSeal } from './seal.store.ts'
import { findTold, type SealTold } from './presentSeal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/**
 * Seals the results (封存): what the year holds at the revision viewed, with the outcome and the hashes of
 * both; from then on the database refuses changes. `sealBlocked`, `staleRevision`, and refusals from the
 * year's lifecycle.
 */
export async function sealYear(
  {
    context,
    actor,
    change,
    params: { year },
    body: { revision, note = '' },
  }: Served<'POST /api/years/:year/seals'>,
  rooms: readonly ListMatters[],
): Promise<SealTold | Refusal> {
  const made = await makeSeal(context, rooms, year, revision)
  const number = await change<number>(async tx => {
    const decided = await decideYear(tx, context, year, { do: 'seal' })
    if (isRefusal(decided)) return decided
    if (decided.stored.row.revision !== revision) return staleYear(tx, year)
    if (isRefusal(made)) return made
    return keepSeal(tx, context, actor, decided, made, note)
  })
  return isRefusal(number) ? number : findTold(context.db, year, number)
}

interface MadeSeal {
  readonly version: string
  readonly made: ResultsMade
}

/** Makes the seal before the transaction, since it takes long; the transaction then checks that the year is unchanged. */
async function makeSeal(
  context: AppContext,
  rooms: readonly ListMatters[],
  year: number,
  revision: number,
): Promise<MadeSeal | Refusal> {
  const checks = await checkSeal(context, rooms, year)
  if (isRefusal(checks)) return checks
  const blocked = checks.checks.filter(check => check.state === 'blocked')
  if (blocked.length > 0)
    return refuse('sealBlocked', {
      total: blocked.length,
      checks: blocked.map(check => check.sentence).join('；'),
    })
  const read = await readOrigin(context.db, year)
  if (isRefusal(read)) return read
  // Somebody was faster: nothing is made for a year that will be refused.
  if (read.revision !== revision) return context.db.transaction(tx => staleYear(tx, year))
  const made = await runResultsWork({
    make: 'seal',
    origin: read.origin,
    engine: context.version,
    asOf: context.today(),
  })
  return { version: read.version, made }
}

async function keepSeal(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { stored, state, event, next }: Decided,
  { version, made }: MadeSeal,
  note: string,
) {
  if (next.kind !== 'sealed' || takesFacts(next)) throw new Error('a seal that does not seal')
  const { year, revision } = stored.row
  const at = context.now()
  await insertSeal(tx, {
    year,
    number: next.seal,
    at: at.toISOString(),
    byId: actor.id,
    by: actor.name,
    revision,
    schemeVersion: version,
    units: made.units,
    hashes: made.hashes,
    engine: context.version,
    note,
    correction: state.kind === 'correcting' ? stored.correction!.id : null,
  })
  await writeSealPart(tx, year, next.seal, 'document', made.bytes)
  await writeSealPart(tx, year, next.seal, 'history', [made.history!])
  await writeSealPart(tx, year, next.seal, 'places', [made.places!])
  const reason = state.kind === 'correcting' ? state.corrects.reason : note
  await saveCycle(tx, stored.row, next, { at, by: actor.name, reason, event })
  if (state.kind === 'correcting') await closeCorrection(tx, year, at)
  const { scheme, facts, history, results } = made.hashes
  const values = { number: next.seal, units: made.units, scheme, facts, history, results, note }
  return { answer: next.seal, events: [{ kind: 'resultsSealed', year, values }] as const }
}
