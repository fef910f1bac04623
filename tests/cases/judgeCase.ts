import type { CycleOutcome } from '../../src/domain/score/appraiseCycle.ts'
import type { UnitResult } from '../../src/domain/score/outcome.ts'
import { explainUnit } from '../../src/domain/explain/explainUnit.ts'
import { type Explained, walkExplanation } from '../../src/domain/kernel/explanation.ts'
import { type Points, toDecimal } from '../../src/domain/kernel/points.ts'
import { findResult } from '../../src/domain/score/listResults.ts'
import { describeExplanation } from '../../src/domain/explain/describeExplanation.ts'
import { listDeadlines } from '../../src/domain/scheme/listDeadlines.ts'
import { unitsOf } from './caseFacts.ts'
import type { Expectation, UnitCase, WorkedCase } from './caseSchema.ts'
import { runCase } from './runCase.ts'
import type { SchemeFolder } from './schemeFolders.ts'

/** Runs a worked case through the corridor and says in which figures the engine differs from it; empty when they agree. */
export function judgeCase(folder: SchemeFolder, worked: WorkedCase): readonly string[] {
  const run = runCase(folder, worked)
  if (run.outcome === undefined) return differ('what is refused', run.refused, worked.refused ?? [])
  if (worked.refused !== undefined) return differ('what is refused', [], worked.refused)
  const { outcome } = run
  const judged = [...unitsOf(worked)].flatMap(([unit, facts]) => judgeUnit(outcome, unit, facts, worked))
  return [...judged, ...judgeYear(outcome, worked)]
}

function judgeYear(outcome: CycleOutcome, { issues, noIssues, timetable }: WorkedCase): readonly string[] {
  const kinds = outcome.issues.map(issue => issue.kind)
  const days = new Map(listDeadlines(outcome.scheme).map(deadline => [deadline.id, deadline.due]))
  return [
    ...(issues ?? [])
      .filter(kind => !kinds.some(one => one === kind))
      .map(kind => `the year lacks the issue ${kind}`),
    ...(noIssues ?? [])
      .filter(kind => kinds.some(one => one === kind))
      .map(kind => `the year has the issue ${kind}`),
    ...Object.entries(timetable ?? {}).flatMap(([id, day]) => differ(`due day of ${id}`, days.get(id), day)),
  ]
}

function judgeUnit(
  outcome: CycleOutcome,
  unit: string,
  facts: UnitCase,
  worked: WorkedCase,
): readonly string[] {
  const expected = expectationOf(facts, worked)
  const result = findResult(outcome, unit)
  if (result === undefined) return expected.appraised === false ? [] : [`${unit} is not appraised`]
  if (expected.appraised === false) return [`${unit} is appraised`]
  const root = explainUnit(outcome, unit)!
  return [...judgeExplanation(root, outcome, expected), ...judgeResult(result, expected)].map(
    fault => `${unit}: ${fault}`,
  )
}

/** `row` and `points`, or `component` and `points`, are short for an expectation of the only unit. */
function expectationOf(facts: UnitCase, { row, component, points }: WorkedCase): Expectation {
  const expected = facts.expect ?? {}
  if (points === undefined) return expected
  if (component !== undefined)
    return { ...expected, components: { ...expected.components, [component]: points } }
  if (row === undefined || points === 'none') throw new Error('points need a row or a component')
  return { ...expected, rows: { ...expected.rows, [row]: points } }
}

function judgeExplanation(
  root: Explained,
  { scheme }: CycleOutcome,
  { rows, shows, showsNot, tells }: Expectation,
): readonly string[] {
  const nodes = [...walkExplanation(root)].map(one => one.node)
  const shown = new Set(nodes.flatMap(node => node.rulings.map(ruling => ruling.id)))
  const citations = new Map(
    [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists].map(row => [row.id, row.citation]),
  )
  return [
    ...Object.entries(rows ?? {}).flatMap(([row, points]) => {
      const found = nodes.filter(node => node.kind === 'row' && node.citation === citations.get(row))
      return differ(
        `row ${row}`,
        [...new Set(found.map(node => toDecimal(node.points)))].join(' and '),
        String(points),
      )
    }),
    ...(tells ?? [])
      .filter(words => !nodes.some(node => describeExplanation(node).includes(words)))
      .map(words => `no sentence tells ${words}`),
    ...(shows ?? []).filter(id => !shown.has(id)).map(id => `the explanation does not show ${id}`),
    ...(showsNot ?? []).filter(id => shown.has(id)).map(id => `the explanation shows ${id}`),
  ]
}

/** What each expectation is compared with. */
const READERS: { readonly [K in keyof Expectation]?: (result: UnitResult) => unknown } = {
  composite: result => decimalOf(result.composite),
  grade: result => result.grade?.grade ?? 'none',
  movedBy: result => result.grade?.movedBy ?? 'none',
  place: result => result.standing?.place ?? 'none',
  fromBottom: result => result.standing?.fromBottom,
  of: result => result.standing?.of,
  ranking: result => result.standing?.ranking,
  tiedWith: result => result.standing?.tiedWith,
  brokenBy: result => result.standing?.brokenBy ?? 'none',
  acrossEdge: result => result.standing?.acrossEdge,
  bands: result => result.standing?.bandsApply,
  consequences: result => result.consequences.map(one => one.rule),
  deduction: result =>
    result.consequences.reduce((sum, one) => sum + toDecimal(one.deduction ?? (0 as Points)), 0),
  annualGradeAllowed: result => result.annualGrade?.allowed,
  answeredBy: result => result.appraisee.person ?? 'none',
}

function judgeResult(result: UnitResult, expected: Expectation): readonly string[] {
  const issues = result.issues.map(issue =>
    issue.row === undefined ? issue.kind : `${issue.kind} ${issue.row}`,
  )
  const inYears = (rule: string) => result.consequences.find(one => one.rule === rule)?.years
  const converted = (target: string) =>
    decimalOf(result.conversions.find(one => one.target === target)?.points)
  const scored = (id: string) => decimalOf(result.components.find(one => one.component === id)?.points)
  return [
    ...Object.entries(READERS).flatMap(([key, read]) => {
      const wanted = expected[key as keyof Expectation]
      return wanted === undefined ? [] : differ(key, read(result), wanted)
    }),
    ...Object.entries(expected.components ?? {}).flatMap(([id, wanted]) => differ(id, scored(id), wanted)),
    ...Object.entries(expected.conversions ?? {}).flatMap(([id, wanted]) =>
      differ(id, converted(id), wanted),
    ),
    ...Object.entries(expected.years ?? {}).flatMap(([rule, wanted]) =>
      differ(`years of ${rule}`, inYears(rule), wanted),
    ),
    ...(expected.issues ?? [])
      .filter(issue => !issues.includes(issue))
      .map(issue => `lacks the issue ${issue} (has ${issues.join(', ')})`),
    ...(expected.noIssues ?? [])
      .filter(issue => issues.includes(issue))
      .map(issue => `has the issue ${issue}`),
  ]
}

function decimalOf(points: Points | undefined): number | 'none' {
  return points === undefined ? 'none' : toDecimal(points)
}

function differ(what: string, got: unknown, wanted: unknown): readonly string[] {
  const [one, other] = [JSON.stringify(got), JSON.stringify(wanted)]
  return one === other ? [] : [`${what} is ${one}, the case says ${other}`]
}
