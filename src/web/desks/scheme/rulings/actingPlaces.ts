import { rulingsOfMethod, rulingsOfRow } from '../../../../contract/scheme/rulingsActing.ts'
import type { RulingPart, SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'

/** 口径起作用之处: rows, components and what follows from the results, by name. */
export function actingPlaces(document: SchemeDocument, ruling: RulingPart): readonly string[] {
  const rows = [...document.rubrics.flatMap(rubric => rubric.rows), ...document.lists]
  const acts = (found: readonly RulingPart[]): boolean => found.includes(ruling)
  return [
    ...document.components
      .filter(component =>
        component.methods.some(method => acts(rulingsOfMethod(document, component, method))),
      )
      .map(({ name }) => `分项“${name}”`),
    ...rows.filter(row => acts(rulingsOfRow(document, row))).map(row => `${row.id} ${row.title}`),
    ...document.timetable
      .filter(deadline => deadline.ruling === ruling.id)
      .map(({ name }) => `时间节点“${name}”`),
    ...document.consequences.filter(rule => rule.ruling === ruling.id).map(({ name }) => `结果运用“${name}”`),
    ...(EVERYWHERE[ruling.topic] ?? []),
  ]
}

/** Topics that act on every result. */
const EVERYWHERE: Readonly<Partial<Record<RulingPart['topic'], readonly string[]>>> = {
  rounding: ['全部得分'],
  missingComponent: ['综合得分'],
  ties: ['排名'],
  rankingScope: ['排名'],
  smallCohort: ['排名和结果运用'],
  overallGrades: ['综合评价等次'],
  midYearChange: ['考核对象'],
  performanceConversion: ['折算绩效'],
}
