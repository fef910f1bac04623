import type { CycleOutcome } from '../score/appraiseCycle.ts'
import { explainComposite } from '../explain/explainComposite.ts'
import type { ComponentExplained } from '../explain/compositeKinds.ts'
import type { Explained } from '../kernel/explanation.ts'
import { compareIds } from '../kernel/ids.ts'
import type { Points } from '../kernel/points.ts'
import type { RulingTopic } from '../scheme/ruling.ts'
import { type ChangedRuling, changedRulings } from './changedRulings.ts'
import { componentCauses, type ComponentSide } from './componentCauses.ts'
import { byEffect, type MovementCause } from './movementCause.ts'
import { rowCauses } from './rowCauses.ts'
import { describeChanges, type ToldChanges } from './describeChanges.ts'

/** Comparison of two outcomes (两次结果的比较): units that moved and why, the largest move first; rulings that differ; the number of units that did not move. */
export interface Comparison {
  readonly movements: readonly Movement[]
  readonly stayed: number
  readonly rulings: readonly ChangedRuling[]
  readonly causes: readonly CauseTotal[]
}

/** The movement of one unit (一个单位的变动). Absent figures are left out; `places` above zero means up. */
export interface Movement {
  readonly unit: string
  readonly name: string
  readonly from: MovementSide
  readonly to: MovementSide
  readonly places?: number
  readonly points?: Points
  readonly causes: readonly MovementCause[]
  /** Sentences about changes of place, grade and consequences. */
  readonly notes: readonly string[]
}

/** One side of a movement (变动的一侧). */
interface MovementSide {
  readonly composite?: Points
  readonly place?: number
  readonly grade?: string
  readonly consequences: readonly string[]
}

/** Total of one cause (同一原因的合计): how many units it moved, and by how much in total, in thousandths. */
export interface CauseTotal {
  readonly key: string
  readonly where: string
  readonly units: number
  readonly effect: number
  readonly why: readonly string[]
}

/** Compares two outcomes of a cycle (比较两次全年考核): the same facts under two schemes, unit by unit. Causes come from the two explanations, the largest first. */
export function compareOutcomes(one: CycleOutcome, other: CycleOutcome): Comparison {
  const before = placesOf(one)
  const after = placesOf(other)
  const rulings = changedRulings(one.scheme, other.scheme)
  const told = describeChanges(rulings)
  const units = [...new Set([...before.keys(), ...after.keys()])].sort(compareIds)
  const movements = units.flatMap(unit => movementOf(unit, before.get(unit), after.get(unit), told))
  movements.sort(byDistance)
  return { movements, stayed: units.length - movements.length, rulings, causes: totalsOf(movements) }
}

/** Returns the place of each appraisee in an outcome. */
function placesOf(outcome: CycleOutcome): ReadonlyMap<string, Place> {
  return new Map(outcome.components.appraisees.map(({ unit, name }, at) => [unit, { outcome, at, name }]))
}

interface Place {
  readonly outcome: CycleOutcome
  readonly at: number
  readonly name: string
}

function movementOf(
  unit: string,
  from: Place | undefined,
  to: Place | undefined,
  told: ToldChanges,
): readonly Movement[] {
  const [before, after] = [sideOf(from), sideOf(to)]
  if (from !== undefined && to !== undefined && isSame(before, after)) return []
  const { name } = (to ?? from)!
  const points =
    before.composite === undefined || after.composite === undefined
      ? undefined
      : after.composite - before.composite
  const places =
    before.place === undefined || after.place === undefined ? undefined : before.place - after.place
  const causes = from === undefined || to === undefined ? [] : causesOf(from, to, told)
  return [
    {
      unit,
      name,
      from: before,
      to: after,
      places,
      points: points as Points | undefined,
      causes,
      notes: notesOf(from, to, before, after, told),
    },
  ]
}

function sideOf(place: Place | undefined): MovementSide {
  if (place === undefined) return { consequences: [] }
  const { outcome, at } = place
  const [composite, standing, grade] = [
    outcome.composites.points[at]!,
    outcome.ranking.standings[at],
    outcome.grades.grades[at],
  ]
  return {
    ...(Number.isNaN(composite) ? {} : { composite: composite as Points }),
    place: standing?.place,
    grade: grade?.name,
    consequences: outcome.consequences.consequences[at]!.map(consequence => consequence.name),
  }
}

function isSame(one: MovementSide, other: MovementSide): boolean {
  const { consequences: before } = one
  const { consequences: after } = other
  if (one.composite !== other.composite || one.place !== other.place || one.grade !== other.grade)
    return false
  return before.length === after.length && before.every((name, at) => name === after[at])
}

function causesOf(from: Place, to: Place, told: ToldChanges): readonly MovementCause[] {
  const [one, other] = [from.outcome, to.outcome]
  const before = compositeOf(from)
  const after = compositeOf(to)
  const [left, right] = [componentsOf(one, before), componentsOf(other, after)]
  const ids = [...new Set([...left.keys(), ...right.keys()])]
  const causes = ids.flatMap(id => componentCauses(left.get(id), right.get(id), told))
  causes.push(...rowCauses(listsOf(before), listsOf(after), 1, 'list', told))
  const rest = after.points - before.points - causes.reduce((sum, cause) => sum + cause.effect, 0)
  const why = told.rulings(REST_TOPICS)
  if (Math.abs(rest) > (why.length > 0 ? 1e-6 : lastDecimal(other))) {
    causes.push({
      kind: 'other',
      key: 'other',
      where: '修约、否决、上下限等',
      citation: after.citation,
      effect: rest,
      why,
    })
  }
  return causes.sort(byEffect)
}

/** Returns one unit of the last decimal kept, in thousandths: the most that rounding alone may change. (R20) */
function lastDecimal({ components }: CycleOutcome): number {
  return 10 ** (3 - components.prepared.rulings.answer('rounding').decimals)
}

const REST_TOPICS: readonly RulingTopic[] = ['rounding', 'missingComponent', 'bonusCap']

function compositeOf({ outcome, at }: Place): Explained {
  return explainComposite(outcome.components, outcome.composites, at)
}

function componentsOf({ scheme }: CycleOutcome, composite: Explained): ReadonlyMap<string, ComponentSide> {
  const nodes = composite.parts.filter((part): part is ComponentExplained => part.kind === 'component')
  return new Map(
    scheme.components.map((component, at) => [component.id, { scheme, component, node: nodes[at]! }]),
  )
}

/** Keeps only the rows of lists among the parts of a composite, directly below it. */
function listsOf(composite: Explained): Explained {
  return { ...composite, parts: composite.parts.filter(part => part.kind === 'row') }
}

function notesOf(
  from: Place | undefined,
  to: Place | undefined,
  before: MovementSide,
  after: MovementSide,
  told: ToldChanges,
): readonly string[] {
  if (from === undefined) return ['变动前不是考核对象', ...told.rulings(['midYearChange'])]
  if (to === undefined) return ['变动后不是考核对象', ...told.rulings(['midYearChange'])]
  const notes: string[] = []
  if (before.composite === after.composite && before.place !== after.place) {
    const why = told.rulings(['ties', 'rankingScope', 'smallCohort'])
    notes.push(...(why.length > 0 ? why : ['得分未变，名次因其他单位变动']))
  }
  if (before.grade !== after.grade)
    notes.push(
      `等次由“${before.grade ?? '无'}”变为“${after.grade ?? '无'}”`,
      ...told.rulings(['overallGrades']),
    )
  const gained = after.consequences.filter(name => !before.consequences.includes(name))
  const lost = before.consequences.filter(name => !after.consequences.includes(name))
  if (gained.length > 0) notes.push(`新增：${gained.join('、')}`)
  if (lost.length > 0) notes.push(`不再：${lost.join('、')}`)
  return notes
}

function byDistance(one: Movement, other: Movement): number {
  const places = Math.abs(other.places ?? 0) - Math.abs(one.places ?? 0)
  return places || Math.abs(other.points ?? 0) - Math.abs(one.points ?? 0) || compareIds(one.unit, other.unit)
}

/** Drops the amount that a rule took, which differs from unit to unit, and keeps the note that the rule was changed. */
function changedRule(sentence: string): readonly string[] {
  const rule = /^(规则“.+”)：.*（规则有改动）$/u.exec(sentence)?.[1]
  return rule === undefined ? [] : [`${rule}有改动`]
}

function totalsOf(movements: readonly Movement[]): readonly CauseTotal[] {
  const totals = new Map<string, CauseTotal>()
  for (const { key, where, effect, why } of movements.flatMap(movement => movement.causes)) {
    const known = totals.get(key)
    const told = why.flatMap(sentence => (sentence.startsWith('规则') ? changedRule(sentence) : [sentence]))
    totals.set(key, {
      key,
      where,
      units: (known?.units ?? 0) + 1,
      effect: (known?.effect ?? 0) + Math.abs(effect),
      why: known?.why ?? told,
    })
  }
  return [...totals.values()].sort(byEffect)
}
