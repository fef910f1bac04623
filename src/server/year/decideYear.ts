import type {
  CycleCommand,
  CycleEvent,
  CycleState,
  OpeningDays,
} from '../../domain/year/lifecycle/cycleState.ts'
import { decideCycle } from '../../domain/year/lifecycle/decideCycle.ts'
import { evolveCycle } from '../../domain/year/lifecycle/evolveCycle.ts'
import { openingDays } from '../../domain/year/lifecycle/openingDays.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Transaction } from '../platform/database/openDatabase.ts'
import type { AppContext } from '../platform/appContext.ts'
import { readSchemeVersion } from '../office/scheme/readSchemeVersion.ts'
import { readCycle, stateOf, type StoredCycle } from './lifecycle.store.ts'

/** A decision on a year: the year before (locked until the transaction ends), the event, and the year after. */
export interface Decided {
  readonly stored: StoredCycle
  readonly state: CycleState
  readonly event: CycleEvent
  readonly next: CycleState
}

/** Decides a command on a year, in a transaction that then writes the result. `notFound` for a year that was not opened. */
export async function decideYear(
  tx: Transaction,
  context: AppContext,
  year: number,
  command: CycleCommand,
): Promise<Decided | Refusal> {
  const stored = await readCycle(tx, year, { forUpdate: true })
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const days = await daysOf(tx, stored)
  const state = stateOf(stored, days)
  const event = decideCycle(state, command, context.today())
  return isRefusal(event) ? event : { stored, state, event, next: evolveCycle(state, event, days) }
}

async function daysOf(tx: Transaction, { row }: StoredCycle): Promise<OpeningDays> {
  if (row.schemeVersion === null) return {}
  const used = await readSchemeVersion(tx, row.schemeVersion)
  return isRefusal(used) ? {} : openingDays(used.scheme)
}
