import type { RowPart, SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { nameOf } from '../../../../contract/scheme/describePlace.ts'
import type { ReferenceList } from './fieldSpec.ts'
import type { Path } from './FormContext.ts'

/** An item that can be chosen. */
interface Reference {
  readonly value: string
  readonly label: string
}

/** Returns the items that can be referenced at a place of the scheme. */
export function referencesOf(
  document: SchemeDocument,
  list: ReferenceList,
  path: Path,
): readonly Reference[] {
  switch (list) {
    case 'tiers':
    case 'components':
    case 'counters':
    case 'measures':
      return document[list].map(named)
    case 'faultCounters':
      return document.counters.filter(counter => counter.kind === 'fault').map(named)
    case 'deadlines':
      return document.timetable.map(named)
    case 'rubrics':
      return document.rubrics.map(({ id, title }) => ({ value: id, label: title }))
    case 'sections':
      return document.rubrics
        .flatMap(rubric => rubric.sections)
        .map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))
    case 'rulings':
      return document.rulings.map(({ id, question }) => ({ value: id, label: `${id} ${question}` }))
    case 'grades':
      return gradesOf(document).map(named)
    case 'rulesOfRow':
      return rowAt(document, path)?.rules.map(({ id, text }) => ({ value: id, label: text })) ?? []
  }
}

/** Returns the grades of the composite (综合评价等次), best first. */
function gradesOf(document: SchemeDocument): readonly { readonly id: string; readonly name: string }[] {
  const answer = document.rulings.find(ruling => ruling.topic === 'overallGrades')?.answer
  return typeof answer === 'object' && 'grades' in answer ? answer.grades : []
}

/** Returns all rules by row, for fields that name one. */
export function rulesOf(
  document: SchemeDocument,
): readonly { readonly row: string; readonly rule: string; readonly label: string }[] {
  const rows = [...document.rubrics.flatMap(rubric => rubric.rows), ...document.lists]
  return rows.flatMap(row =>
    row.rules.map(rule => ({
      row: row.id,
      rule: rule.id,
      label: `${nameOf('rows', row) ?? row.id}：${rule.text}`,
    })),
  )
}

function rowAt(document: SchemeDocument, path: Path): RowPart | undefined {
  const [part, at, , rowAt] = path
  if (part === 'lists') return document.lists[Number(at)]
  return part === 'rubrics' ? document.rubrics[Number(at)]?.rows[Number(rowAt)] : undefined
}

function named({ id, name }: { readonly id: string; readonly name: string }): Reference {
  return { value: id, label: name }
}
