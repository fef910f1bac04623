import { appointAppraisees } from '../year/roster/appointAppraisees.ts'
import { addCounts } from './debrief/addCounts.ts'
import { tallySheets } from './debrief/tallySheets.ts'
import { type PreparedScheme, prepareScheme } from './prepareScheme.ts'
import { type ComponentScores, scoreComponents } from './scoreComponents.ts'
import { composeScores, type Composites } from './composite/composeScores.ts'
import { applyConsequences, type Consequences } from './consequence/applyConsequences.ts'
import type { CycleFacts } from '../year/facts/facts.ts'
import type { History } from '../year/history/history.ts'
import type { Issue } from './outcome.ts'
import { type ClassVotes, gatherUnitFacts } from '../year/facts/unitFacts.ts'
import { gradeOverall, type Grades } from './grade/gradeOverall.ts'
import { type Ranking, rankAppraisees } from './ranking/rankAppraisees.ts'
import { listIssues } from './rectification/listIssues.ts'
import type { Roster } from '../year/roster/roster.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** Outcome of a cycle (全年考核结果): the results of every scoring stage, numbers only. `listResults` lists it by unit; `explainUnit` explains one unit. */
export interface CycleOutcome {
  readonly scheme: Scheme
  readonly history: History
  readonly components: ComponentScores
  readonly composites: Composites
  readonly ranking: Ranking
  readonly grades: Grades
  readonly consequences: Consequences
  readonly issues: readonly Issue[]
}

/**
 * Appraises a cycle (全年考核), stage by stage in the order of the notice. The same inputs give the same
 * outcome on any machine and in any order of entry. Throws a RangeError (a bug) when `mayAppraise` would
 * refuse. (三（二）, 附件, 三（一）, 五（一）-（四）)
 */
export function appraiseCycle(
  scheme: Scheme,
  roster: Roster,
  facts: CycleFacts,
  history: History,
): CycleOutcome {
  const ranked = rankCycle(scheme, roster, facts)
  const { components, composites, ranking } = ranked
  const grades = gradeOverall(components, composites, ranking) // 五（一）
  const consequences = applyConsequences(
    components,
    composites,
    ranking,
    grades,
    roster,
    history,
    facts.annualGrades,
  ) // 五（三）（四）
  const issues = listIssues(components, ranking, grades, consequences) // 五（二）
  return { ...ranked, history, grades, consequences, issues }
}

/** The ranking of a cycle (全年排名) with all that it comes from, without its consequences. */
export type RankedCycle = Pick<CycleOutcome, 'scheme' | 'components' | 'composites' | 'ranking'>

/** Ranks a cycle (全年排名): the first stages of `appraiseCycle`, up to the ranking. (三（二）, 附件, 三（一）, 五（三）) */
export function rankCycle(scheme: Scheme, roster: Roster, facts: CycleFacts): RankedCycle {
  const prepared = prepareScheme(scheme)
  const appraisees = appointAppraisees(scheme, roster, prepared.rulings.answer('midYearChange')) // 一
  const components = scoreComponents(
    prepared,
    appraisees,
    gatherUnitFacts(facts, countVotes(prepared, facts)),
  ) // 三（二）, 附件
  const composites = composeScores(components) // 三（一）
  const ranking = rankAppraisees(components, composites, facts.decisions) // 五（三）
  return { scheme, components, composites, ranking }
}

/** Counts the valid votes of each unit, by unit and component. (四（四）) */
function countVotes(
  { scheme, rulings }: PreparedScheme,
  facts: CycleFacts,
): ReadonlyMap<string, ReadonlyMap<string, readonly ClassVotes[]>> {
  const byUnit = new Map<string, Map<string, readonly ClassVotes[]>>()
  for (const component of scheme.components) {
    if (!component.methods.some(method => method.kind === 'ballots')) continue
    const sheets = facts.sheets.filter(sheet => sheet.component === component.id)
    const counts = facts.ballotCounts.filter(count => count.component === component.id)
    const scale = rulings.answer('ballotScale', component.id)
    for (const [unit, votes] of addCounts(tallySheets(sheets, scale), counts, scale)) {
      byUnit.set(unit, (byUnit.get(unit) ?? new Map()).set(component.id, votes))
    }
  }
  return byUnit
}
