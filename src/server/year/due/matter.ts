import type { Action } from '../../../contract/access/actions.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import type { CycleState } from '../../../domain/year/lifecycle/cycleState.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { type Actor, SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import { EVERYTHING, findReach, type Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { ScoredYear } from '../outcome/scoredYear.ts'
import type { StoredCycle } from '../lifecycle.store.ts'

/** A matter under way in a year (在办事项): what waits for whom, what of it is late, and whether it holds up the seal. */
export interface Matter {
  readonly id: string
  /** its heading among the checks before sealing. */
  readonly name: string
  /** what is under way, as one sentence. */
  readonly text: string
  /** what the reader for whom it waits has to do, verb first, where `text` says how things stand. */
  readonly act?: string
  /** where it is handled: the path of a desk, with its part, or the address of a page of its own. */
  readonly page: string
  readonly part?: string
  /** whether it waits for this reader. */
  readonly waits?: boolean
  /** whom it concerns or how far it is, below the sentence. */
  readonly who?: string
  readonly due?: Day
  /** whether the reader is behind with it, without a day or units of its own. */
  readonly urgent?: boolean
  /** what of it is late, since when, and the names of the units, the latest first. */
  readonly late?: {
    readonly text: string
    readonly since?: Day
    readonly units: readonly string[]
    /** what those units are reminded of, if it is they who are late. */
    readonly asks?: string
  }
  /** whether it prevents the seal, or has to be known before it. */
  readonly seal?: 'warning' | 'blocked'
  /** whether it prevents the seal by a check of the year itself, which does not read this list. */
  readonly holds?: boolean
}

/** What a room may know when it lists its matters: the year and who asks. */
export interface MatterContext {
  readonly context: AppContext
  readonly year: number
  readonly today: Day
  readonly scored: ScoredYear
  readonly stored: StoredCycle
  readonly state: CycleState
  /** who asks; without a person, the office before it seals. */
  readonly actor: Actor
  readonly forSeal: boolean
  may(action: Action): boolean
  /** the units within reach for this; none for who may not. */
  reach(action: Action): Promise<Reach>
  nameOf(unit: string): string
}

/** Lists the matters of one room. */
export type ListMatters = (ground: MatterContext) => Promise<readonly Matter[]> | readonly Matter[]

/** A year to ask about, before it is known who asks. */
export type AskedYear = Omit<MatterContext, 'actor' | 'forSeal' | 'may' | 'reach' | 'nameOf' | 'today'>

const NOTHING: Reach = { all: false, has: () => false }

/** Prepares the context for one person; without a person, for the office as a whole. */
export function askMatters(year: AskedYear, actor?: Actor): MatterContext {
  const { context, scored } = year
  return {
    ...year,
    today: context.today(),
    actor: actor ?? SYSTEM_ACTOR,
    forSeal: actor === undefined,
    may: action => actor === undefined || !isRefusal(judgeAccess(actor, action)),
    async reach(action) {
      if (actor === undefined) return EVERYTHING
      const sentences = judgeAccess(actor, action)
      if (isRefusal(sentences)) return NOTHING
      const reach = await findReach(context.years, actor, action, sentences, year.year)
      return isRefusal(reach) ? NOTHING : reach
    },
    nameOf: unit => scored.units.get(unit)?.name ?? unit,
  }
}

/** Limits a room whose work ends with the seal: nobody can go on with it afterwards. */
export function untilSeal<T>(
  list: (ground: MatterContext) => Promise<readonly T[]> | readonly T[],
): typeof list {
  return ground => (ground.stored.row.sealed && !ground.forSeal ? [] : list(ground))
}

/** Lists the matters of all rooms, one after the other. */
export async function listMatters(rooms: readonly ListMatters[], ground: MatterContext): Promise<Matter[]> {
  const found: Matter[] = []
  for (const room of rooms) found.push(...(await room(ground)))
  return found
}
