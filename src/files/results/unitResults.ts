import type { IssueFile, UnitResultFile } from '../../contract/results/resultsSchema.ts'
import type { CycleOutcome } from '../../domain/score/appraiseCycle.ts'
import { explainComponentScore } from '../../domain/score/componentScore.ts'
import { isMissing } from '../../domain/score/missing.ts'
import { factsOf } from '../../domain/score/scoreComponents.ts'
import type { ComponentResult, Issue, UnitResult } from '../../domain/score/outcome.ts'
import type { Explained } from '../../domain/kernel/explanation.ts'
import { toDecimal } from '../../domain/kernel/points.ts'
import { listResults } from '../../domain/score/listResults.ts'
import { explainListRows } from './explainListRows.ts'
import { isNode } from './nodes.ts'
import { rubricViews } from './rubricViews.ts'

/** Lists the results of the appraisees, in decimals, by unit id, with the rows of every rubric. (五（一）) */
export function listUnitResults(outcome: CycleOutcome): UnitResultFile[] {
  return listResults(outcome).map((result, at) => writeUnit(outcome, result, at))
}

/** Lists the issues that belong to no single unit, in decimals. */
export function listCommonIssues({ issues }: CycleOutcome): IssueFile[] {
  return issues.filter(issue => issue.unit === undefined).map(writeIssue)
}

function writeIssue({ lost, ...issue }: Issue): IssueFile {
  return lost === undefined ? issue : { ...issue, lost: toDecimal(lost) }
}

function writeUnit(outcome: CycleOutcome, result: UnitResult, at: number): UnitResultFile {
  const {
    appraisee,
    components,
    composite,
    grade,
    standing,
    consequences,
    conversions,
    annualGrade,
    issues,
  } = result
  const lists = composite === undefined ? [] : explainListRows(outcome.components, at)
  return {
    ...appraisee,
    components: components.map((component, column) => writeComponent(outcome, component, column, at)),
    ...(lists.length === 0 ? {} : { lists: rowsOf(lists) }),
    composite: composite === undefined ? undefined : toDecimal(composite),
    grade,
    standing: standing === undefined ? undefined : { ...standing, tiedWith: [...standing.tiedWith] },
    consequences: consequences.map(({ deduction, years, ...one }) => ({
      ...one,
      years: [...years],
      deduction: deduction === undefined ? undefined : toDecimal(deduction),
    })),
    conversions: conversions.map(({ target, points }) => ({ target, points: toDecimal(points) })),
    annualGrade,
    issues: issues.map(writeIssue),
  }
}

function writeComponent(
  { components }: CycleOutcome,
  { component, points, missing }: ComponentResult,
  column: number,
  at: number,
): UnitResultFile['components'][number] {
  const rounds = writeRounds(components, column, at)
  return {
    component,
    points: points === undefined ? undefined : toDecimal(points),
    missing,
    ...(rounds.length === 0 ? {} : { rounds }),
  }
}

function writeRounds({ appraisees, facts, columns }: CycleOutcome['components'], column: number, at: number) {
  const { unit, tier } = appraisees[at]!
  const { component } = columns[column]!
  if (component.methods.get(tier)?.kind !== 'rubric') return []
  const node = explainComponentScore(component, tier, factsOf(facts, unit))
  if (isMissing(node) || !isNode(node, 'inspection')) return []
  return rubricViews(node).map(({ rubric, round, byLeadUnit }) => ({
    round,
    ...(byLeadUnit ? { by: 'leadUnit' as const } : {}),
    points: toDecimal(rubric.points),
    rows: rowsOf(rubric.parts),
  }))
}

function rowsOf(parts: readonly Explained[]): Record<string, number> {
  return Object.fromEntries(
    parts.flatMap(part => (isNode(part, 'row') ? [[part.row.id, toDecimal(part.points)]] : [])),
  )
}
