import { toDecimal } from '../../kernel/points.ts'
import { type ConsequenceRule, followUpsOf } from '../consequenceRule.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { eachAnswer } from './eachAnswer.ts'

/** Checks consequences (结果运用): places and years in order, deductions above zero, what follows a measure said and possible in its year, no two deductions (or the same measure) for the same place or grade in the same years. (五（三）（四）) */
export function* checkConsequences(scheme: Scheme): Generator<Found> {
  for (const [at, rule] of scheme.consequences.entries()) {
    const faults = [
      ...checkOne(scheme, rule, ['consequences', at]),
      ...checkOverlaps(scheme.consequences, at),
    ]
    for (const fault of faults) yield { ...fault, citation: rule.citation } as Found
  }
  for (const [at, { id, citation, effect }] of scheme.vetoes.entries()) {
    if (effect.kind !== 'deduct' || effect.points > 0) continue
    const values = { kind: 'veto', id, field: 'points', amount: toDecimal(effect.points) } as const
    yield found('amountNotPositive', ['vetoes', at, 'effect', 'points'], values, { citation })
  }
}

function* checkOne(scheme: Scheme, rule: ConsequenceRule, path: FaultPath): Generator<Found> {
  const { id, when, years, effect } = rule
  const pair = (field: string) => [
    [...path, field, 'from'],
    [...path, field, 'to'],
  ]
  if (when.by === 'grade') {
    if (when.grades.length === 0) yield found('conditionEmpty', [...path, 'when', 'grades'], { rule: id })
  } else if (when.from > when.to) {
    yield found(
      'placesReversed',
      [...path, 'when', 'from'],
      { rule: id, from: when.from, to: when.to },
      { reads: pair('when') },
    )
  } else yield* checkShare(scheme, id, when.to, path)
  if (years?.to !== undefined && years.from > years.to) {
    yield found(
      'yearsReversed',
      [...path, 'years', 'from'],
      { rule: id, from: years.from, to: years.to },
      { reads: pair('years') },
    )
  }
  if (effect.kind === 'performanceDeduction' && effect.points <= 0) {
    const values = { kind: 'consequence', id, field: 'points', amount: toDecimal(effect.points) } as const
    yield found('amountNotPositive', [...path, 'effect', 'points'], values)
  }
  if (effect.kind === 'measure') yield* checkFollowUp(rule, [...path, 'effect'])
}

/** Checks what follows a measure (后续事项): said where a talk, a proposal or key supervision may follow, and due in the year in which the measure is carried out. (五（四）) */
function* checkFollowUp(rule: ConsequenceRule, path: FaultPath): Generator<Found> {
  const { id, effect } = rule
  const may = followUpsOf(rule)
  if (effect.kind !== 'measure' || may.length === 0) return
  const at = [...path, 'followUp']
  const reads = ['followUp', 'nextYear', 'kind'].map(key => [...path, key])
  if (effect.followUp === undefined)
    yield found('followUpUnsaid', at, { rule: id, nextYear: effect.nextYear }, { reads })
  else if (effect.nextYear !== may.includes('supervision'))
    yield found('followUpMistimed', at, { rule: id, followUp: may[0]! }, { reads })
}

/** Checks a place band as a share (按比例的名次段): a place beyond the share's count can never be met. (R11) */
function* checkShare(scheme: Scheme, rule: string, to: number, path: FaultPath): Generator<Found> {
  for (const { answer, path: place } of eachAnswer(scheme, 'smallCohort')) {
    if (answer.kind !== 'share' || to <= answer.ofEvery) continue
    const reads = [
      [...path, 'when', 'to'],
      [...place, 'ofEvery'],
      [...place, 'kind'],
    ]
    yield found('placeBeyondShare', [...path, 'when', 'to'], { rule, to, ofEvery: answer.ofEvery }, { reads })
  }
}

function* checkOverlaps(rules: readonly ConsequenceRule[], at: number): Generator<Found> {
  const rule = rules[at]!
  for (const [place, earlier] of rules.slice(0, at).entries()) {
    const where = overlapOf(earlier, rule)
    if (where === undefined || !hasSameEffect(earlier, rule) || !sharesYears(earlier, rule)) continue
    const reads = [at, place].flatMap(one =>
      ['when', 'years', 'effect'].map(field => ['consequences', one, field]),
    )
    yield found(
      'consequencesOverlap',
      ['consequences', at, 'when'],
      { one: earlier.id, other: rule.id, where },
      { reads },
    )
  }
}

function hasSameEffect({ effect: one }: ConsequenceRule, { effect: other }: ConsequenceRule): boolean {
  if (one.kind === 'measure' && other.kind === 'measure') return one.measure === other.measure
  return one.kind === other.kind
}

function sharesYears(one: ConsequenceRule, other: ConsequenceRule): boolean {
  const [a, b] = [one.years ?? { from: 1 }, other.years ?? { from: 1 }]
  return (
    Math.max(a.from, b.from) <= Math.min(a.to ?? Number.POSITIVE_INFINITY, b.to ?? Number.POSITIVE_INFINITY)
  )
}

/** Describes the places or grades that meet both rules; `undefined` if there are none. */
function overlapOf({ when: one }: ConsequenceRule, { when: other }: ConsequenceRule): string | undefined {
  if (one.by === 'grade' || other.by === 'grade') {
    if (one.by !== 'grade' || other.by !== 'grade') return undefined
    const both = one.grades.filter(grade => other.grades.includes(grade))
    return both.length === 0 ? undefined : both.join('、')
  }
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
  return one.by !== other.by || from > to ? undefined : from === to ? `${from}` : `${from}-${to}`
}
