import type { z } from 'zod'
import type { unitResultSchema } from '../../../contract/results/unitResultSchema.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { explainAt } from '../../../domain/explain/explainUnit.ts'
import { listWaterfall } from '../../../domain/explain/listWaterfall.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { findResult } from '../../../domain/score/listResults.ts'
import { rankingName } from '../../../domain/score/rectification/listIssues.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { rowsOf } from './listRanking.ts'
import { listLost } from './listLost.ts'
import { noteSealedRead } from './noteSealedRead.ts'
import { presentContext } from './presentContext.ts'
import { presentIssue } from './presentIssue.ts'
import { presentPast } from './presentPast.ts'
import { rangeFor } from './firmness/rangeFor.ts'
import { yearFor } from './yearFor.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type UnitResult = z.output<typeof unitResultSchema>

/** Presents the result of a unit to one person; for a unit that is not appraised, the reason. */
export async function presentUnitResult({
  context,
  actor,
  reach,
  params: { year, unit: id },
  query: { asOf },
}: Served<'GET /api/years/:year/units/:unit/result'>): Promise<UnitResult | Refusal> {
  const shown = await yearFor(context, actor, 'readUnitResult', year, asOf)
  if (isRefusal(shown)) return shown
  const { scored } = shown
  const unit = scored.units.get(id)
  if (unit === undefined) return refuse('noSuchUnit', { unit: id })
  const head = await presentContext(context, shown)
  if (isRefusal(head)) return head
  await noteSealedRead(context, actor, shown, '单位得分', id)
  const lead = unit.leadUnit === undefined ? undefined : scored.units.get(unit.leadUnit)?.name
  const at = scored.places.get(id)
  const bare = { waterfall: [], rowsLost: [], history: [], conversions: [], issues: [] }
  return {
    ...head,
    blockers: scored.refusals.map(sentenceOfRefusal),
    unitName: unit.name,
    leadUnitName: lead,
    ...bare,
    ...(scored.outcome === undefined
      ? {}
      : at === undefined
        ? { why: sentenceOfRefusal(refuse('unitNotAppraised', { unit: unit.name })) }
        : {
            ...(await presentFigures(context, scored, scored.outcome, at, reach)),
            range: await rangeFor(context, actor, scored, id),
          }),
  }
}

async function presentFigures(
  context: AppContext,
  scored: ScoredYear,
  outcome: CycleOutcome,
  at: number,
  reach: Reach,
): Promise<Partial<UnitResult>> {
  const { scheme } = outcome
  const { unit } = outcome.components.appraisees[at]!
  const tree = explainAt(outcome, at)
  const result = findResult(outcome, unit)!
  const rows = rowsOf(scored)
  const index = rows.findIndex(row => row.unit === unit)
  const row = rows[index]!
  const neighbour = (step: 1 | -1) => {
    const one = rows[index + step]
    return one !== undefined && reach.has(one.unit) && one.standing?.ranking === row.standing?.ranking
      ? { unit: one.unit, name: one.name }
      : undefined
  }
  const [above, below] = [neighbour(-1), neighbour(1)]
  const annual = scheme.annualGradeRules.find(rule => rule.annualGrade === result.annualGrade?.annualGrade)
  const composite = tree.parts[0]!
  return {
    row,
    ...(row.standing === undefined
      ? {}
      : { rankingName: rankingName(outcome.components, row.standing.ranking) }),
    waterfall: [...listWaterfall(scheme, composite, 'composite')],
    rowsLost: listLost(scheme, composite, result.issues),
    history: await presentPast(context, scored, outcome, at),
    conversions: result.conversions.map(({ target, points }) => {
      const { name, citation } = scheme.conversions.find(one => one.id === target)!
      return { target, name, citation, points }
    }),
    ...(result.annualGrade === undefined
      ? {}
      : { annualGrade: { ...result.annualGrade, name: annual?.name ?? result.annualGrade.annualGrade } }),
    issues: result.issues.map(issue => presentIssue(issue, scored.units)),
    above,
    below,
  }
}
