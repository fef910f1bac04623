import { describeRuling } from '../../../../domain/explain/describeExplanation.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { type DocumentSource, resultsOf } from '../documentYear.ts'
import { consequenceOf, figuresOf } from './figures.ts'
import type { KindContent } from './kindContent.ts'

/** Draws up the report to the leading group (报送审阅): grades, ranking, consequences, and what is settled by assumption. (五（一）) */
export function groupReportContent({ scored }: DocumentSource): KindContent {
  const results = [...resultsOf(scored).values()].toSorted(
    (one, other) => (one.standing?.place ?? Infinity) - (other.standing?.place ?? Infinity),
  )
  const counts = new Map<string, number>()
  for (const { grade } of results)
    if (grade !== undefined) counts.set(grade.name, (counts.get(grade.name) ?? 0) + 1)
  return {
    title: `关于报送${scored.year}年度述职评议考核结果的报告`,
    addressee: '党的建设工作领导小组',
    data: () => ({
      考核对象数: String(results.length),
      等次分布: [...counts].map(([name, count]) => ({
        等次名称: name,
        等次个数: String(count),
        等次占比: `${((count / results.length) * 100).toFixed(1)}%`,
      })),
      排名表: results.map(figuresOf),
      结果运用: results
        .toReversed()
        .flatMap(result => result.consequences.map(one => ({ ...figuresOf(result), ...consequenceOf(one) }))),
      说明事项: assumedIn(scored).map(text => ({ 说明: text })),
    }),
  }
}

/** Lists the rulings that the office has not confirmed, each with its sentence. */
function assumedIn({ outcome }: ScoredYear): readonly string[] {
  const { scheme, components } = outcome!
  return scheme.rulings
    .filter(({ state, topic }) => state === 'assumed' && topic !== 'note')
    .flatMap(({ id }) => components.prepared.rulings.notesById(id))
    .map(note => describeRuling(note))
}
