import { NO_POINTS, printPoints, sum } from '../../../../domain/kernel/points.ts'
import { type DocumentSource, resultsOf } from '../documentYear.ts'
import { figuresOf } from './figures.ts'
import type { KindContent } from './kindContent.ts'

/** Draws up the letter that hands converted points and deductions to the performance office (移送绩效考核分数的函). (五（三）, R16) */
export function transmittalContent({ scored }: DocumentSource): KindContent {
  return {
    title: `关于移送${scored.year}年度述职评议考核折算分和扣分的函`,
    addressee: '绩效考核办公室',
    data: () => ({
      绩效表: [...resultsOf(scored).values()].map(result => {
        const { conversions, consequences } = result
        const deducted = sum(consequences.map(one => one.deduction ?? NO_POINTS))
        return {
          ...figuresOf(result),
          折算分: conversions.map(({ points }) => printPoints(points)).join('、'),
          绩效扣分: deducted === 0 ? '' : printPoints(deducted),
        }
      }),
    }),
  }
}
