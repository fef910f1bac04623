import { isRefusal, type Refusal, refuse } from '../../../../domain/kernel/refusal.ts'
import { type DocumentSource, resultsOf } from '../documentYear.ts'
import { componentsOf, consequenceOf, figuresOf, problemsOf } from './figures.ts'
import type { DrawContent, KindContent } from './kindContent.ts'

/** Draws up the feedback letter of one unit (书面反馈意见): score, grade, place, problems and consequences. (四（五）) `unitNotAppraised`. */
export const feedbackContent: DrawContent = (source, unit) =>
  contentOf(source, unit, year => `关于${year}年度述职评议考核情况的反馈意见`)

/** Draws up the problem list of one unit (问题清单). (五（二）) `unitNotAppraised`. */
export const issueListContent: DrawContent = (source, unit) =>
  contentOf(source, unit, year => `${year}年度述职评议考核问题清单`)

/** Draws up the notice of consequences to one unit (结果运用通知). (五（三）（四）) `noConsequence`, `unitNotAppraised`. */
export const consequenceNoticeContent: DrawContent = (source, unit) => {
  const content = contentOf(source, unit, year => `关于${year}年度述职评议考核结果运用的通知`)
  if (isRefusal(content)) return content
  const { consequences } = resultsOf(source.scored).get(unit!)!
  return consequences.length === 0 ? refuse('noConsequence', { unit: content.addressee }) : content
}

function contentOf(
  { scored }: DocumentSource,
  unit: string | undefined,
  titleOf: (year: number) => string,
): KindContent | Refusal {
  const result = resultsOf(scored).get(unit ?? '')
  if (result === undefined)
    return refuse('unitNotAppraised', { unit: scored.units.get(unit ?? '')?.name ?? unit ?? '' })
  return {
    title: titleOf(scored.year),
    addressee: result.appraisee.name,
    data: () => ({
      ...figuresOf(result),
      分项得分: componentsOf(scored, result),
      问题: problemsOf(scored, result),
      结果运用: result.consequences.map(consequenceOf),
    }),
  }
}
