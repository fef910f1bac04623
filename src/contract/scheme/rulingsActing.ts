import { methodTopics } from '../../domain/scheme/methods.ts'
import type { RulingTopic } from '../../domain/scheme/ruling.ts'
import { topicsOfRule } from '../../domain/scheme/topics.ts'
import type { ComponentPart, MethodPart, RowPart, RulingPart, SchemeDocument } from './schemeDocument.ts'

type Rulings = Pick<SchemeDocument, 'rulings'>

/** Returns the rulings that apply to a row: those named by its rules, and those by topic (floor, bonuses, discretionary amounts, unclear units). (附件) */
export function rulingsOfRow({ rulings }: Rulings, row: RowPart): readonly RulingPart[] {
  return pick(
    rulings,
    row.rules.map(rule => rule.ruling),
    [...(row.floor === undefined ? (['rowFloor'] as const) : []), ...row.rules.flatMap(topicsOfRule)],
  )
}

/** Returns the rulings that apply to a method, those for its component before those for all. (三（二）) */
export function rulingsOfMethod(
  { rulings }: Rulings,
  component: ComponentPart,
  method: MethodPart,
): readonly RulingPart[] {
  return pick(
    rulings,
    [method.ruling],
    methodTopics(method as Parameters<typeof methodTopics>[0]),
    component.id,
  )
}

/** Returns the rulings on the given topics, in the scheme's order. */
export function rulingsOn({ rulings }: Rulings, ...topics: readonly RulingTopic[]): readonly RulingPart[] {
  return pick(rulings, [], topics)
}

function pick(
  rulings: readonly RulingPart[],
  ids: readonly (string | undefined)[],
  topics: readonly RulingTopic[],
  component?: string,
): readonly RulingPart[] {
  return rulings.filter(
    ruling =>
      ids.includes(ruling.id) ||
      (topics.includes(ruling.topic) && (ruling.component === undefined || ruling.component === component)),
  )
}
