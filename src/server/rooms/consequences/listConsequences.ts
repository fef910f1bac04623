import type { z } from 'zod'
import type { consequenceRow } from '../../../contract/consequences/consequencesRoutes.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import type { Consequence } from '../../../domain/score/outcome.ts'
import { isSameClause } from '../../../domain/kernel/citation.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { ConsequenceRule } from '../../../domain/scheme/consequenceRule.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { noteSealedRead } from '../results/noteSealedRead.ts'
import { yearFor } from '../results/yearFor.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { listNotices, type StoredNotice } from './consequences.store.ts'
import { whyNotServe } from './whyNotServe.ts'
import { presentNotice } from './presentNotice.ts'
import { listYearsMet } from './listYearsMet.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

/** The list of consequences (结果运用). */
export type ConsequenceList = Answered<'GET /api/years/:year/consequences'>

/** One row of the list of consequences. */
export type ConsequenceRow = z.output<typeof consequenceRow>

/** Lists the consequences (结果运用) within one person's reach: which units meet which consequence, by which clause and for which years, with notice and reply. (五（三）（四）) */
export async function listConsequences(
  context: AppContext,
  actor: Actor,
  reach: Reach,
  year: number,
): Promise<ConsequenceList | Refusal> {
  const shown = await yearFor(context, actor, 'readConsequences', year)
  if (isRefusal(shown)) return shown
  const { scored, stored } = shown
  await noteSealedRead(context, actor, shown, '结果运用')
  const notices = (await listNotices(context.db, year)).filter(notice => reach.has(notice.unit))
  const rows = scored.outcome === undefined ? [] : rowsOf(scored, scored.outcome, reach, notices)
  const whyNot = whyNotServe(stored)
  return {
    year,
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
function rowsOf(
  scored: ScoredYear,
  outcome: CycleOutcome,
  reach: Reach,
  notices: readonly StoredNotice[],
): ConsequenceRow[] {
  const { scheme, components, ranking, consequences } = outcome
  const byKey = new Map(notices.map(notice => [`${notice.rule}\n${notice.unit}`, notice]))
  return scheme.consequences.flatMap(rule =>
    components.appraisees
      .flatMap(({ unit }, at) => {
        const met = consequences.consequences[at]!.find(one => one.rule === rule.id)
        return met === undefined || !reach.has(unit) ? [] : [{ at, met }]
      })
      .toSorted(
        (one, other) =>
          (ranking.standings[one.at]?.fromBottom ?? 0) - (ranking.standings[other.at]?.fromBottom ?? 0),
      )
      .map(({ at, met }) =>
        presentRow(
          scored,
          outcome,
          rule,
          at,
          met,
          byKey.get(`${rule.id}\n${components.appraisees[at]!.unit}`),
        ),
      ),
  )
}

function presentRow(
  scored: ScoredYear,
  outcome: CycleOutcome,
  rule: ConsequenceRule,
  at: number,
  met: Consequence,
  notice: StoredNotice | undefined,
): ConsequenceRow {
  const { scheme, components } = outcome
  const { unit, person, personName, post } = components.appraisees[at]!
  const { leadUnit, name } = scored.units.get(unit)!
  const lead = leadUnit === undefined ? undefined : scored.units.get(leadUnit)
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
  }
}
