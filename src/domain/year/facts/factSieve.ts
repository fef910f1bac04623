import { canonicalText } from '../../kernel/ids.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { formOf } from '../../scheme/forms/ruleForms.ts'
import type { FactBook } from './factBook.ts'
import type { FactList, FactOf } from './factsIntake.ts'
import type { BallotCount, BallotSheet, Decision, Finding } from './facts.ts'

/**
 * Filter for repeated facts (筛重): remembers accepted facts and refuses repeats. Where a fact has a key
 * (the grading of a unit in a component), the key may occur once; where several are possible (findings),
 * only an exact copy is refused. `at` is a row or a place in its list.
 */
type FactSieve = <L extends FactList>(list: L, fact: FactOf<L>, at: number) => Refusal | undefined

/** Keys of the lists. A list without a key refuses exact copies, except ballot sheets, since two voters may mark alike. */
const keys: { readonly [L in FactList]?: (fact: FactOf<L>) => readonly (string | number)[] } = {
  visits: visit => [visit.unit, visit.quarter, visit.by ?? 'committee', visit.heldOn ?? ''],
  ledger: entry => [entry.unit, entry.counter, entry.period],
  gradings: grading => [grading.unit, grading.component],
  surveys: tally => [tally.unit, tally.component, tally.group],
  measures: value => [value.unit, value.measure],
  decisions: keyOfDecision,
  annualGrades: proposal => [proposal.unit],
}

/** Creates the filter (建立筛子). `where` returns in Chinese where the first occurrence is. */
export function createFactSieve(book: FactBook, where: (list: FactList, at: number) => string): FactSieve {
  const seen = new Map<FactList, Map<string, number>>()
  const secondLevel = createLadderRule(book, at => where('findings', at))
  const exclusive = createExclusiveRules(book, at => where('findings', at))
  const counted = createCountRule(book, at => where('ballotCounts', at))
  return (list, fact, at) => {
    if (list === 'sheets') return counted.ofSheet(fact as BallotSheet)
    if (list === 'ballotCounts') return counted.ofCount(fact as BallotCount, at)
    const key = keys[list] as ((fact: unknown) => readonly (string | number)[]) | undefined
    const text = key ? key(fact).join('\u0001') : canonicalText(fact)
    const inList = seen.get(list) ?? new Map<string, number>()
    seen.set(list, inList)
    const first = inList.get(text)
    if (first !== undefined) return refuse(key ? 'sameKeyTwice' : 'duplicate', { first: where(list, first) })
    const clash =
      list === 'findings' ? (secondLevel(fact as Finding, at) ?? exclusive(fact as Finding, at)) : undefined
    if (clash === undefined) inList.set(text, at)
    return clash
  }
}

function keyOfDecision(decision: Decision): readonly string[] {
  if (decision.kind === 'bandsApply') return [decision.kind, decision.ranking]
  return decision.kind === 'fromBottom'
    ? [decision.kind, decision.unit]
    : [decision.kind, decision.unit, decision.component]
}

/** Refuses votes counted twice: a voter class of a unit is counted once, and a unit with a count has no sheets beside it. Counts are taken before sheets. (R8) */
function createCountRule(book: FactBook, where: (at: number) => string) {
  const seen = new Map<string, number>()
  const keyOf = (...parts: readonly string[]) => parts.join('\u0001')
  return {
    ofCount({ component, unit, voterClasses }: BallotCount, at: number): Refusal | undefined {
      const twice = voterClasses.find((one, place) =>
        voterClasses.indexOf(one) < place ? true : seen.has(keyOf(component, unit, one)),
      )
      if (twice !== undefined)
        return refuse('classCountedTwice', {
          voterClass: twice,
          first: where(seen.get(keyOf(component, unit, twice)) ?? at),
        })
      for (const one of voterClasses) seen.set(keyOf(component, unit, one), at)
      if (!seen.has(keyOf(component, unit))) seen.set(keyOf(component, unit), at)
      return undefined
    },
    ofSheet({ component, marks }: BallotSheet): Refusal | undefined {
      if (seen.size === 0) return undefined
      const mark = marks.find(({ unit }) => seen.has(keyOf(component, unit)))
      if (mark === undefined) return undefined
      const first = where(seen.get(keyOf(component, mark.unit))!)
      return refuse('ballotsBesideCount', { unit: book.units.get(mark.unit)?.name ?? mark.unit, first })
    },
  }
}

/** Refuses rules that exclude each other on one occasion: an absence and a deputy sent instead cannot both apply to one meeting. (附件 四.4) */
function createExclusiveRules(
  book: FactBook,
  where: (at: number) => string,
): (finding: Finding, at: number) => Refusal | undefined {
  const seen = new Map<string, { readonly rule: string; readonly at: number }[]>()
  return (finding, at) => {
    const { unit, row, rule, occasion } = finding
    if (occasion === undefined) return undefined
    const known = book.rows.get(row)
    const excludes = (one: string, other: string): boolean =>
      known?.rules.get(one)?.exclusiveWith?.includes(other) ?? false
    const key = [unit, row, occasion].join('\u0001')
    const earlier = seen.get(key) ?? []
    const clash = earlier.find(each => excludes(rule, each.rule) || excludes(each.rule, rule))
    if (clash) {
      const [text, other] = [
        known?.rules.get(rule)?.text ?? rule,
        known?.rules.get(clash.rule)?.text ?? clash.rule,
      ]
      return refuse(
        'exclusiveRules',
        { rule: text, other, occasion, first: where(clash.at) },
        known?.row.citation,
      )
    }
    seen.set(key, [...earlier, { rule, at }])
    return undefined
  }
}

/** Refuses a second level on one ladder (定档得分): a unit has exactly one, or one a round where rounds are scored apart. (R1) */
function createLadderRule(
  book: FactBook,
  where: (at: number) => string,
): (finding: Finding, at: number) => Refusal | undefined {
  const seen = new Map<string, number>()
  const isByRound = (book.rulings.find('combineRounds')?.answer ?? 'accumulate') !== 'accumulate'
  return ({ unit, row, rule, by, quarter }, at) => {
    const known = book.rows.get(row)
    const found = known?.rules.get(rule)
    if (found === undefined || formOf(found).isOne !== true) return undefined
    const key = [unit, row, rule, by ?? 'committee', isByRound ? (quarter ?? '') : ''].join('\u0001')
    const first = seen.get(key)
    if (first !== undefined)
      return refuse('levelTwice', { rule: found.text, first: where(first) }, known!.row.citation)
    seen.set(key, at)
    return undefined
  }
}
