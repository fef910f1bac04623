import { indexById } from '../kernel/ids.ts'
import { NO_POINTS, type Points } from '../kernel/points.ts'
import type { Component } from '../scheme/component.ts'
import { methodOf } from '../scheme/methods.ts'
import type { Rubric } from '../scheme/rubric.ts'
import { indexRulings, type Rulings } from '../scheme/rulings.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type PreparedRubric, prepareRubric } from './inspection/preparedRubric.ts'
import { type PreparedMethod, prepareMethod } from './methods.ts'

/** Prepared scheme (备用的方案): everything that scoring looks up, looked up once. */
export interface PreparedScheme {
  readonly scheme: Scheme
  readonly rulings: Rulings
  readonly components: readonly PreparedComponent[]
  readonly rubrics: ReadonlyMap<string, PreparedRubric>
  /** Bonus and deduction lists on the composite, prepared like a rubric. */
  readonly lists: PreparedRubric
}

/** Prepared component (备用的分项). */
export interface PreparedComponent {
  readonly at: number
  readonly component: Component
  readonly methods: ReadonlyMap<string, PreparedMethod>
}

/** Prepares a scheme (备好方案). Throws a RangeError on an unknown id or an unanswered ruling (a bug: `mayAppraise` comes first). (三（一）) */
export function prepareScheme(scheme: Scheme): PreparedScheme {
  const rulings = indexRulings(scheme)
  const rubrics = new Map(scheme.rubrics.map(rubric => [rubric.id, prepareRubric(rubric, rulings)]))
  const lists = prepareRubric(listsAsRubric(scheme), rulings)
  const components = scheme.components.map((component, at) => ({
    at,
    component,
    methods: new Map(
      scheme.tiers.flatMap(({ id: tier }) => {
        const method = methodOf(component, tier)
        return method === undefined
          ? []
          : [[tier, prepareMethod(method, { component, tier, scheme, rulings, rubrics })] as const]
      }),
    ),
  }))
  return { scheme, rulings, components, rubrics, lists: { ...lists, bonusCap: 'uncapped' } }
}

function listsAsRubric(scheme: Scheme): Rubric {
  const rows = scheme.lists
  indexById(rows)
  return { id: 'lists', title: '加分扣分清单', base: NO_POINTS as Points, citation: '', sections: [], rows }
}
