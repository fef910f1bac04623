import { isRefusal, type Refusal, refuse } from '../../../../domain/kernel/refusal.ts'
import type { UnitResult } from '../../../../domain/score/outcome.ts'
import { type DocumentSource, resultsOf } from '../documentYear.ts'
import { componentsOf, consequenceOf, figuresOf, problemsOf } from './figures.ts'
import type { KindContent } from './kindContent.ts'

/** Draws up the feedback letter of one unit (书面反馈意见): score, grade, place, problems and consequences. (四（五）) `unitNotAppraised`. */
export function feedbackContent({ scored }: DocumentSource, unit: string | undefined): KindContent | Refusal {
  const result = resultOf(scored, unit)
  if (isRefusal(result)) return result
  return {
    title: `关于${scored.year}年度述职评议考核情况的反馈意见`,
    addressee: result.appraisee.name,
    data: {
      ...figuresOf(result),
      分项得分: componentsOf(scored, result),
      问题: problemsOf(result),
      结果运用: result.consequences.map(consequenceOf),
    },
  }
}

/** Finds the result of the unit that a document is for. `unitNotAppraised`. */
export function resultOf(scored: DocumentSource['scored'], unit: string | undefined): UnitResult | Refusal {
  const name = scored.units.get(unit ?? '')?.name ?? unit ?? ''
  return resultsOf(scored).get(unit ?? '') ?? refuse('unitNotAppraised', { unit: name })
}
