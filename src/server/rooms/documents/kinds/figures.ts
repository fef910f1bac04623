import type { DocumentData } from '../../../../contract/documents/documentField.ts'
import { printPoints } from '../../../../domain/kernel/points.ts'
import type { Consequence, UnitResult } from '../../../../domain/score/outcome.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'

/** Kinds of issues that are a unit's own, and not a matter for the committee. */
const OWN = new Set(['rowLost', 'rowLostAgain', 'vetoed'])

/** Returns the figures of one appraisee for a document. */
export function figuresOf({ appraisee, composite, grade, standing }: UnitResult): DocumentData {
  return {
    单位名称: appraisee.name,
    书记姓名: appraisee.personName ?? '',
    职务: appraisee.post ?? '',
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

/** Lists a unit's problems, numbered. (五（二）) */
export function problemsOf({ issues }: UnitResult): readonly DocumentData[] {
  return issues
    .filter(({ kind }) => OWN.has(kind))
    .map(({ text, citation, lost }, at) => ({
      序号: String(at + 1),
      问题条款: printClause(citation),
      问题内容: text,
      扣分: lost === undefined ? '' : printPoints(lost),
    }))
}

/** Presents a consequence (结果运用) for a document. */
export function consequenceOf({ name, citation, deduction, measure }: Consequence): DocumentData {
  return {
    运用名称: name,
    运用依据: printClause(citation),
    运用内容: deduction === undefined ? (measure ?? name) : `年终绩效考核扣${printPoints(deduction)}分`,
  }
}

/** Prints a citation as running text has it: 附件三.3. */
function printClause(citation: string): string {
  return citation.replace('附件 ', '附件')
}
