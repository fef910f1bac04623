import { rulingsOfMethod, rulingsOfRow } from '../../../../contract/scheme/rulingsActing.ts'
import type { RulingPart, SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { topics } from '../../../../contract/scheme/topics.ts'

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
    ...[topics[ruling.topic].acts].filter(place => place !== undefined),
  ]
}
