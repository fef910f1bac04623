import type { Scheme } from '../scheme.ts'
import { answerFor, RULING_SCOPE } from './eachAnswer.ts'
import { eachRow, ROW_IDS } from './eachRule.ts'
import type { KnownIds } from './reference.ts'

/** Returns the ids of a scheme (编号), for each kind that can be referred to. */
export function knownIds(scheme: Scheme) {
  const listed = <K extends KnownIds['kind']>(
    kind: K,
    list: 'tiers' | 'counters' | 'measures' | 'components' | 'rubrics' | 'rulings',
  ) => ({
    kind,
    known: scheme[list].map(item => item.id),
    knownAt: [[list, '*', 'id']],
  })
  return {
    tier: listed('tier', 'tiers'),
    counter: listed('counter', 'counters'),
    measure: listed('measure', 'measures'),
    component: listed('component', 'components'),
    rubric: listed('rubric', 'rubrics'),
    ruling: listed('ruling', 'rulings'),
    row: { kind: 'row', known: [...eachRow(scheme)].map(({ row }) => row.id), knownAt: ROW_IDS },
    overallGrade: overallGrades(scheme),
  } as const satisfies Record<string, KnownIds>
}

/** Returns the ids of the overall grades (综合评价等次); none, and so no checks against them, while R12 has no answer. */
function overallGrades(scheme: Scheme): KnownIds {
  const grades = answerFor(scheme, 'overallGrades')?.answer.grades ?? []
  return {
    kind: 'grade',
    known: grades.map(grade => grade.id),
    knownAt: [...RULING_SCOPE, ['rulings', '*', 'answer', 'grades', '*', 'id']],
  }
}
