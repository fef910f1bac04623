import type { DocumentData } from '../../../../contract/documents/documentField.ts'
import { describeRuling } from '../../../../domain/explain/describeExplanation.ts'
import { type Points, printPoints } from '../../../../domain/kernel/points.ts'
import { refuse } from '../../../../domain/kernel/refusal.ts'
import { toInstant } from '../../../platform/database/toInstant.ts'
import { formatInstant } from '../../../platform/formatInstant.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { readProblems, type StoredProblem } from '../../rectify/rectify.store.ts'
import { resultsOf } from '../resultsOf.ts'
import {
  componentsOf,
  consequenceOf,
  figuresOf,
  gradesOf,
  printClause,
  problemsOf,
  ranked,
} from './figures.ts'
import { forUnits, forYear, type KindGround } from './kindContent.ts'

/** The body that approves. */
const LEADING = '党的建设工作领导小组'

/** The report to the leading group (报送审阅报告). (五（一）) */
export const groupReport = forYear(({ scored }) => ({
  title: `关于报送${scored.year}年度述职评议考核结果的报告`,
  addressee: LEADING,
  data() {
    const results = ranked(resultsOf(scored).values())
    return {
      考核对象数: String(results.length),
      等次分布: gradesOf(results),
      排名表: results.map(figuresOf),
      结果运用: results
        .toReversed()
        .flatMap(result => result.consequences.map(one => ({ ...figuresOf(result), ...consequenceOf(one) }))),
      说明事项: assumedIn(scored).map(text => ({ 说明: text })),
    }
  },
}))

/** The sheet with the leading group's written opinion on the result (结果审定表). (五（一）) */
export const approvalSheet = forYear(({ scored, seal }) => ({
  title: `${scored.year}年度述职评议考核结果审定表`,
  data() {
    const results = ranked(resultsOf(scored).values())
    const { number, judgedBy, judgedAt, opinion, hashes } = seal!
    return {
      考核对象数: String(results.length),
      等次情况: gradesOf(results)
        .map(
          ({ 等次名称, 等次个数, 等次占比 }) =>
            `${String(等次名称)}${String(等次个数)}名（${String(等次占比)}）`,
        )
        .join('，'),
      运用数: String(results.reduce((sum, { consequences }) => sum + consequences.length, 0)),
      审定人: judgedBy ?? '',
      审定日期: judgedAt === null ? '' : formatInstant(toInstant(judgedAt)),
      审定意见: opinion || '（没有另写意见）',
      封存次数: String(number),
      结果指纹: hashes.results,
    }
  },
}))

/** The feedback letter of a unit (书面反馈意见), with the problems on its reviewed list; from the explanation where the office keeps no list. (四（五）) `problemsUnreviewed`. */
export const feedback = forUnits(readLists, ({ scored }, result, lists) => {
  const { unit, name } = result.appraisee
  const own = lists?.get(unit) ?? []
  if (own.some(({ standing }) => standing === 'drafted')) return refuse('problemsUnreviewed', { unit: name })
  return {
    title: `关于${scored.year}年度述职评议考核情况的反馈意见`,
    addressee: name,
    data: () => ({
      ...figuresOf(result),
      分项得分: componentsOf(scored, result),
      问题: lists === undefined ? problemsOf(scored, result) : own.map(problemOf),
      结果运用: result.consequences.map(consequenceOf),
    }),
  }
})

/** Reads the problem lists of the year by unit; none where no problem was put on any. */
async function readLists({ context, scored }: KindGround) {
  const all = (await readProblems(context.db, scored.year)).filter(({ standing }) => standing !== 'dropped')
  return all.length === 0 ? undefined : Map.groupBy(all, ({ unit }) => unit)
}

function problemOf({ text, citation, lost }: StoredProblem, at: number): DocumentData {
  return {
    序号: String(at + 1),
    问题条款: printClause(citation),
    问题内容: text.replace(/[。；，]+$/, ''),
    扣分: lost === null ? '' : printPoints(lost as Points),
  }
}

/** Lists the rulings that the office has not confirmed, each with its sentence. */
function assumedIn({ outcome }: ScoredYear): readonly string[] {
  const { scheme, components } = outcome!
  return scheme.rulings
    .filter(({ state, topic }) => state === 'assumed' && topic !== 'note')
    .flatMap(({ id }) => components.prepared.rulings.notesById(id))
    .map(note => printClause(describeRuling(note)))
}
