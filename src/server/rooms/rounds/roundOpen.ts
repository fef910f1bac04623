import { roundStateNames } from '../../../domain/campaign/plan/decideRound.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { findRound, type StoredRound } from './rounds.store.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** Explains why a round cannot be changed: it has ended. */
export function whyRoundClosed({ state }: StoredRound): Refusal | undefined {
  return state === 'ended' ? refuse('roundClosed', { state: roundStateNames[state] }) : undefined
}

/** Loads a round for a change and locks it until the transaction ends; with `seen`, `staleRevision` if somebody changed it meanwhile. */
export async function loadRound(
  tx: Transaction,
  year: number,
  id: string,
  seen?: number,
): Promise<StoredRound | Refusal> {
  const closed = await whyYearClosed(tx, year)
  if (closed !== undefined) return closed
  const round = await findRound(tx, year, id, { lock: true })
  if (round === undefined) return refuse('notFound', { what: '这一轮核查' })
  if (seen === undefined || round.revision === seen) return round
  return staleRevision(`核查轮次“${round.name}”`, round.changedBy, round.changedAt)
}
