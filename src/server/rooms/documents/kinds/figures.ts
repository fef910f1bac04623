import type { DocumentData } from '../../../../contract/documents/documentField.ts'
import { explainAt } from '../../../../domain/explain/explainUnit.ts'
import { printPoints } from '../../../../domain/kernel/points.ts'
import { type Day, printDay } from '../../../../domain/kernel/calendar.ts'
import type { Consequence, UnitResult } from '../../../../domain/score/outcome.ts'
import { listLost } from '../../results/listLost.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'

/** Kinds of issues that are a unit's own, and not a matter for the committee. */
const OWN = new Set(['rowLost', 'rowLostAgain', 'vetoed'])

/** Says which unit and appraisee a document is about. */
export function whoOf({ appraisee }: UnitResult): DocumentData {
  return {
    单位名称: appraisee.name,
    书记姓名: appraisee.personName ?? '',
    职务: appraisee.post ?? '',
  }
}

/** Returns the figures of one appraisee for a document. */
export function figuresOf(result: UnitResult): DocumentData {
  const { composite, grade, standing } = result
  return {
    ...whoOf(result),
    综合得分: composite === undefined ? '' : printPoints(composite),
    等次: grade?.name ?? '',
    名次: standing === undefined ? '' : String(standing.place),
    参评数: standing === undefined ? '' : String(standing.of),
  }
}

/** Lists the component scores of one appraisee with their weights. */
export function componentsOf({ scheme }: ScoredYear, { components }: UnitResult): readonly DocumentData[] {
  return components.map(({ component, points, missing }) => {
    const { name, weight } = scheme!.components.find(one => one.id === component)!
    return {
      分项名称: name,
      分项权重: `${weight / 1000}%`,
      分项分数: points === undefined ? (missing ?? '') : printPoints(points),
    }
  })
}

/** Lists a unit's problems, numbered: the row with what was found by each rule, as the explanation of its score says. (五（二）) */
export function problemsOf(scored: ScoredYear, { appraisee, issues }: UnitResult): readonly DocumentData[] {
  const composite = explainAt(scored.outcome!, scored.places.get(appraisee.unit)!).parts[0]!
  const lostRows = new Map(listLost(scored.scheme!, composite, issues).map(one => [one.row, one]))
  return issues
    .filter(({ kind }) => OWN.has(kind))
    .map(({ kind, text, citation, lost, row }, at) => {
      const found = lostRows.get(row ?? '')
      const said = found?.rules.filter(({ points }) => points < 0).map(({ sentence }) => sentence) ?? []
      const again = kind === 'rowLostAgain' ? '（上年度也失分）' : ''
      return {
        序号: String(at + 1),
        问题条款: printClause(citation),
        问题内容:
          found === undefined || said.length === 0 ? text : `${found.title}${again}：${said.join('；')}`,
        扣分: lost === undefined ? '' : printPoints(lost),
      }
    })
}

/** Presents a consequence (结果运用) for a document. */
export function consequenceOf({ name, citation, deduction, measure }: Consequence): DocumentData {
  return {
    运用名称: name,
    运用依据: printClause(citation),
    运用内容: deduction === undefined ? (measure ?? name) : `年终绩效考核扣${printPoints(deduction)}分`,
  }
}

/** Prints a day; blank without one. */
export function dayOf(day: Day | null | undefined): string {
  return day === null || day === undefined ? '' : printDay(day)
}

/** Counts the grades of a year, in the order of the ranking. */
export function gradesOf(results: readonly UnitResult[]): readonly DocumentData[] {
  const counts = new Map<string, number>()
  for (const { grade } of results)
    if (grade !== undefined) counts.set(grade.name, (counts.get(grade.name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({
    等次名称: name,
    等次个数: String(count),
    等次占比: `${((count / results.length) * 100).toFixed(1)}%`,
  }))
}

/** Returns the results of a year in the order of the ranking. */
export function ranked(results: Iterable<UnitResult>): readonly UnitResult[] {
  return [...results].toSorted(
    (one, other) => (one.standing?.place ?? Infinity) - (other.standing?.place ?? Infinity),
  )
}

/** Prints a citation as running text has it: 附件三.3. */
export function printClause(citation: string): string {
  return citation.replaceAll('附件 ', '附件')
}
