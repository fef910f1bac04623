import type { SheetState } from '../../../domain/campaign/sheet/sheetState.ts'
import type { Visit } from '../../../domain/year/facts/facts.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { type Assignment, findAssignment } from '../rounds/assignments.store.ts'
import { findSheet, otherSheets, type StoredSheet } from './sheets.store.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** A sheet loaded for a change: locked with its assignment until the transaction ends, with the other sheets of the assignment. */
export interface OpenSheet {
  readonly stored: StoredSheet
  readonly assignment: Assignment
  readonly others: readonly StoredSheet[]
  readonly state: SheetState
}

/** Loads a sheet for a change. `notFound`, `yearSealed`, `staleRevision` if somebody else changed it first. */
export async function loadSheet(
  tx: Transaction,
  year: number,
  id: string,
  revision?: number,
): Promise<OpenSheet | Refusal> {
  const closed = await whyYearClosed(tx, year)
  if (closed !== undefined) return closed
  const before = await findSheet(tx, year, id)
  if (before === undefined) return refuse('notFound', { what: '这份核查表' })
  // The assignment first, as a sheet that is being sent does it, so that two changes never wait for one another.
  const assignment = await findAssignment(tx, before.assignment, { lock: true })
  const stored = (await findSheet(tx, year, id, { lock: true }))!
  if (revision !== undefined && stored.revision !== revision)
    return staleRevision('这份核查表', '他人', stored.receivedAt)
  const others = await otherSheets(tx, stored)
  return { stored, assignment: assignment!, others, state: stateOf(stored, others) }
}

/** Returns the state of a stored sheet. */
export function stateOf(
  { state, due }: Pick<StoredSheet, 'state' | 'due'>,
  others: readonly Pick<StoredSheet, 'state'>[],
): SheetState {
  return state === 'inForce'
    ? { kind: state, due: due!, others: others.some(one => one.state === 'beside') }
    : { kind: state }
}

/** Returns the visit of a sheet. */
export function visitOf({ unit, quarter, kind, visitedOn }: StoredSheet): Visit {
  return { unit, quarter, by: kind, heldOn: visitedOn }
}

/** Checks whether somebody took part in the inspection: sent the sheet, or is in the team. */
export function isOfTeam(
  account: string,
  { sentBy }: Pick<StoredSheet, 'sentBy'>,
  { inspectors }: Pick<Assignment, 'inspectors'>,
): boolean {
  return sentBy === account || inspectors.some(one => one.account === account)
}
