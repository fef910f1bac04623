import type { DocumentData } from '../../../../contract/documents/documentField.ts'
import { describeStanding } from '../../../../contract/rectify/problemColumns.ts'
import { isOverdue } from '../../../../domain/campaign/rectify/decideProblem.ts'
import { daysBetween, printDay } from '../../../../domain/kernel/calendar.ts'
import { refuse } from '../../../../domain/kernel/refusal.ts'
import { listLate } from '../../../year/due/listLate.ts'
import { findPublication, listPages } from '../../publish/publish.store.ts'
import { readProblems, type StoredProblem } from '../../rectify/rectify.store.ts'
import { stateOf } from '../../rectify/rectifyContext.ts'
import { listIssuers } from '../documents.store.ts'
import { dayOf, printClause, whoOf } from './figures.ts'
import { forUnits, type KindGround } from './kindContent.ts'

/** The letter that reminds a unit of what is late (催办通知), from the one list of what is late. `nothingLate`. */
export const reminder = forUnits(
  ({ context, scored }) => listLate(context, scored.year),
  ({ context }, { appraisee: { unit, name } }, late) => {
    const own = late.filter(({ units }) => units.includes(unit) || units.includes(name))
    if (own.length === 0) return refuse('nothingLate', { unit: name })
    const today = context.today()
    return {
      title: '关于述职评议考核逾期事项的催办通知',
      addressee: name,
      data: () => ({
        单位名称: name,
        截至日期: printDay(today),
        事项数: String(own.length),
        逾期事项: own.map(({ asks, since }, at) => ({
          序号: String(at + 1),
          事项: asks,
          期限: dayOf(since),
          逾期天数: since === undefined ? '' : String(daysBetween(since, today)),
        })),
      }),
    }
  },
)

/** The list of the problems that were sent to a unit (问题清单). (五（二）) `noProblemsSent`. */
export const issueList = forUnits(sentProblems, ({ scored }, result, sent) => {
  const { unit, name } = result.appraisee
  const own = sent.get(unit)
  if (own === undefined) return refuse('noProblemsSent', { unit: name })
  return {
    title: `${scored.year}年度述职评议考核问题清单`,
    addressee: name,
    data: () => ({
      ...whoOf(result),
      问题数: String(own.length),
      异议截止: latestDay(own, 'objectUntil'),
      方案期限: latestDay(own, 'planBy'),
      问题: own.map(({ text, citation, again }, at) => ({
        序号: String(at + 1),
        问题内容: text,
        问题条款: printClause(citation),
        往年: again.map(year => `${year}年`).join('、'),
      })),
    }),
  }
})

/** The report by which a unit hands in its plan (整改方案), to the bodies of the committee. (四（五）) `noPlanHandedIn`. */
export const planReport = forUnits(
  async ground => ({
    sent: await sentProblems(ground),
    bodies: (await listIssuers(ground.context.db, 'committee'))[0]?.names ?? [],
  }),
  ({ scored }, result, { sent, bodies }) => {
    const { unit, name } = result.appraisee
    const planned = (sent.get(unit) ?? []).filter(({ remedy }) => remedy !== '')
    if (planned.length === 0) return refuse('noPlanHandedIn', { unit: name })
    return {
      title: `关于报送${scored.year}年度述职评议考核整改方案的报告`,
      addressee: bodies.join('，'),
      data: () => ({ ...whoOf(result), 方案问题数: String(planned.length), 方案: planned.map(planOf) }),
    }
  },
)

/** The plan of a unit for its problems, and how far it is (整改方案和进展). (五（二）) `noPlanHandedIn`. */
export const rectification = forUnits(sentProblems, ({ context, scored }, result, sent) => {
  const { unit, name } = result.appraisee
  const own = sent.get(unit) ?? []
  const planned = own.filter(({ remedy }) => remedy !== '')
  if (planned.length === 0) return refuse('noPlanHandedIn', { unit: name })
  const today = context.today()
  return {
    title: `${scored.year}年度整改方案和进展`,
    data() {
      const late = own.filter(row => isOverdue(stateOf(row), row.planBy ?? undefined, today)).length
      return {
        ...whoOf(result),
        问题数: String(own.length),
        销号数: String(own.filter(({ standing }) => standing === 'confirmed').length),
        逾期数: late === 0 ? '' : String(late),
        截至日期: printDay(today),
        整改: planned.map((row, at) => ({
          ...planOf(row, at),
          进展: describeStanding(stateOf(row)),
        })),
        未报: own
          .filter(row => !planned.includes(row))
          .map(row => ({ 问题内容: row.text, 进展: describeStanding(stateOf(row)) })),
      }
    },
  }
})

/** The sheet for a unit's notice board (公示). (四（六）) `notPublished`. */
export const publicNotice = forUnits(
  async ({ context, scored }) => {
    const publication = await findPublication(context.db, scored.year)
    const pages = publication?.released ? await listPages(context.db, scored.year) : []
    return { publication, pages: new Map(pages.map(({ unit, page }) => [unit, page])) }
  },
  ({ scored }, result, { publication, pages }) => {
    const { unit, name } = result.appraisee
    const page = pages.get(unit)
    if (publication === undefined || page === undefined) return refuse('notPublished', { unit: name })
    const { from, to } = publication
    return {
      title: `${scored.year}年度述职评议考核情况公示`,
      data: () => ({
        ...whoOf(result),
        公示开始: printDay(from),
        公示结束: printDay(to),
        公示天数: String(daysBetween(from, to) + 1),
        公示内容: page.figures.map(({ name: figure, value }) => ({ 项目: figure, 内容: value })),
        公示问题: (page.report?.problems ?? []).map(([problem = '', remedy = '', due = ''], at) => ({
          序号: String(at + 1),
          问题: problem,
          措施: remedy,
          时限: due,
        })),
      }),
    }
  },
)

/** Presents the plan for one problem. */
function planOf({ text, cause, remedy, owner, deadline }: StoredProblem, at: number): DocumentData {
  return {
    序号: String(at + 1),
    问题内容: text,
    原因: cause,
    措施: remedy,
    责任人: owner,
    期限: dayOf(deadline),
  }
}

/** Reads the problems that were sent and not taken back, by unit. */
async function sentProblems({ context, scored }: KindGround): Promise<ReadonlyMap<string, StoredProblem[]>> {
  const sent = (await readProblems(context.db, scored.year)).filter(
    ({ sentOn, standing }) => sentOn !== null && standing !== 'dropped',
  )
  return Map.groupBy(sent, ({ unit }) => unit)
}

function latestDay(rows: readonly StoredProblem[], of: 'objectUntil' | 'planBy'): string {
  return dayOf(
    rows
      .flatMap(row => row[of] ?? [])
      .toSorted()
      .at(-1),
  )
}
