import type { z } from 'zod'
import { rankingColumns } from '../../../contract/results/rankingColumns.ts'
import { rankingSchema, type resultContext } from '../../../contract/results/rankingSchema.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { describeRuling } from '../../../domain/explain/describeExplanation.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import { groupsOf } from '../../../domain/score/scoreComponents.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { rankingName } from '../../../domain/score/rectification/listIssues.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import { firmnessOf } from './firmness/firmness.store.ts'
import type { FirmnessFigures } from './firmness/firmness.tables.ts'
import { noteSealedRead } from './noteSealedRead.ts'
import { sumLostRows } from './sumLostRows.ts'
import { presentContext } from './presentContext.ts'
import { presentIssue } from './presentIssue.ts'
import { edgesOf, type RankingRow, presentRow } from './presentRow.ts'
import { yearFor } from './yearFor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import { type ReadyAnswer, rememberAnswers } from '../../platform/http/readyAnswer.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Ranking = z.output<typeof rankingSchema>
type ResultContext = z.output<typeof resultContext>

/** Presents the ranking (排名) to one person, limited to the units within reach. */
export async function listRanking({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/ranking'>): Promise<Ranking | ReadyAnswer | Refusal> {
  const shown = await yearFor(context, actor, 'readRanking', year, query.asOf)
  if (isRefusal(shown)) return shown
  const { scored } = shown
  const head = await presentContext(context, shown)
  if (isRefusal(head)) return head
  await noteSealedRead(context, actor, shown, '排名')
  const mayKnow = !isRefusal(judgeAccess(actor, 'readFirmness'))
  const firm = mayKnow ? await firmnessOf(context.db, scored) : undefined
  if (!reach.all) return presentRanking(scored, head, reach, query, firm)
  const question = JSON.stringify([head, query, firm !== undefined])
  return ranked(scored, question, () => presentRanking(scored, head, reach, query, firm))
}

const ranked = rememberAnswers<ScoredYear, typeof rankingSchema>(rankingSchema, 20)

async function presentRanking(
  scored: ScoredYear,
  head: ResultContext,
  reach: Reach,
  query: Served<'GET /api/years/:year/ranking'>['query'],
  firm: FirmnessFigures | undefined,
): Promise<Ranking> {
  const { outcome, units } = scored
  const scheme = scored.scheme!
  const leads = new Set(
    scored.inputs.roster.units.flatMap(unit => (unit.leadUnit === undefined ? [] : [unit.leadUnit])),
  )
  const about = {
    tiers: [...scheme.tiers],
    cohorts: [...scheme.cohorts],
    leadUnits: [...leads]
      .filter(unit => reach.has(unit))
      .map(unit => ({ id: unit, name: units.get(unit)?.name ?? unit })),
    rankings: outcome === undefined ? [] : listRankings(outcome),
    ranges: firm !== undefined,
  }
  const seen = rowsOf(scored).filter(row => reach.has(row.unit))
  const ranges = new Map(
    firm?.units.map(({ unit, best, worst, isBandUnsure }) => [unit, { best, worst, isBandUnsure }]),
  )
  const all = firm === undefined ? seen : seen.map(row => ({ ...row, range: ranges.get(row.unit) }))
  const { rows, paging } = await pageRows(
    all,
    rankingColumns({ ...about, components: head.components }),
    query,
  )
  return {
    ...head,
    ...about,
    blockers: scored.refusals.map(sentenceOfRefusal),
    bands: listBands(scheme),
    rows,
    paging,
    ...(query.page === 0 && { figures: all.map(row => figuresOf(row, { ...about, grades: head.grades })) }),
    issues: (outcome?.issues ?? [])
      .filter(issue => (issue.unit === undefined ? reach.all : reach.has(issue.unit)))
      .map(issue => presentIssue(issue, units)),
    assumed: outcome === undefined ? [] : listAssumed(outcome),
    lost: sumLostRows(scored, reach),
  }
}

type Named = readonly { readonly id: string }[]

/** Returns the figures of a row as the charts need them. */
function figuresOf(
  { composite, grade, leadUnit, unit, tier, cohort, components }: RankingRow,
  about: {
    readonly grades: Named
    readonly leadUnits: Named
    readonly tiers: Named
    readonly cohorts: Named
  },
): (number | null)[] {
  const placeIn = (list: Named, id: string | undefined): number | null => {
    const place = list.findIndex(one => one.id === id)
    return place < 0 ? null : place
  }
  return [
    composite === undefined ? null : toDecimal(composite),
    placeIn(about.grades, grade?.grade),
    // A lead unit stands with the system that it leads.
    placeIn(about.leadUnits, leadUnit ?? unit),
    placeIn(about.tiers, tier),
    placeIn(about.cohorts, cohort),
    ...components.map(({ points }) => (points === undefined ? null : toDecimal(points))),
  ]
}

const kept = new WeakMap<ScoredYear, readonly RankingRow[]>()

/** Returns the rows of the ranking, by ranking and place, those without a place last; computed once per outcome. */
export function rowsOf(scored: ScoredYear): readonly RankingRow[] {
  const before = kept.get(scored)
  if (before !== undefined) return before
  const rows = scored.outcome === undefined ? [] : makeRows(scored.outcome)
  kept.set(scored, rows)
  return rows
}

function makeRows(outcome: CycleOutcome): readonly RankingRow[] {
  const issues = new Map<string, number>()
  for (const { unit } of outcome.issues) if (unit !== undefined) issues.set(unit, (issues.get(unit) ?? 0) + 1)
  const countOf = (at: number): number => issues.get(outcome.components.appraisees[at]!.unit) ?? 0
  const before = outcome.history.years.find(({ cycle }) => cycle === outcome.scheme.cycle - 1)
  const last = new Map(before?.entries.map(({ unit, place }) => [unit, place]))
  const rows: RankingRow[] = [...outcome.ranking.rankings.values()].flatMap(group => {
    const edges = edgesOf(outcome, group)
    return group.order.map((at, index) => {
      const row = presentRow(outcome, at, countOf(at), edges, index + 1)
      return { ...row, lastPlace: last.get(row.unit) }
    })
  })
  const none = new Set<number>()
  // A list with holes: walking over it would pass those by that have no place.
  outcome.components.appraisees.forEach((_, at) => {
    if (outcome.ranking.standings[at] === undefined) rows.push(presentRow(outcome, at, countOf(at), none, 0))
  })
  return rows
}

function listRankings({ components, ranking }: CycleOutcome): Ranking['rankings'] {
  const members = groupsOf(components.prepared, components.appraisees)
  return [...ranking.rankings.values()].map(({ id, order, bandsApply }) => ({
    id,
    name: rankingName(components, id),
    of: order.length,
    appraisees: members.get(id)?.length ?? 0,
    bandsApply,
  }))
}

function listBands(scheme: Scheme): Ranking['bands'] {
  return scheme.consequences.flatMap(({ id, name, citation, when, years }) =>
    when.by === 'grade'
      ? []
      : [
          {
            rule: id,
            name,
            citation,
            by: when.by,
            from: when.from,
            to: when.to,
            years: years?.from,
          },
        ],
  )
}

function listAssumed({ scheme, components }: CycleOutcome): Ranking['assumed'] {
  return scheme.rulings
    .filter(ruling => ruling.state === 'assumed' && ruling.topic !== 'note')
    .flatMap(ruling => components.prepared.rulings.notesById(ruling.id))
    .map(note => ({ ...note, sentence: describeRuling(note) }))
}
