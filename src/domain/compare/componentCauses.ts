import type { ComponentExplained } from '../explain/compositeKinds.ts'
import type { RubricExplained } from '../score/inspection/explainRubric.ts'
import type { Explained } from '../kernel/explanation.ts'
import { approximate } from '../kernel/fraction.ts'
import { printPoints } from '../kernel/points.ts'
import type { Component } from '../scheme/component.ts'
import type { RulingTopic } from '../scheme/ruling.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { MovementCause } from './movementCause.ts'
import { methodTopics } from '../scheme/methods.ts'
import { rowCauses } from './rowCauses.ts'
import type { ToldChanges } from './describeChanges.ts'

/** One scheme's side of a component (两个方案中同一分项的一侧): the scheme, the component, and the node that explains it for one unit. */
export interface ComponentSide {
  readonly scheme: Scheme
  readonly component: Component
  readonly node: ComponentExplained
}

/** Lists the causes of a component's movement (一个分项的变动): first its weight, at the earlier score; then the change of its score by rows, rulings and the rest, at the later weight. (三（一）) */
export function componentCauses(
  one: ComponentSide | undefined,
  other: ComponentSide | undefined,
  told: ToldChanges,
): readonly MovementCause[] {
  if (one === undefined || other === undefined) return oneSided(one, other)
  if (one.node.contribution === undefined || other.node.contribution === undefined)
    return missingCause(one, other)
  const weight = shareOf(one) * (fullOf(other) - fullOf(one))
  const moved = contributionOf(other) - contributionOf(one) - weight
  const causes: MovementCause[] = []
  if (Math.abs(weight) > NEAR) causes.push(weightCause(one, other, weight))
  const rows =
    isPlain(one.node) && isPlain(other.node)
      ? rowCauses(one.node, other.node, rowFactor(other), 'row', told)
      : []
  causes.push(...rows)
  const rest = moved - rows.reduce((sum, cause) => sum + cause.effect, 0)
  if (Math.abs(rest) > NEAR) causes.push(restCause(one, other, rest, told, rows.length > 0))
  return causes
}

/** Differences below this many thousandths are floating-point noise. */
const NEAR = 1e-6

function oneSided(
  one: ComponentSide | undefined,
  other: ComponentSide | undefined,
): readonly MovementCause[] {
  const side = (other ?? one)!
  const effect = (other === undefined ? -1 : 1) * contributionOf(side)
  const why = [one === undefined ? '前一方案没有这个分项' : '后一方案没有这个分项']
  return [
    {
      kind: 'weight',
      key: `weight ${side.component.id}`,
      where: side.component.name,
      citation: side.component.citation,
      effect,
      why,
    },
  ]
}

function missingCause(one: ComponentSide, other: ComponentSide): readonly MovementCause[] {
  const effect = contributionOf(other) - contributionOf(one)
  if (effect === 0) return []
  const why = [one.node.contribution === undefined ? '变动前缺分' : '变动后缺分']
  return [
    {
      kind: 'missing',
      key: `missing ${other.component.id}`,
      where: other.component.name,
      citation: other.component.citation,
      effect,
      why,
    },
  ]
}

function weightCause(one: ComponentSide, other: ComponentSide, effect: number): MovementCause {
  const [from, to] = [one.component.weight, other.component.weight]
  const why = from === to ? ['总分不同'] : [`权重由${printPoints(from)}%改为${printPoints(to)}%`]
  return {
    kind: 'weight',
    key: `weight ${other.component.id}`,
    where: `${other.component.name}的权重`,
    citation: other.component.citation,
    effect,
    from,
    to,
    why,
  }
}

function restCause(
  one: ComponentSide,
  other: ComponentSide,
  effect: number,
  told: ToldChanges,
  partly: boolean,
): MovementCause {
  const { component, node } = other
  const why = told.rulings(topicsOf(component), component.id)
  const points = partly ? {} : { from: one.node.points, to: node.points }
  return {
    kind: 'method',
    key: `method ${component.id}`,
    where: component.name,
    citation: component.citation,
    effect,
    ...points,
    why,
  }
}

/** Returns the ruling topics that affect a component apart from its rows, by its scoring method. */
function topicsOf({ methods, conversion }: Component): readonly RulingTopic[] {
  const kinds = new Set(methods.map(method => method.kind))
  return [
    ...methods.flatMap(methodTopics),
    ...(kinds.has('rubric')
      ? (['combineRounds', 'leadInspections', 'bonusCap', 'doubleCounting'] as const)
      : []),
    ...(kinds.has('ledger') ? (['doubleCounting'] as const) : []),
    ...(conversion === undefined ? [] : (['rankingScope'] as const)),
    'rounding',
  ]
}

function contributionOf({ node }: ComponentSide): number {
  return node.contribution === undefined ? 0 : approximate(node.contribution)
}

/** Returns how much a full mark adds to the composite, in thousandths. */
function fullOf({ scheme, component }: ComponentSide): number {
  return (scheme.base * component.weight) / 100_000
}

function shareOf(side: ComponentSide): number {
  return contributionOf(side) / fullOf(side)
}

/** Returns how much one thousandth of a rubric row is worth in the composite. */
function rowFactor(side: ComponentSide): number {
  const rubric = rubricsIn(side.node)[0]
  return rubric === undefined ? 0 : fullOf(side) / rubric.base
}

/** Tells whether a component has a single rubric. Rounds scored apart (R1) or with a lead unit's inspections (R22) have several, whose rows do not add up one by one. */
function isPlain(node: ComponentExplained): boolean {
  return rubricsIn(node).length === 1
}

/** Lists the rubrics below a component's method. Rubrics contain no other rubrics. */
function rubricsIn(node: Explained): readonly RubricExplained[] {
  if (node.kind === 'rubric') return [node as RubricExplained]
  return node.kind === 'row' ? NO_RUBRICS : node.parts.flatMap(rubricsIn)
}

const NO_RUBRICS: readonly RubricExplained[] = []
