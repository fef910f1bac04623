import { sum, toDecimal } from '../../kernel/points.ts'
import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'
import { eachMethodOf } from './eachMethod.ts'

/** Checks rubric sums (细则合计): the rows add up to the rubric's base, and a component that takes the rubric's points unchanged has the same base. (附件) */
export function* checkRubricSums(scheme: Scheme): Generator<Found> {
  for (const [at, rubric] of scheme.rubrics.entries()) {
    const path = ['rubrics', at, 'base']
    const rows = sum(rubric.rows.map(row => row.base))
    if (rubric.base <= 0) {
      yield found('amountNotPositive', path, {
        kind: 'rubric',
        id: rubric.id,
        field: 'base',
        amount: toDecimal(rubric.base),
      })
    } else if (rows !== rubric.base) {
      const values = {
        rubric: rubric.title,
        base: toDecimal(rubric.base),
        sum: rows / 1000,
        gap: (rubric.base - rows) / 1000,
      }
      yield found('rubricSumOff', path, values, {
        citation: rubric.citation,
        reads: [path, ['rubrics', at, 'rows', '*', 'base']],
      })
    }
    for (const [place, section] of rubric.sections.entries()) {
      if (section.deductionCap === undefined || section.deductionCap > 0) continue
      const values = {
        kind: 'section',
        id: section.id,
        field: 'deductionCap',
        amount: toDecimal(section.deductionCap),
      } as const
      yield found('amountNotPositive', ['rubrics', at, 'sections', place, 'deductionCap'], values)
    }
  }
  for (const { component, componentPath, method, path } of eachMethodOf(scheme, 'rubric')) {
    const at = scheme.rubrics.findIndex(rubric => rubric.id === method.rubric)
    const rubric = scheme.rubrics[at]
    if (rubric === undefined || component.conversion !== undefined || rubric.base === component.base) continue
    if (rubric.base <= 0 || component.base <= 0) continue
    const reads = [
      [...componentPath, 'base'],
      [...componentPath, 'conversion'],
      [...path, 'rubric'],
      ['rubrics', at, 'base'],
      ['rubrics', '*', 'id'],
    ]
    const values = {
      component: component.name,
      base: toDecimal(component.base),
      rubric: rubric.title,
      full: toDecimal(rubric.base),
    }
    yield found('methodBaseDiffers', [...path, 'rubric'], values, { citation: component.citation, reads })
  }
}
