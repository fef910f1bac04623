import type { z } from 'zod'
import type { consequenceRow } from '../../../contract/consequences/consequencesRoutes.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import type { Consequence } from '../../../domain/score/outcome.ts'
import { isSameClause } from '../../../domain/kernel/citation.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type ConsequenceRule, followUpsOf } from '../../../domain/scheme/consequenceRule.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { noteSealedRead } from '../results/noteSealedRead.ts'
import { yearFor } from '../results/yearFor.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { overdueSince, standingOf } from '../../../domain/campaign/followUp/decideFollowUp.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { findLeaderInCharge } from '../../../domain/year/roster/leaderInCharge.ts'
import { listNotices, type StoredNotice } from './consequences.store.ts'
import { stateOf } from './followUp.ts'
import { listFollowUps, type StoredFollowUp } from './followUps.store.ts'
import { followsUp } from './metConsequence.ts'
import { presentFollowUp } from './presentFollowUp.ts'
import { whyNotServe } from './whyNotServe.ts'
import { presentNotice } from './presentNotice.ts'
import { listYearsMet } from './listYearsMet.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

/** The list of consequences (结果运用). */
type ConsequenceList = Answered<'GET /api/years/:year/consequences'>

/** One row of the list of consequences. */
export type ConsequenceRow = z.output<typeof consequenceRow>

/** Lists the consequences (结果运用) within one person's reach: which units meet which consequence, by which clause and for which years, with notice and reply; as of the end of a day, with those of that day and without talk or proposal. (五（三）（四）) `notFound`, `notReleased`, `dayAhead`, `dayNotKept`. */
export async function listConsequences(
  context: AppContext,
  actor: Actor,
  reach: Reach,
  year: number,
  asOf?: Day,
): Promise<ConsequenceList | Refusal> {
  const shown = await yearFor(context, actor, 'readConsequences', year, asOf)
  if (isRefusal(shown)) return shown
  const { scored, stored, before } = shown
  await noteSealedRead(context, actor, shown, '结果运用')
  const notices = (await listNotices(context.db, year, before)).filter(notice => reach.has(notice.unit))
  const kept = {
    today: context.today(),
    reach,
    notices: byConsequence(notices),
    followUps: before === undefined ? byConsequence(await listFollowUps(context.db, year)) : undefined,
  }
  const rows = scored.outcome === undefined ? [] : rowsOf(scored, scored.outcome, kept)
  const whyNot =
    asOf === undefined ? whyNotServe(stored) : '这里是过去一天的情形；登记送达、回复和落实，请返回现在'
  return {
    year,
    asOf,
    basis: scored.basis,
    seal: scored.seal,
    mayServe: whyNot === undefined,
    whyNot,
    blockers: scored.refusals.map(sentenceOfRefusal),
    rules: (scored.scheme?.consequences ?? []).map(({ id, name, citation, years }) => ({
      rule: id,
      name,
      citation,
      overYears: years !== undefined,
      count: rows.filter(row => row.rule === id).length,
    })),
    rows,
    withdrawn: notices
      .filter(notice => !rows.some(row => row.unit === notice.unit && row.rule === notice.rule))
      .map(({ unit, rule, name, servedOn }) => ({
        unit,
        unitName: scored.units.get(unit)?.name ?? unit,
        rule,
        name,
        servedOn,
      })),
  }
}

/** Returns the rows in the order of the scheme's rules, the last place first. */
function rowsOf(scored: ScoredYear, outcome: CycleOutcome, kept: Kept): ConsequenceRow[] {
  const { scheme, components, ranking, consequences } = outcome
  return scheme.consequences.flatMap(rule =>
    components.appraisees
      .flatMap(({ unit }, at) => {
        const met = consequences.consequences[at]!.find(one => one.rule === rule.id)
        return met === undefined || !kept.reach.has(unit) ? [] : [{ at, met }]
      })
      .toSorted(
        (one, other) =>
          (ranking.standings[one.at]?.fromBottom ?? 0) - (ranking.standings[other.at]?.fromBottom ?? 0),
      )
      .map(({ at, met }) => presentRow(scored, outcome, rule, at, met, kept)),
  )
}

/** What is kept of the consequences of a year, by rule and unit. */
interface Kept {
  readonly today: Day
  readonly reach: Reach
  readonly notices: ReadonlyMap<string, StoredNotice>
  /** absent on a day of the past: how far they were then is not kept. */
  readonly followUps?: ReadonlyMap<string, StoredFollowUp>
}

function byConsequence<T extends { readonly unit: string; readonly rule: string }>(
  rows: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(rows.map(row => [`${row.rule}\n${row.unit}`, row]))
}

function presentRow(
  scored: ScoredYear,
  outcome: CycleOutcome,
  rule: ConsequenceRule,
  at: number,
  met: Consequence,
  kept: Kept,
): ConsequenceRow {
  const { scheme, components } = outcome
  const { unit, person, personName, post } = components.appraisees[at]!
  const { leadUnit, name } = scored.units.get(unit)!
  const lead = leadUnit === undefined ? undefined : scored.units.get(leadUnit)
  const notice = kept.notices.get(`${rule.id}\n${unit}`)
  const follows = followUpsOf(rule)
  const clause = scheme.clauses.find(one => isSameClause(one.citation, met.citation))
  return {
    unit,
    unitName: name,
    leadUnit: lead?.id,
    leadUnitName: lead?.name,
    person,
    personName,
    post,
    rule: met.rule,
    name: met.name,
    citation: met.citation,
    restated: clause?.restated,
    on: rule.on,
    deduction: met.deduction,
    measure: met.measure,
    takesEffect: scheme.cycle + (met.nextYear === true ? 1 : 0),
    overYears: rule.years !== undefined,
    years: listYearsMet(scored, outcome, rule, at, met),
    state: notice === undefined ? 'pending' : notice.reply === null ? 'served' : 'replied',
    notice: notice === undefined ? undefined : presentNotice(notice),
    follows: [...follows],
    ...(followsUp(follows) && followedBy(scored, unit, rule.id, kept)),
  }
}

/** Shows the talk or proposal that follows; a proposal is not for the unit, nor is what was not arranged yet. */
function followedBy(
  { units, inputs }: ScoredYear,
  unit: string,
  rule: string,
  { today, reach, followUps }: Kept,
): Pick<ConsequenceRow, 'standing' | 'overdueSince' | 'followUp' | 'leader' | 'unitKind'> {
  if (followUps === undefined) return {}
  const row = followUps.get(`${rule}\n${unit}`)
  if (!reach.all && row?.kind !== 'talk') return {}
  const state = row && stateOf(row)
  return {
    standing: standingOf(state),
    overdueSince: overdueSince(state, today),
    followUp: row && presentFollowUp(row, today),
    leader: findLeaderInCharge(inputs.roster, units.get(unit)!, today),
    unitKind: units.get(unit)!.kind,
  }
}
