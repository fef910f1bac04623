import { toDecimal } from '../../kernel/points.ts'
import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'
import { eachAnswer, RULING_SCOPE } from './eachAnswer.ts'
import { eachMethodOf } from './eachMethod.ts'

/** 其余口径的答案: percentages above 0 and up to 100, a step above zero, cohorts where a ranking or a quota needs them. (R10, R14, R16, R22) */
export function* checkAnswers(scheme: Scheme): Generator<Found> {
  for (const { answer, ruling, path } of eachAnswer(scheme, 'performanceConversion')) {
    yield* checkPercent(answer.percent, ruling, [...path, 'percent'])
  }
  for (const { answer, ruling, path } of eachAnswer(scheme, 'leadInspections')) {
    if (answer.use === 'weighted') yield* checkPercent(answer.percent, ruling, [...path, 'percent'])
  }
  for (const { answer, ruling, path } of eachAnswer(scheme, 'discretionary')) {
    for (const field of ['step', 'limit'] as const) {
      const amount = answer[field]
      if (amount === 'row' || amount > 0) continue
      const values = { kind: 'ruling', id: ruling.id, field, amount: toDecimal(amount) } as const
      yield found('amountNotPositive', [...path, field], values, { citation: ruling.citation })
    }
  }
  if (scheme.cohorts.length > 0) return
  for (const { answer, ruling, path } of eachAnswer(scheme, 'rankingScope')) {
    if (answer !== 'byCohort') continue
    yield found(
      'cohortsMissing',
      path,
      { needed: 'rankingScope' },
      { citation: ruling.citation, reads: [path, ['cohorts'], ...RULING_SCOPE] },
    )
  }
  for (const { method, path } of eachMethodOf(scheme, 'quotaGrading')) {
    if (method.within !== 'cohort') continue
    const place = [...path, 'within']
    yield found(
      'cohortsMissing',
      place,
      { needed: 'quotaGrading' },
      { citation: method.citation, reads: [place, ['cohorts']] },
    )
  }
}

function* checkPercent(
  percent: number,
  ruling: { readonly id: string; readonly citation: string },
  path: readonly (string | number)[],
): Generator<Found> {
  if (percent > 0 && percent <= 100_000) return
  yield found(
    'percentOutOfRange',
    path,
    { ruling: ruling.id, percent: percent / 1000 },
    { citation: ruling.citation },
  )
}
