import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import type { Method } from '../../../domain/scheme/component.ts'
import type { NumberedRubric } from './entryTable.ts'
import { hasRounds } from './rubricBlock.ts'

/** Numbers the rows of every rubric that a method scores by, then those of the lists, so that entries find their rows by number (行序). */
export function numberRubrics({ components, scheme }: CycleOutcome): {
  readonly rubrics: ReadonlyMap<Method, NumberedRubric>
  readonly lists: NumberedRubric | undefined
} {
  const { prepared } = components
  const rubrics = new Map<Method, NumberedRubric>()
  let firstRow = 1
  for (const { component, methods } of prepared.components) {
    for (const method of component.methods) {
      const tier = scheme.tiers.find(
        ({ id }) => component.methods.find(one => one.tiers?.includes(id) ?? true) === method,
      )
      const terms = tier === undefined ? undefined : methods.get(tier.id)
      if (terms?.kind !== 'rubric') continue
      rubrics.set(method, {
        rubric: terms.terms.rubric,
        source: component.name,
        firstRow,
        rounds: hasRounds(terms.terms),
      })
      firstRow += terms.terms.rubric.rows.length
    }
  }
  const lists =
    prepared.lists.rows.length === 0
      ? undefined
      : { rubric: prepared.lists, source: '清单', firstRow, rounds: false }
  return { rubrics, lists }
}
