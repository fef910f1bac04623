import type { Scheme } from '../scheme.ts'
import type { Found } from '../schemeFault.ts'
import { knownIds } from './knownIds.ts'
import { checkAmong, placed } from './reference.ts'

/** Checks the ids in deadlines and consequences (时间节点、结果运用): the rulings they use and the overall grades named by consequences, vetoes and annual grades exist. (五（三）（四）, R15) */
export function* checkResultReferences(scheme: Scheme): Generator<Found> {
  const ids = knownIds(scheme)
  for (const [at, { ruling }] of scheme.timetable.entries())
    yield* checkAmong(ids.ruling, [[ruling, ['timetable', at, 'ruling']]])
  for (const [at, rule] of scheme.consequences.entries()) {
    yield* checkAmong(ids.ruling, [[rule.ruling, ['consequences', at, 'ruling']]])
  }
  if (ids.overallGrade.known.length === 0) return
  for (const [at, { when }] of scheme.consequences.entries()) {
    if (when.by === 'grade')
      yield* checkAmong(ids.overallGrade, placed(when.grades, ['consequences', at, 'when', 'grades']))
  }
  for (const [at, { effect }] of scheme.vetoes.entries()) {
    if ('grade' in effect)
      yield* checkAmong(ids.overallGrade, [[effect.grade, ['vetoes', at, 'effect', 'grade']]])
  }
  for (const [at, rule] of scheme.annualGradeRules.entries()) {
    yield* checkAmong(ids.overallGrade, placed(rule.needs, ['annualGradeRules', at, 'needs']))
  }
}
