import { normalCitation } from '../../kernel/citation.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import type { IdKind } from '../schemeFaultValues.ts'
import { eachMethod } from './eachMethod.ts'
import { eachRow, eachRule } from './eachRule.ts'

/** Checks that ids are unique (编号唯一): within their list, rows within the scheme, clauses within the register. */
export function* checkIds(scheme: Scheme): Generator<Found> {
  for (const [kind, list] of LISTS) yield* duplicates(kind, scheme[list] ?? [], [list])
  yield* repeated(
    'annualGrade',
    scheme.annualGradeRules.map((rule, at) => [rule.annualGrade, ['annualGradeRules', at, 'annualGrade']]),
  )
  yield* repeated(
    'clause',
    scheme.clauses.map((clause, at) => [normalCitation(clause.citation), ['clauses', at, 'citation']]),
  )
  yield* repeated(
    'row',
    [...eachRow(scheme)].map(({ row, path }) => [row.id, [...path, 'id']]),
  )
  for (const [at, rubric] of scheme.rubrics.entries())
    yield* duplicates('section', rubric.sections, ['rubrics', at, 'sections'])
  for (const { row, path } of eachRow(scheme)) yield* duplicates('rule', row.rules, [...path, 'rules'])
  for (const { rule, rulePath } of eachRule(scheme)) {
    if ('levels' in rule) yield* duplicates('level', rule.levels ?? [], [...rulePath, 'levels'])
    yield* duplicates('multiplier', rule.multipliers ?? [], [...rulePath, 'multipliers'])
  }
  for (const { method, path } of eachMethod(scheme)) {
    if ('grades' in method) yield* duplicates('grade', method.grades, [...path, 'grades'])
    if ('groups' in method) yield* duplicates('group', method.groups, [...path, 'groups'])
    if ('answers' in method) yield* duplicates('answer', method.answers, [...path, 'answers'])
    if ('classes' in method) yield* duplicates('voterClass', method.classes, [...path, 'classes'])
  }
  for (const [at, ruling] of scheme.rulings.entries()) {
    if (ruling.topic === 'overallGrades')
      yield* duplicates('grade', ruling.answer?.grades ?? [], ['rulings', at, 'answer', 'grades'])
  }
}

const LISTS = [
  ['tier', 'tiers'],
  ['cohort', 'cohorts'],
  ['deadline', 'timetable'],
  ['counter', 'counters'],
  ['measure', 'measures'],
  ['component', 'components'],
  ['rubric', 'rubrics'],
  ['veto', 'vetoes'],
  ['consequence', 'consequences'],
  ['conversion', 'conversions'],
  ['ruling', 'rulings'],
  ['meeting', 'meetings'],
] as const satisfies readonly (readonly [IdKind, keyof Scheme])[]

function duplicates(
  kind: IdKind,
  items: readonly { readonly id: string }[],
  path: FaultPath,
): Generator<Found> {
  return repeated(
    kind,
    items.map((item, at) => [item.id, [...path, at, 'id']]),
  )
}

function* repeated(kind: IdKind, places: readonly (readonly [string, FaultPath])[]): Generator<Found> {
  const first = new Map<string, FaultPath>()
  for (const [id, path] of places) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, path)
    else yield found('duplicateId', path, { kind, id }, { reads: [path, earlier] })
  }
}
