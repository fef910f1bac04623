import { proposalColumns } from '../../../contract/rectify/problemColumns.ts'
import type { ProblemOrigin } from '../../../contract/rectify/rectifyFields.ts'
import { printPoints, type Points } from '../../../domain/kernel/points.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Method } from '../../../domain/scheme/component.ts'
import { formOf, type Rule } from '../../../domain/scheme/forms/ruleForms.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { listLostRows, rowsLostLastYear } from '../../../domain/score/rectification/listIssues.ts'
import { factsOf } from '../../../domain/score/scoreComponents.ts'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { readCycle } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { citationOf, loadRectify, type RectifyContext } from './rectifyContext.ts'
import { listEarlier, readProblems, type StoredProblem } from './rectify.store.ts'

type ProposalLine = Answered<'GET /api/years/:year/problem-proposals'>['proposals'][number]

/** A proposal with what is kept of it beside its line. */
export interface Proposal extends ProposalLine {
  readonly rule?: string
  /** Whether the engine knows that the row lost points last year, too. */
  readonly isAgain: boolean
}

/** Lists what may be put on the problem lists and is not there yet: of a sealed year all that its result shows, before that what inspections found. (四（五）, 五（二）) */
export async function listProposals({
  context,
  params: { year },
  query,
}: Served<'GET /api/years/:year/problem-proposals'>) {
  const ground = await loadRectify(context.db, year)
  if (isRefusal(ground)) return ground
  const { proposals, isSealed } = await proposalsOf(context, ground, year)
  const lines = proposals.map(({ rule: _rule, isAgain: _isAgain, ...line }) => line)
  const { rows, paging } = await pageRows(lines, proposalColumns, query)
  return { year, isSealed, proposals: rows, paging }
}

/** Returns the open proposals of a year with the seal that they rest on: lost points, low component scores, and problems of last year that were not confirmed. Before the seal, what inspections found. */
export async function proposalsOf(
  { db }: AppContext,
  ground: RectifyContext,
  year: number,
): Promise<Proposals> {
  const [stored, scored] = [await readCycle(db, year), await outcomesOf(db).current(year)]
  const outcome = stored?.row.sealed === true ? scored?.outcome : undefined
  const taken = new Set((await readProblems(db, year)).map(({ unit, sourceKey }) => `${unit}\n${sourceKey}`))
  const unsettled = (await listEarlier(db, year)).filter(
    one => one.year === year - 1 && one.standing !== 'confirmed',
  )
  const all =
    scored !== undefined && outcome !== undefined
      ? [...fromResult(ground, scored, outcome), ...fromLastYear(ground, unsettled)]
      : fromFindings(ground, scored?.inputs.facts.findings ?? [])
  return {
    isSealed: outcome !== undefined,
    proposals: all.filter(({ unit, key }) => !taken.has(`${unit}\n${key}`)),
    seal: outcome && scored?.seal,
  }
}

/** The open proposals of a year, with the seal that they rest on once it is sealed. */
interface Proposals {
  readonly isSealed: boolean
  readonly proposals: readonly Proposal[]
  readonly seal: number | undefined
}

/** Proposes what inspections found, a problem for each row of a unit. It has the key of the points that the row loses, so that it is not proposed again after the seal. */
function fromFindings(ground: RectifyContext, findings: readonly Finding[]): Proposal[] {
  const rules = lostRules(ground.scheme)
  const found = findings.filter(({ by, rule }) => by !== 'leadUnit' && rules.has(rule))
  return [...Map.groupBy(found, ({ unit, row }) => `${unit}\n${row}`).values()].map((own): Proposal => {
    const { unit, row } = own[0]!
    const title = ground.rowTitles.get(row) ?? ''
    const broken = [...new Set(own.map(({ rule }) => rule))]
    return {
      ...placeOf(ground, unit),
      key: `lost:${row}`,
      origin: 'inspection',
      row,
      rowTitle: title,
      rule: broken.length === 1 ? broken[0] : undefined,
      citation: citationOf(ground, row),
      text: `${title}：${broken.map(rule => rules.get(rule)).join('；')}`.slice(0, 2000),
      source: notesOf(own).join('；').slice(0, 4000),
      isAgain: false,
    }
  })
}

function notesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ note }) => (note === undefined || note === '' ? [] : [note])))]
}

/** The texts of the rules by which points are lost. */
function lostRules({ rubrics }: Scheme): ReadonlyMap<string, string> {
  return new Map(
    rubrics.flatMap(({ rows }) =>
      rows.flatMap(row => row.rules.filter(isLost).map(rule => [rule.id, rule.text] as const)),
    ),
  )
}

/** Whether a finding by this rule loses points; what adds points is no problem. */
export function isLost(rule: Rule): boolean {
  return formOf(rule).effect !== 'adds'
}

function fromResult(ground: RectifyContext, { scheme }: ScoredYear, outcome: CycleOutcome): Proposal[] {
  const { components, history } = outcome
  const lostBefore = rowsLostLastYear(components, history)
  const rules = lostRules(scheme!)
  return components.appraisees.flatMap(({ unit }, at): Proposal[] => {
    const { findings } = factsOf(components.facts, unit)
    const rows = listLostRows(components, at, lostBefore).map((issue): Proposal => {
      const own = findings.filter(({ row }) => row === issue.row)
      const found = [...new Set(own.map(({ rule }) => rule))].filter(rule => rules.has(rule))
      const title = ground.rowTitles.get(issue.row ?? '') ?? ''
      const what = found.flatMap(rule => rules.get(rule) ?? [])
      const isLedger = issue.kind === 'ledgerDisagrees'
      return {
        ...placeOf(ground, unit),
        key: `${isLedger ? 'ledger' : 'lost'}:${issue.row}`,
        origin: isLedger ? 'ledger' : 'lost',
        row: issue.row,
        rowTitle: title,
        rule: found.length === 1 ? found[0] : undefined,
        citation: issue.citation,
        lost: issue.lost,
        text: isLedger
          ? issue.text
          : `${title}：${what.join('；') || '有失分，须查明原因并整改'}`.slice(0, 2000),
        source: [issue.text, ...notesOf(own)].join('；').slice(0, 4000),
        isAgain: issue.kind === 'rowLostAgain',
      }
    })
    return [...rows, ...lowScores(ground, outcome, at)]
  })
}

/** The share of a component's base below which its score is proposed as a problem, in percent: what is not 较好. */
const LOW = 80

const ORIGINS: Readonly<Record<Exclude<Method['kind'], 'rubric'>, ProblemOrigin>> = {
  ledger: 'routine',
  quotaGrading: 'routine',
  survey: 'survey',
  ballots: 'ballot',
  measure: 'lost',
}

/** Components other than the inspection in which a unit scored low. */
function lowScores(ground: RectifyContext, { components }: CycleOutcome, at: number): Proposal[] {
  const { unit, tier } = components.appraisees[at]!
  return components.columns.flatMap(({ component: { component }, points }): Proposal[] => {
    const score = points[at]!
    const method = component.methods.find(one => one.tiers?.includes(tier) ?? true)
    if (method === undefined || method.kind === 'rubric' || !(score * 100 < component.base * LOW)) return []
    const figure = `${component.name}得${printPoints(score as Points)}分，满分${printPoints(component.base)}分`
    return [
      {
        ...placeOf(ground, unit),
        key: `component:${component.id}`,
        origin: ORIGINS[method.kind],
        citation: component.citation,
        lost: component.base - score,
        text: `${component.name}得分偏低，须查明原因并整改`,
        source: figure,
        isAgain: false,
      },
    ]
  })
}

function fromLastYear(ground: RectifyContext, unsettled: readonly StoredProblem[]): Proposal[] {
  const heirs = new Map(
    [...ground.units.values()].flatMap(({ id, succeeds = [] }) =>
      [id, ...succeeds].map(one => [one, id] as const),
    ),
  )
  return unsettled.flatMap(one => {
    const unit = heirs.get(one.unit)
    if (unit === undefined) return []
    const { row, rule, citation, text } = one
    return [
      {
        ...placeOf(ground, unit),
        key: `lastYear:${one.id}`,
        origin: 'lastYear' as const,
        row: row ?? undefined,
        rowTitle: row === null ? undefined : ground.rowTitles.get(row),
        rule: rule ?? undefined,
        citation,
        text,
        source: `${one.year}年度的问题，没有销号`,
        isAgain: true,
      },
    ]
  })
}

function placeOf({ units }: RectifyContext, unit: string) {
  const known = units.get(unit)
  const lead = known?.leadUnit === undefined ? undefined : units.get(known.leadUnit)
  return { unit, unitName: known?.name ?? unit, leadUnitName: lead?.name }
}
