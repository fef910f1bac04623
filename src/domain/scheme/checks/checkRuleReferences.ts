import { requirementsOf, type Rule } from '../forms/ruleForms.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { eachRow, eachRule } from './eachRule.ts'
import { knownIds } from './knownIds.ts'
import { checkAmong, placed } from './reference.ts'

/** Checks the ids in rubrics (评分细则): sections, tiers, counters of the right kind, measures, rulings and sibling rules exist. (附件) */
export function* checkRuleReferences(scheme: Scheme): Generator<Found> {
  const ids = knownIds(scheme)
  for (const { row, path, rubric } of eachRow(scheme)) {
    yield* checkAmong(ids.tier, placed(row.tiers, [...path, 'tiers']))
    if (rubric === undefined) continue
    const known = rubric.sections.map(section => section.id)
    const knownAt = [[...path.slice(0, 2), 'sections', '*', 'id']]
    yield* checkAmong({ kind: 'section', known, knownAt }, [[row.section, [...path, 'section']]])
  }
  for (const { row, rule, path, rulePath } of eachRule(scheme)) {
    if (rule.exclusiveWith !== undefined) {
      const known = row.rules.filter(other => other !== rule).map(other => other.id)
      const knownAt = [[...path, 'rules', '*', 'id']]
      yield* checkAmong(
        { kind: 'rule', known, knownAt },
        placed(rule.exclusiveWith, [...rulePath, 'exclusiveWith']),
      )
    }
    yield* checkAmong(ids.ruling, [[rule.ruling, [...rulePath, 'ruling']]])
    if ('measure' in rule) yield* checkAmong(ids.measure, [[rule.measure, [...rulePath, 'measure']]])
    for (const [counter, place, needed] of countersOf(rule, rulePath)) {
      yield* checkAmong(ids.counter, [[counter, place]])
      yield* checkKind(scheme, counter, place, needed)
    }
  }
}

function countersOf(
  rule: Rule,
  path: FaultPath,
): readonly (readonly [string, FaultPath, 'done' | 'fault'])[] {
  const needed = 'requires' in rule ? 'done' : 'fault'
  return [
    ...(rule.counter === undefined ? [] : [[rule.counter, [...path, 'counter'], needed] as const]),
    ...requirementsOf(rule).map(
      ({ counter }, at) => [counter, [...path, 'requires', at, 'counter'], 'done'] as const,
    ),
  ]
}

function* checkKind(scheme: Scheme, id: string, path: FaultPath, needed: 'done' | 'fault'): Generator<Found> {
  const at = scheme.counters.findIndex(counter => counter.id === id)
  if (at < 0 || scheme.counters[at]!.kind === needed) return
  yield found(
    'counterWrongKind',
    path,
    { counter: id, needed },
    { reads: [path, ['counters', at, 'kind'], ['counters', '*', 'id']] },
  )
}
