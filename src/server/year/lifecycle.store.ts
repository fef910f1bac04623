import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import {
  type CycleEvent,
  type CycleState,
  type OpeningDays,
  phaseOf,
  takesFacts,
} from '../../domain/year/lifecycle/cycleState.ts'
import {
  isLatePhase,
  type LatePhase,
  type OpenPhase,
  type Phase,
} from '../../domain/year/lifecycle/phases.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { rememberRead } from '../platform/database/writeCounts.ts'
import { cycle } from '../office/roster/roster.tables.ts'
import { correction, phaseMove, seal } from './lifecycle.tables.ts'

/** One row of the cycle table. */
export type CycleRow = typeof cycle.$inferSelect

/** One row of the seal table. */
export type SealRow = typeof seal.$inferSelect

/** One row of the correction table. */
export type CorrectionRow = typeof correction.$inferSelect

/** A year with its seals and corrections: everything that determines its state. `seals` in order. */
export interface StoredCycle {
  readonly row: CycleRow
  readonly seals: readonly SealRow[]
  readonly correction: CorrectionRow | undefined
}

/** Reads the state of a year; `forUpdate` locks the year until the transaction ends. `undefined` if it was not opened. */
export async function readCycle(
  db: Database | Transaction,
  year: number,
  { forUpdate = false } = {},
): Promise<StoredCycle | undefined> {
  return forUpdate ? readStored(db, year, true) : rememberedCycle(db, year)
}

const rememberedCycle = rememberRead(
  ['cycle', 'seal', 'correction'],
  50,
  (db: Database | Transaction, year: number) => readStored(db, year),
)

async function readStored(
  db: Database | Transaction,
  year: number,
  forUpdate = false,
): Promise<StoredCycle | undefined> {
  const query = db.select().from(cycle).where(eq(cycle.year, year))
  const [row] = await (forUpdate ? query.for('update') : query)
  if (row === undefined) return undefined
  const seals = await db.select().from(seal).where(eq(seal.year, year)).orderBy(asc(seal.number))
  if (seals.length === 0) return { row, seals, correction: undefined }
  const [open] = await db
    .select()
    .from(correction)
    .where(and(eq(correction.year, year), isNull(correction.closedAt)))
  return { row, seals, correction: open ?? (await correctionOf(db, seals.at(-1)!)) }
}

/** Builds the state of a year in the domain's shape; `days` are of its scheme. */
export function stateOf({ row, seals, correction: last }: StoredCycle, days: OpeningDays): CycleState {
  const latest = seals.at(-1)
  const released = row.releasedSeal ?? undefined
  if (latest === undefined) return { kind: 'open', phase: row.phase as OpenPhase, seals: 0, days }
  const corrects =
    last === undefined
      ? undefined
      : { seal: last.seal, reason: last.reason, phase: correctedPhase(last.phase) }
  if (last !== undefined && corrects !== undefined && last.closedAt === null) {
    const changed = row.revision !== last.revision || latest.number > last.seal
    return { kind: 'correcting', seal: latest.number, corrects, released, changed }
  }
  if (latest.state === 'sealed')
    return { kind: 'sealed', seal: latest.number, released, ...(corrects && { corrects }) }
  if (latest.state === 'approved') {
    return {
      kind: 'approved',
      phase: isLatePhase(row.phase as Phase) ? (row.phase as never) : 'approved',
      seal: latest.number,
      released,
    }
  }
  return { kind: 'open', phase: row.phase as OpenPhase, seals: latest.number, days }
}

/** Saves the new state of a year, and the phase move if there was one. */
export async function saveCycle(
  tx: Transaction,
  before: CycleRow,
  state: CycleState,
  step: { readonly at: Date; readonly by: string; readonly reason: string; readonly event: CycleEvent },
): Promise<void> {
  const phase = phaseOf(state)
  const released = step.event.kind === 'released' && {
    releasedAt: step.at.toISOString(),
    releasedSeal: step.event.seal,
  }
  await tx
    .update(cycle)
    .set({ phase, sealed: !takesFacts(state), ...released })
    .where(eq(cycle.year, before.year))
  if (phase !== before.phase) await notePhase(tx, before.year, before.phase as Phase, phase, step)
}

/** Opens a year; returns whether it was new. */
export async function insertCycle(tx: Transaction, one: typeof cycle.$inferInsert): Promise<boolean> {
  const made = await tx.insert(cycle).values(one).onConflictDoNothing().returning({ year: cycle.year })
  return made.length > 0
}

/** Increments the revision of later years that still take changes: the history they depend on has changed. */
export async function moveLaterYears(tx: Transaction, year: number): Promise<void> {
  await tx
    .update(cycle)
    .set({ revision: sql`${cycle.revision} + 1` })
    .where(and(gt(cycle.year, year), eq(cycle.sealed, false)))
}

/** Records a phase move. */
export async function notePhase(
  tx: Transaction,
  year: number,
  from: Phase | null,
  to: Phase,
  { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await tx.insert(phaseMove).values({ year, from, to, reason, at: at.toISOString(), by })
}

/** Reads the phase moves, oldest first. */
export const readMoves = rememberRead(
  ['phase_move'],
  50,
  async (db: Database | Transaction, year: number): Promise<readonly (typeof phaseMove.$inferSelect)[]> =>
    db.select().from(phaseMove).where(eq(phaseMove.year, year)).orderBy(asc(phaseMove.id)),
)

/** Lists the years, newest first. */
export async function listCycles(db: Database | Transaction): Promise<readonly CycleRow[]> {
  return db.select().from(cycle).orderBy(desc(cycle.year))
}

/** Returns the seal in force: approved and not superseded. */
export function sealInForce(seals: readonly SealRow[]): SealRow | undefined {
  return seals.find(one => one.state === 'approved')
}

/** Returns the seal that units see: the last one released to them, until a correction of it is released too. */
export function releasedSeal({ row, seals }: StoredCycle): SealRow | undefined {
  return seals.find(one => one.number === row.releasedSeal)
}

/** Whether units see the latest seal. */
export function isLatestReleased({ row, seals }: StoredCycle): boolean {
  return row.releasedSeal !== null && row.releasedSeal === seals.at(-1)?.number
}

async function correctionOf(db: Database | Transaction, latest: SealRow): Promise<CorrectionRow | undefined> {
  if (latest.correction === null) return undefined
  const [made] = await db.select().from(correction).where(eq(correction.id, latest.correction))
  return made
}

function correctedPhase(phase: Phase): 'sealed' | LatePhase {
  return isLatePhase(phase) ? phase : 'sealed'
}
