import type { IntakeChoice, IntakePlan } from '../../../../contract/intake/intakeRoutes.ts'
import type { Whereabouts } from '../../../../files/facts/whereabouts.ts'
import type { History } from '../../../../domain/year/history/history.ts'
import type { Holder, Roster, Unit } from '../../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { FactKind } from '../../../year/year.tables.ts'
import type { RefusedLine } from './intakeReading.ts'
import { type FactLists, planFacts } from './planFacts.ts'
import { planHistory } from './planHistory.ts'
import { planRoster } from './planRoster.ts'

/** What a plan writes, as the commit needs it: the file's facts except those skipped. */
export interface PlannedWork {
  readonly put: readonly Unit[]
  readonly remove: readonly string[]
  readonly held: readonly string[]
  readonly holders: readonly Holder[]
  readonly skip: { readonly [K in FactKind]?: readonly number[] }
  readonly withdraw: { readonly [K in FactKind]?: readonly number[] }
  /** kinds of which anything is written. */
  readonly kinds: readonly FactKind[]
  readonly history: History
}

/** The contents of the year and of the file, side by side. */
export interface BothSides {
  readonly scheme: Scheme
  readonly before: {
    readonly roster: Roster
    readonly facts: FactLists
    readonly history: History
    readonly sealed: readonly number[]
  }
  readonly read: { readonly roster: Roster; readonly facts: FactLists; readonly history: History }
  readonly whereabouts: Whereabouts
}

/** Plans an import: what would become of the year with this choice, and what has to be written for it. */
export function planIntake(
  { scheme, before, read, whereabouts }: BothSides,
  choice: IntakeChoice,
): {
  readonly plan: Omit<IntakePlan, 'number'>
  readonly work: PlannedWork
  readonly refused: readonly RefusedLine[]
} {
  const roster = planRoster(scheme, before.roster, read.roster, choice.roster)
  const facts = planFacts({
    scheme,
    roster: roster.roster,
    rosterChanged: roster.isChanged,
    before: before.facts,
    read: read.facts,
    choice,
    whereabouts,
  })
  const history = planHistory(before.history, read.history, choice.history, before.sealed)
  const written = facts.told.filter(kind => kind.added > 0)
  return {
    plan: {
      units: roster.units,
      holders: roster.holdersTold,
      facts: facts.told,
      history: history.told,
      blockers: [...roster.blockers, ...facts.blockers].slice(0, 20),
      blockersTotal: roster.blockers.length + facts.blockersTotal,
      nothingNew:
        !roster.isChanged &&
        written.length === 0 &&
        facts.withdraw.size === 0 &&
        history.put.years.length === 0,
    },
    work: {
      put: roster.put,
      remove: roster.remove,
      held: roster.held,
      holders: roster.holders,
      skip: Object.fromEntries(facts.skip),
      withdraw: Object.fromEntries(facts.withdraw),
      kinds: written.map(kind => kind.kind),
      history: history.put,
    },
    refused: facts.refused,
  }
}

/** The default choice: everything in the file is added to what exists. */
export function defaultChoice(read: BothSides['read'], before: Roster): IntakeChoice {
  const kinds = [...read.facts].flatMap(([kind, { bodies }]) => (bodies.length > 0 ? [kind] : []))
  return {
    roster: read.roster.units.length === 0 ? 'skip' : before.units.length === 0 ? 'replace' : 'add',
    facts: kinds.length === 0 ? 'skip' : 'add',
    kinds,
    history: read.history.years.length === 0 ? 'skip' : 'put',
  }
}
