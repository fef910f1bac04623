import type { DocumentData } from '../../../../contract/documents/documentField.ts'
import { NO_POINTS, printPoints, sum } from '../../../../domain/kernel/points.ts'
import { isRefusal, type Refusal, refuse } from '../../../../domain/kernel/refusal.ts'
import { followUpsOf } from '../../../../domain/scheme/consequenceRule.ts'
import type { Consequence, UnitResult } from '../../../../domain/score/outcome.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { listNotices } from '../../consequences/consequences.store.ts'
import { listFollowUps, type StoredFollowUp } from '../../consequences/followUps.store.ts'
import { listYearsMet } from '../../consequences/listYearsMet.ts'
import { resultsOf } from '../resultsOf.ts'
import { consequenceOf, dayOf, figuresOf } from './figures.ts'
import { forUnits, forYear } from './kindContent.ts'

/** The notice of consequences to a unit (结果运用通知). (五（三）（四）) `noConsequence`. */
export const consequenceNotice = forUnits(
  () => undefined,
  ({ scored }, result) => {
    const { name } = result.appraisee
    if (result.consequences.length === 0) return refuse('noConsequence', { unit: name })
    return {
      title: `关于${scored.year}年度述职评议考核结果运用的通知`,
      addressee: name,
      data: () => ({ ...figuresOf(result), 结果运用: result.consequences.map(consequenceOf) }),
    }
  },
)

/** The record of an admonitory talk (谈话记录). (五（四）) `noSuchConsequence`, `followUpUndecided`. */
export const talkRecord = forUnits(
  async ({ context, scored }) => ({
    notices: byRule(await listNotices(context.db, scored.year)),
    begun: byRule(await listFollowUps(context.db, scored.year)),
  }),
  ({ scored }, result, { notices, begun }) => {
    const { unit } = result.appraisee
    const met = metBy(scored, result, begun, 'talk')
    if (isRefusal(met)) return met
    const key = `${unit} ${met.rule}`
    const [notice, talk] = [notices.get(key), begun.get(key)]
    return {
      title: `${scored.year}年度述职评议考核谈话记录`,
      data: () => ({
        ...figuresOf(result),
        ...consequenceOf(met),
        历年情况: yearsMet(scored, unit, met),
        送达日期: dayOf(notice?.servedOn),
        回复: notice?.reply ?? '',
        谈话人: talk?.who ?? '',
        谈话时间: dayOf(talk?.heldOn ?? talk?.day),
        谈话地点: talk?.place ?? '',
        参加人: talk?.present ?? '',
        谈话内容: talk?.record ?? '',
        承诺事项: (talk?.steps ?? []).map(({ text, due, result: done }) => ({
          事项: text,
          时限: dayOf(due),
          办理结果: done ?? '',
        })),
      }),
    }
  },
)

/** The proposal to reassign a secretary (组织调整建议), to whoever manages the post, as the page of the consequence says. (五（四）) `noSuchConsequence`, `followUpUndecided`. */
export const reassignment = forUnits(
  async ({ context, scored }) => byRule(await listFollowUps(context.db, scored.year)),
  ({ scored }, result, begun) => {
    const { name, unit, personName } = result.appraisee
    const met = metBy(scored, result, begun, 'proposal')
    if (isRefusal(met)) return met
    const proposal = begun.get(`${unit} ${met.rule}`)
    return {
      title: `关于对${name}${personName ?? '书记'}同志作组织调整的建议`,
      addressee: proposal?.who,
      data: () => ({
        ...figuresOf(result),
        ...consequenceOf(met),
        历年情况: yearsMet(scored, unit, met),
        建议和理由: proposal?.record ?? '',
      }),
    }
  },
)

/** The letter that hands converted points and deductions to the performance office (移送绩效考核分数的函). (五（三）, R16) */
export const transmittal = forYear(({ scored }) => ({
  title: `关于移送${scored.year}年度述职评议考核折算分和扣分的函`,
  addressee: '绩效考核办公室',
  data() {
    const results = [...resultsOf(scored).values()]
    const deductions = results.map(deductionOf)
    return {
      单位数: String(results.length),
      扣分单位数: String(deductions.filter(points => points !== NO_POINTS).length),
      扣分合计: printPoints(sum(deductions)),
      绩效表: results.map((result, at) => ({
        ...figuresOf(result),
        序号: String(at + 1),
        折算分: result.conversions.map(({ points }) => printPoints(points)).join('、'),
        绩效扣分: deductions[at] === NO_POINTS ? '' : printPoints(deductions[at]!),
      })),
    }
  },
}))

/** Adds up what is deducted from the performance appraisal of a unit. */
function deductionOf({ consequences }: UnitResult) {
  return sum(consequences.map(one => one.deduction ?? NO_POINTS))
}

function byRule<One extends { readonly unit: string; readonly rule: string }>(
  all: readonly One[],
): ReadonlyMap<string, One> {
  return new Map(all.map(one => [`${one.unit} ${one.rule}`, one]))
}

const WHAT = { talk: '约谈', proposal: '组织调整' } as const

/** Finds the consequence that a talk or a proposal follows by the scheme; where an older scheme does not say which, by what was begun. `noSuchConsequence`, `followUpUndecided`. */
function metBy(
  { scheme }: ScoredYear,
  { appraisee: { unit, name }, consequences }: UnitResult,
  begun: ReadonlyMap<string, StoredFollowUp>,
  wanted: 'talk' | 'proposal',
): Consequence | Refusal {
  const begunAs = ({ rule }: Consequence) => begun.get(`${unit} ${rule}`)?.kind
  const followsOf = ({ rule }: Consequence) =>
    followUpsOf(scheme!.consequences.find(({ id }) => id === rule)!)
  const may = consequences.filter(
    one => followsOf(one).includes(wanted) && (begunAs(one) ?? wanted) === wanted,
  )
  const what = WHAT[wanted]
  if (may.length === 0) return refuse('noSuchConsequence', { unit: name, what })
  const met = may.find(one => followsOf(one).length === 1 || begunAs(one) === wanted)
  return met ?? refuse('followUpUndecided', { unit: name, what })
}

function yearsMet(scored: ScoredYear, unit: string, met: Consequence): readonly DocumentData[] {
  const outcome = scored.outcome!
  const rule = outcome.scheme.consequences.find(({ id }) => id === met.rule)!
  return listYearsMet(scored, outcome, rule, scored.places.get(unit)!, met).map(one => ({
    年份: String(one.cycle),
    当年名次: one.place === undefined ? '' : String(one.place),
    当年参评数: one.of === undefined ? '' : String(one.of),
    当年得分: one.composite === undefined ? '' : printPoints(one.composite),
    当年等次: one.gradeName ?? '',
  }))
}
