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

/** Facts of one kind with their places: the row in the file, or the number in the database. */
export interface PlacedFacts {
  readonly bodies: readonly FactBody[]
  readonly places: readonly number[]
}

/** Facts by kind. */
export type FactLists = ReadonlyMap<FactKind, PlacedFacts>

/** The planned changes to facts: the file's facts except `skip` (indexes) are written, the year's facts at `withdraw` (numbers) are withdrawn. */
interface FactsPlan {
  readonly skip: ReadonlyMap<FactKind, readonly number[]>
  readonly withdraw: ReadonlyMap<FactKind, readonly number[]>
  readonly told: IntakePlan['facts']
  readonly refused: readonly RefusedLine[]
  readonly blockers: readonly string[]
  readonly blockersTotal: number
}

/** Input of the plan: the scheme, the future roster, what the year holds and what was read. */
interface FactsAsked {
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
 * Plans the changes to facts. Facts that the year already holds in the same words are not written again;
 * of the others, those that state the same thing differently are refused. With `replace`, facts of a kind
 * that the year holds and the file lacks are withdrawn. The remaining facts must fit the future roster.
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

/** Faults about repetition among the year's facts existed before and do not concern this import. */
const REPEATS: ReadonlySet<string> = new Set(['duplicate', 'sameKeyTwice', 'exclusiveRules'])

const NOTHING: PlacedFacts = { bodies: [], places: [] }

/** Matches one for one: which of the given facts exist already, and which existing ones the file no longer has. */
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
