import { componentScore, explainComponentScore } from '../src/domain/score/componentScore.ts'
import { isMissing } from '../src/domain/score/missing.ts'
import { type PreparedComponent, prepareScheme } from '../src/domain/score/prepareScheme.ts'
import type { Explained } from '../src/domain/kernel/explanation.ts'
import type { Scheme } from '../src/domain/scheme/scheme.ts'
import { describeExplanation } from '../src/domain/explain/describeExplanation.ts'
import type { BenchUnit } from './benchUnits.ts'
import type { Contender } from './contender.ts'

/** The engine at each of its speeds, on the units' facts as they are: findings are matched to rules, counted and checked against the ledger in the timed part. */
export function engineSpeeds(scheme: Scheme): readonly Contender[] {
  const speed = (
    id: string,
    manner: string,
    one: (component: PreparedComponent, unit: BenchUnit) => number,
  ): Contender => ({
    id,
    from: 'hengping',
    manner,
    open: (_terms, units) => {
      const component = prepareInspection(scheme)
      const points = new Float64Array(units.length)
      return () => {
        for (let at = 0; at < units.length; at++) points[at] = one(component, units[at]!)
        return points
      }
    },
  })
  return [
    speed('numbers', 'numbers only', pointsOf),
    speed(
      'explained',
      'with the full tree of explanation',
      (component, unit) => explain(component, unit).points,
    ),
    speed('told', 'with the tree and every sentence as text', (component, unit) => {
      const node = explain(component, unit)
      if (report(node).length === 0) throw new RangeError('nothing was told')
      return node.points
    }),
  ]
}

/** The component that the annex scores, of the scheme prepared once. */
export function prepareInspection(scheme: Scheme): PreparedComponent {
  return prepareScheme(scheme).components.find(({ component }) => component.id === 'inspection')!
}

/** The tree of one unit's inspection. Throws when the unit has no score. */
export function explain(component: PreparedComponent, { tier, facts }: BenchUnit): Explained {
  const node = explainComponentScore(component, tier, facts)
  if (isMissing(node)) throw new RangeError(node.missing)
  return node
}

/** The points of every row of the annex, as the tree shows them. */
export function rowPointsIn(node: Explained): readonly number[] {
  if (node.kind === 'row') return [node.points]
  return node.parts.flatMap(rowPointsIn)
}

function pointsOf(component: PreparedComponent, { tier, facts }: BenchUnit): number {
  const score = componentScore(component, tier, facts)
  if (isMissing(score)) throw new RangeError(score.missing)
  return Number(score.num) / Number(score.den)
}

function report(node: Explained): string {
  let text = describeExplanation(node)
  for (const part of node.parts) text += report(part)
  return text
}
