import { openingDays } from '../../../domain/year/lifecycle/openingDays.ts'
import { type Actor, SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readCycle, stateOf } from '../lifecycle.store.ts'
import { outcomesOf } from '../outcome/outcomeCache.ts'
import { askMatters, type ListMatters, listMatters, type Matter } from './matter.ts'

/** The committee as an actor: what its documents are drawn up from. */
export const COMMITTEE: Actor = { ...SYSTEM_ACTOR, grants: [{ role: 'committee' }] }

const rooms = new WeakMap<AppContext, readonly ListMatters[]>()

/** Notes which rooms list matters, for those who ask without a request. */
export function noteMatters(context: AppContext, all: readonly ListMatters[]): void {
  rooms.set(context, all)
}

/** A late matter that units have to see to: what they are asked to do, since when, and the names of the units. */
interface LateMatter extends NonNullable<Matter['late']> {
  readonly asks: string
}

/** Lists the late matters of a year that units have to see to, from the one list of what is late. */
export async function listLate(context: AppContext, year: number): Promise<readonly LateMatter[]> {
  const [scored, stored] = [await outcomesOf(context.db).current(year), await readCycle(context.db, year)]
  if (scored === undefined || stored === undefined) return []
  const { scheme } = scored
  const state = stateOf(stored, scheme === undefined ? {} : openingDays(scheme))
  const ground = askMatters({ context, year, scored, stored, state }, COMMITTEE)
  const found = await listMatters(rooms.get(context) ?? [], ground)
  return found.flatMap(({ late }) => (late?.asks === undefined ? [] : [{ ...late, asks: late.asks }]))
}
