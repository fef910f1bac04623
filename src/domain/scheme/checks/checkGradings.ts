import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { answerFor, eachAnswer } from './eachAnswer.ts'
import { eachMethodOf } from './eachMethod.ts'
import { checkFalls, checkScaleKeys, checkWorth } from './scaleFaults.ts'

/** Checks scoring by grade (按等次计分): shares are whole and above zero, and each grade has points within the component's base. (三（二）1, R4, R5) */
export function* checkGradings(scheme: Scheme): Generator<Found> {
  for (const { component, componentPath, method, path } of eachMethodOf(scheme, 'quotaGrading')) {
    const citation = method.citation
    if (method.grades.length === 0)
      yield found('gradesEmpty', [...path, 'grades'], { component: component.name }, { citation })
    for (const [at, { name, share }] of method.grades.entries()) {
      if (Number.isInteger(share) && share > 0) continue
      yield found(
        'shareNotWhole',
        [...path, 'grades', at, 'share'],
        { component: component.name, grade: name, share },
        { citation },
      )
    }
    if (method.within === 'cohort' && scheme.cohorts.length === 0) {
      const place = [...path, 'within']
      const reads = [place, ['cohorts']]
      yield found('cohortsMissing', place, { needed: 'quotaGrading' }, { citation, reads })
    }
    const answer = answerFor(scheme, 'gradePoints', component.id)
    if (answer === undefined) continue
    const scale = {
      component,
      componentPath,
      ruling: answer.ruling,
      path: [...answer.path, 'points'],
      ids: method.grades,
      idsAt: [...path, 'grades'],
    }
    yield* checkWorth('grade', answer.answer.points, scale, component.base)
    yield* checkFalls(answer.answer.points, scale)
  }
  for (const { answer, ruling, path } of eachAnswer(scheme, 'gradePoints')) {
    yield* checkScaleKeys('grade', answer.points, { ruling, path: [...path, 'points'] }, gradeIds(scheme))
  }
}

function gradeIds(scheme: Scheme) {
  const methods = [...eachMethodOf(scheme, 'quotaGrading')]
  const knownAt: readonly FaultPath[] = [
    ['components', '*', 'id'],
    ['components', '*', 'methods', '*', 'kind'],
    ...methods.map(({ path }) => [...path, 'grades', '*', 'id']),
  ]
  return {
    known: methods.map(({ component, method }) => ({
      component: component.id,
      ids: method.grades.map(({ id }) => id),
    })),
    knownAt,
  }
}

/** Checks ledger scoring (台账计分): the full mark and each deduction are above zero. (R6) */
export function* checkTariffs(scheme: Scheme): Generator<Found> {
  for (const { answer, ruling, path } of eachAnswer(scheme, 'ledgerTariff')) {
    const amount = (field: string, value: number) =>
      ({ kind: 'ruling', id: ruling.id, field, amount: value / 1000 }) as const
    if (answer.base <= 0)
      yield found('amountNotPositive', [...path, 'base'], amount('base', answer.base), {
        citation: ruling.citation,
      })
    for (const [counter, each] of Object.entries(answer.tariff)) {
      const place = [...path, 'tariff', counter]
      if (each <= 0)
        yield found('amountNotPositive', place, amount(counter, each), { citation: ruling.citation })
      const at = scheme.counters.findIndex(({ id }) => id === counter)
      if (scheme.counters[at]?.kind !== 'done') continue
      yield found(
        'counterWrongKind',
        place,
        { counter, needed: 'fault' },
        { citation: ruling.citation, reads: [place, ['counters', at, 'kind'], ['counters', '*', 'id']] },
      )
    }
  }
}
