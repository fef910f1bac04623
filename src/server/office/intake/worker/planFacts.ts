import { factKindNames } from '../../../../contract/year/factKindNames.ts'
import type { IntakeChoice, IntakePlan } from '../../../../contract/intake/intakeRoutes.ts'
import { sentenceOfRefusal } from '../../../../contract/shape/refusalSentences.ts'
import type { Whereabouts } from '../../../../files/facts/whereabouts.ts'
import { createFactBook } from '../../../../domain/year/facts/factBook.ts'
import { createFactsIntake } from '../../../../domain/year/facts/factsIntake.ts'
import { canonicalText } from '../../../../domain/kernel/ids.ts'
import type { Roster } from '../../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { FactBody, FactKind } from '../../../year/year.tables.ts'
import type { RefusedLine } from './intakeReading.ts'
import { refusedLine } from './readFile.ts'

/** 一类事实 with the place of each: its row in the file, or its number in the database. */
export interface PlacedFacts {
  readonly bodies: readonly FactBody[]
  readonly places: readonly number[]
}

/** 各类事实. */
export type FactLists = ReadonlyMap<FactKind, PlacedFacts>

/** 事实将怎样变: of the file's facts all but `skip` (indexes) are written, of the year's those at `withdraw` (numbers) no longer count. */
export interface FactsPlan {
  readonly skip: ReadonlyMap<FactKind, readonly number[]>
  readonly withdraw: ReadonlyMap<FactKind, readonly number[]>
  readonly told: IntakePlan['facts']
  readonly refused: readonly RefusedLine[]
  readonly blockers: readonly string[]
  readonly blockersTotal: number
}

/** 拟定时要知道的: the scheme, the roster as it will be, what the year holds and what was read. */
export interface FactsAsked {
  readonly scheme: Scheme
  readonly roster: Roster
  readonly rosterChanged: boolean
  readonly before: FactLists
  readonly read: FactLists
  readonly choice: Pick<IntakeChoice, 'facts' | 'kinds'>
  readonly whereabouts: Whereabouts
}

const MOST_BLOCKERS = 20

/**
 * 拟定事实的改动. What the year already holds in the same words is not written again; of the rest, what says the same thing otherwise is refused.
 * With `replace`, what the year holds of a kind and the file does not is withdrawn. What stays has to fit the roster as it will be.
 */
export function planFacts({
  scheme,
  roster,
  rosterChanged,
  before,
  read,
  choice,
  whereabouts,
}: FactsAsked): FactsPlan {
  const intake = createFactsIntake(createFactBook(scheme, roster), scheme.cycle, (list, at) =>
    at < 0
      ? `本年度已有的${factKindNames[list]}`
      : (whereabouts.place(list, at).sheet ?? '') + whereabouts.where(list, at),
  )
  const [skip, withdraw] = [new Map<FactKind, number[]>(), new Map<FactKind, number[]>()]
  const told: IntakePlan['facts'] = []
  const refused: RefusedLine[] = []
  const blockers: string[] = []
  let blockersTotal = 0

  for (const kind of Object.keys(factKindNames) as FactKind[]) {
    const there = before.get(kind) ?? NOTHING
    const given =
      choice.facts !== 'skip' && choice.kinds.includes(kind) ? (read.get(kind) ?? NOTHING) : NOTHING
    const { same, gone } = match(there, given, choice.facts === 'replace' && given.bodies.length > 0)
    if (given.bodies.length > 0 || rosterChanged) keepThere(kind, there, gone)
    if (given.bodies.length > 0) takeGiven(kind, given, same, gone.size)
    if (gone.size > 0)
      withdraw.set(
        kind,
        [...gone].map(at => there.places[at]!),
      )
  }
  return { skip, withdraw, told, refused, blockers, blockersTotal }

  function keepThere(kind: FactKind, { bodies }: PlacedFacts, gone: ReadonlySet<number>): void {
    for (const [at, body] of bodies.entries()) {
      if (gone.has(at)) continue
      const faults = intake.take(kind, body as never, -1).filter(({ refusal }) => !REPEATS.has(refusal.code))
      if (faults.length === 0) continue
      blockersTotal++
      if (blockers.length < MOST_BLOCKERS)
        blockers.push(`本年度已有的${factKindNames[kind]}：${sentenceOfRefusal(faults[0]!.refusal)}`)
    }
  }

  function takeGiven(kind: FactKind, given: PlacedFacts, same: ReadonlySet<number>, withdrawn: number): void {
    const skipped = [...same]
    let clashes = 0
    for (const [at, body] of given.bodies.entries()) {
      if (same.has(at)) continue
      const row = given.places[at]!
      const faults = intake.take(kind, body as never, row)
      if (faults.length === 0) continue
      clashes++
      skipped.push(at)
      for (const { field, refusal } of faults)
        refused.push(refusedLine(whereabouts.place(kind, row, field), sentenceOfRefusal(refusal)))
    }
    if (skipped.length > 0)
      skip.set(
        kind,
        skipped.toSorted((one, other) => one - other),
      )
    const read = given.bodies.length
    told.push({
      kind,
      name: factKindNames[kind],
      read,
      added: read - skipped.length,
      same: same.size,
      refused: clashes,
      withdrawn,
    })
  }
}

/** What repeats another fact of the year did so before, and is no matter of this import. */
const REPEATS: ReadonlySet<string> = new Set(['duplicate', 'sameKeyTwice', 'exclusiveRules'])

const NOTHING: PlacedFacts = { bodies: [], places: [] }

/** Which of the given facts are there already, one for one, and which of those there the file no longer has. */
function match(
  there: PlacedFacts,
  given: PlacedFacts,
  replace: boolean,
): { same: ReadonlySet<number>; gone: ReadonlySet<number> } {
  const same = new Set<number>()
  if (given.bodies.length === 0) return { same, gone: new Set() }
  const left = new Map<string, number[]>()
  for (const [at, body] of there.bodies.entries()) {
    const key = canonicalText(body)
    const known = left.get(key)
    if (known) known.push(at)
    else left.set(key, [at])
  }
  for (const [at, body] of given.bodies.entries()) {
    if (left.get(canonicalText(body))?.pop() !== undefined) same.add(at)
  }
  return { same, gone: new Set(replace ? [...left.values()].flat() : []) }
}
