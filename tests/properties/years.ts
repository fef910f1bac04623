import fc from 'fast-check'
import type { BallotSheet, CycleFacts, Finding, LedgerCount } from '../../src/domain/year/facts/facts.ts'
import { NO_POINTS, points, type Points } from '../../src/domain/kernel/points.ts'
import type { Roster, Unit } from '../../src/domain/year/roster/roster.ts'
import { methodOf } from '../../src/domain/scheme/methods.ts'
import type { Component } from '../../src/domain/scheme/component.ts'
import type { Row } from '../../src/domain/scheme/rubric.ts'
import type { Rule } from '../../src/domain/scheme/forms/ruleForms.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { anyScheme } from './schemes.ts'

/** A scheme, a few units and a year of facts about them. */
export interface Year {
  readonly scheme: Scheme
  readonly roster: Roster
  readonly facts: CycleFacts
}

const quarter = fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>

/** A year of any scheme; facts are such as the readers would accept. */
export const anyYear: fc.Arbitrary<Year> = anyScheme.chain(scheme =>
  fc.integer({ min: 2, max: 5 }).chain(size => {
    const units = Array.from({ length: size }, (_, at) => `u${at}`)
    return fc.record({
      scheme: fc.constant(scheme),
      roster: anyRoster(scheme, units),
      facts: anyFacts(scheme, units),
    })
  }),
)

/** Facts about units of a scheme. */
export function anyFacts(scheme: Scheme, units: readonly string[]): fc.Arbitrary<CycleFacts> {
  const unit = fc.constantFrom(...units)
  return fc.record({
    cycle: fc.constant(scheme.cycle),
    visits: fc.array(
      fc.record({
        unit,
        quarter,
        by: fc.constantFrom('committee', 'committee', 'leadUnit') as fc.Arbitrary<'committee'>,
      }),
      {
        maxLength: 12,
      },
    ),
    findings: fc.array(anyFinding(scheme, unit), { maxLength: 10 }),
    ledger: fc.array(anyLedger(scheme, unit), { maxLength: 8 }),
    gradings: all(units, one => gradings(scheme, one)),
    surveys: all(units, one => surveys(scheme, one)),
    ballotCounts: fc.constant([]),
    sheets: sheets(scheme, units),
    measures: all(units, one => measures(scheme, one)),
    knowledgeTests: fc.array(
      fc.record({ unit, quarter, sat: fc.constant(5), failed: fc.integer({ min: 0, max: 5 }) }),
      { maxLength: 2 },
    ),
    vetoes:
      scheme.vetoes.length === 0
        ? fc.constant([])
        : fc.array(
            fc.record({
              unit,
              veto: fc.constantFrom(...scheme.vetoes.map(veto => veto.id)),
              reason: fc.constant('因故'),
            }),
            {
              maxLength: 1,
            },
          ),
    decisions: fc.constant([]),
    annualGrades: fc.constant([]),
  })
}

/** A finding that the scheme's own rules allow. */
export function anyFinding(
  scheme: Scheme,
  unit: fc.Arbitrary<string>,
  forms: (rule: Rule) => boolean = () => true,
): fc.Arbitrary<Finding> {
  const rows = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
  const rules = rows.flatMap(row => row.rules.map(rule => ({ row, rule })))
  const open = rules.filter(({ rule }) => rule.form !== 'steps' && rule.form !== 'tiers' && forms(rule))
  return fc.constantFrom(...open).chain(({ row, rule }) => findingOn(row, rule, unit))
}

function findingOn(row: Row, rule: Rule, unit: fc.Arbitrary<string>): fc.Arbitrary<Finding> {
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  return fc
    .record({
      unit,
      row: fc.constant(row.id),
      rule: fc.constant(rule.id),
      count: fc.integer({ min: 1, max: 3 }),
      quarter: optional(quarter),
      by: fc.constantFrom(undefined, undefined, 'committee', 'leadUnit'),
      amount: amountFor(row, rule),
      level:
        'levels' in rule && rule.levels !== undefined
          ? fc.constantFrom(...rule.levels.map(level => level.id))
          : fc.constant(undefined),
      persons:
        rule.form === 'personOccasion' ? optional(fc.integer({ min: 1, max: 4 })) : fc.constant(undefined),
      multiplier:
        rule.multipliers === undefined
          ? fc.constant(undefined)
          : optional(fc.constantFrom(...rule.multipliers.map(one => one.id))),
      project: rule.form === 'bonus' ? fc.constantFrom(undefined, '甲', '乙') : fc.constant(undefined),
    })
    .map(finding => dropUndefined(finding) as unknown as Finding)
}

function amountFor(row: Row, rule: Rule): fc.Arbitrary<Points | undefined> {
  if (rule.form === 'discretionary')
    return fc.integer({ min: 1, max: Math.max(1, row.base / 500) }).map(halves => points(halves / 2))
  if (rule.form !== 'range') return fc.constant(undefined)
  return fc
    .integer({ min: 0, max: (rule.limit - rule.least) / rule.step })
    .map(steps => (rule.least + steps * rule.step) as Points)
}

export function anyLedger(scheme: Scheme, unit: fc.Arbitrary<string>): fc.Arbitrary<LedgerCount> {
  const periods = [`${scheme.cycle}`, `${scheme.cycle}-Q2`, `${scheme.cycle}-03`, `${scheme.cycle}-11`]
  const counters = scheme.counters.map(counter => counter.id)
  if (counters.length === 0)
    return fc.record({
      unit,
      counter: fc.constant('none'),
      period: fc.constantFrom(...periods),
      count: fc.nat(3),
    })
  return fc.record({
    unit,
    counter: fc.constantFrom(...counters),
    period: fc.constantFrom(...periods),
    count: fc.integer({ min: 0, max: 4 }),
  })
}

export function anyRoster(scheme: Scheme, ids: readonly string[]): fc.Arbitrary<Roster> {
  return fc.tuple(...ids.map((id, at) => anyUnit(scheme, id, at, ids[0]!))).map(units => ({
    units,
    holders: units.flatMap(unit =>
      scheme.scope.answers.map(rule => ({
        unit: unit.id,
        person: `p-${unit.id}`,
        name: '某人',
        post: rule.post,
        rank: 1,
      })),
    ),
  }))
}

function anyUnit(scheme: Scheme, id: string, at: number, first: string): fc.Arbitrary<Unit> {
  return fc
    .record({
      tier:
        at === 0 ? fc.constant(scheme.tiers[0]!.id) : fc.constantFrom(...scheme.tiers.map(tier => tier.id)),
      cohort:
        scheme.cohorts.length === 0
          ? fc.constant(undefined)
          : fc.constantFrom(...scheme.cohorts.map(cohort => cohort.id)),
      headedByLeader: fc.boolean(),
    })
    .map(({ tier, cohort, headedByLeader }) => {
      const leadUnit = at > 0 && tier !== scheme.tiers[0]!.id ? first : undefined
      const unit = {
        id,
        name: `单位${id}`,
        kind: 'organ',
        level: scheme.scope.levels[0]!,
        tier,
        cohort,
        leadUnit,
        affiliated: true,
        headedByLeader,
      }
      return dropUndefined(unit) as unknown as Unit
    })
}

function gradings(scheme: Scheme, unit: string): fc.Arbitrary<CycleFacts['gradings']> {
  return perMethod(scheme, 'quotaGrading', (component, method) =>
    fc.option(
      fc.constantFrom(...method.grades).map(grade => ({ unit, component: component.id, grade: grade.id })),
      { freq: 6, nil: undefined },
    ),
  )
}

function surveys(scheme: Scheme, unit: string): fc.Arbitrary<CycleFacts['surveys']> {
  return perMethod(scheme, 'survey', (component, method) =>
    fc.tuple(
      ...method.groups.map(group =>
        fc
          .array(fc.integer({ min: 0, max: 20 }), {
            minLength: method.answers.length,
            maxLength: method.answers.length,
          })
          .map(counts => ({
            unit,
            component: component.id,
            group: group.id,
            answers: Object.fromEntries(method.answers.map((answer, at) => [answer.id, counts[at]!])),
          })),
      ),
    ),
  ).map(found => found.flat())
}

function sheets(scheme: Scheme, units: readonly string[]): fc.Arbitrary<readonly BallotSheet[]> {
  return perMethod(scheme, 'ballots', (component, method) =>
    fc.array(
      fc.record({
        component: fc.constant(component.id),
        session: fc.constant('s'),
        voterClass: fc.constantFrom(...method.classes.map(one => one.id)),
        marks: fc.tuple(
          ...units.map(unit =>
            method.marks === 'points'
              ? fc.integer({ min: 60, max: 100 }).map(mark => ({ unit, points: points(mark) }))
              : fc.constantFrom(...method.grades.map(grade => grade.id)).map(grade => ({ unit, grade })),
          ),
        ),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  ).map(found => found.flat())
}

function measures(scheme: Scheme, unit: string): fc.Arbitrary<CycleFacts['measures']> {
  return fc.tuple(
    ...scheme.measures.map(({ id, least = NO_POINTS, most = points(200) }) =>
      fc.integer({ min: least, max: most }).map(value => ({ unit, measure: id, value: value as Points })),
    ),
  )
}

type MethodKind = Component['methods'][number]['kind']
type MethodOf<K extends MethodKind> = Extract<Component['methods'][number], { kind: K }>

function perMethod<K extends MethodKind, T>(
  scheme: Scheme,
  kind: K,
  make: (component: Component, method: MethodOf<K>) => fc.Arbitrary<T | undefined>,
): fc.Arbitrary<T[]> {
  const made = scheme.components.flatMap(component => {
    const method = component.methods.find(one => one.kind === kind)
    return method === undefined ? [] : [make(component, method as MethodOf<K>)]
  })
  return fc.tuple(...made).map(list => list.filter(one => one !== undefined))
}

function all<T>(
  units: readonly string[],
  make: (unit: string) => fc.Arbitrary<readonly T[]>,
): fc.Arbitrary<T[]> {
  return fc.tuple(...units.map(make)).map(lists => lists.flat())
}

export function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}

/** Whether a unit's tier is scored by a rubric in some component. */
export function hasRubric(scheme: Scheme, tier: string): boolean {
  return scheme.components.some(component => methodOf(component, tier)?.kind === 'rubric')
}
