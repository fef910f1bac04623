import { type Action, actionNames } from '../../../contract/access/actions.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AccessSentence } from './accessTable.ts'
import type { Actor } from './actor.ts'

/** The units within reach: all of the year's units, or just these. Lists are filtered by it. */
export interface Reach {
  readonly all: boolean
  has(unit: string): boolean
  /** The units, where it is not all of them. */
  readonly units?: readonly string[]
}

/** What access control needs to know of a year, answered by the rooms concerned. */
export interface YearState {
  isReleased(year: number): Promise<boolean>
  /** a lead unit and its members. */
  groupOf(year: number, unit: string): Promise<readonly string[]>
  /** the unit's name that year, if it exists. */
  nameOf(year: number, unit: string): Promise<string | undefined>
}

/** Unlimited reach. */
export const EVERYTHING: Reach = { all: true, has: () => true }

/** Determines which units these rules reach in this year; `notReleased` if every rule waits for the release. */
export async function findReach(
  years: YearState,
  actor: Actor,
  action: Action,
  sentences: readonly AccessSentence[],
  year: number | undefined,
): Promise<Reach | Refusal> {
  const released =
    year !== undefined && sentences.some(sentence => sentence.afterRelease) && (await years.isReleased(year))
  const open = sentences.filter(sentence => released || !sentence.afterRelease)
  if (open.length === 0) return refuse('notReleased', { action: actionNames[action], year: year ?? 0 })
  if (open.some(sentence => sentence.scope === 'all')) return EVERYTHING
  const units = new Set<string>()
  for (const { role, unit } of actor.grants) {
    const scopes = open.filter(sentence => sentence.role === role).map(sentence => sentence.scope)
    if (unit === undefined || scopes.length === 0) continue
    units.add(unit)
    if (scopes.includes('ownGroup') && year !== undefined)
      for (const member of await years.groupOf(year, unit)) units.add(member)
  }
  return { all: false, has: unit => units.has(unit), units: [...units] }
}
