import { explainComponentScore } from '../score/componentScore.ts'
import { isMissing } from '../score/missing.ts'
import { methodOf } from '../scheme/methods.ts'
import {
  type ComponentColumn,
  type ComponentScores,
  decidedScore,
  factsOf,
} from '../score/scoreComponents.ts'
import { contribution } from '../score/composite/composeScores.ts'
import type { Explained, RulingNote } from '../kernel/explanation.ts'
import { whole } from '../kernel/fraction.ts'
import { NO_POINTS, type Points } from '../kernel/points.ts'
import { nearestThousandth } from '../kernel/rounding.ts'
import { bareNode } from './bareNode.ts'
import type {
  ComponentExplained,
  QuotaExplained,
  RankToPointsExplained,
  RatioToBestExplained,
} from './compositeKinds.ts'
import { explainRounding } from './explainRounding.ts'

/** Explains one component of one appraisee (说明一个考核对象的一个分项): how its method scored it, what was decided or converted, and the rounding. (三（二）) */
export function explainComponent(
  scores: ComponentScores,
  column: ComponentColumn,
  at: number,
): ComponentExplained {
  const { prepared, appraisees, facts } = scores
  const { component } = column.component
  const appraisee = appraisees[at]!
  const ofUnit = factsOf(facts, appraisee.unit)
  const core = {
    kind: 'component',
    citation: component.citation,
    name: component.name,
    base: component.base,
    weight: component.weight,
  } as const
  const decided = decidedScore(ofUnit, component.id)
  const node = explainComponentScore(column.component, appraisee.tier, ofUnit)
  const reason = column.missing[at]
  const parts: Explained[] = isMissing(node) ? [] : [node]
  if (decided !== undefined) {
    parts.push({
      ...bareNode('decided', component.citation, decided.points),
      by: decided.by,
      reason: decided.reason,
    } as Explained)
  } else if (reason !== undefined) {
    parts.push({ ...bareNode('missing', component.citation, NO_POINTS), reason } as Explained)
    return { ...core, points: NO_POINTS, parts, rulings: prepared.rulings.notes('missingComponent') }
  } else parts.push(...explainConversion(column, at))
  parts.push(...explainQuota(scores, component.id, appraisee.unit))
  const exact = column.exact[at]!
  const points = column.points[at]! as Points
  parts.push(
    explainRounding(exact, points, prepared.rulings.answer('rounding'), prepared.rulings.notes('rounding')),
  )
  const value = prepared.rulings.answer('rounding').roundComponents ? whole(points) : exact
  const rulings = notYetShown(prepared.rulings.notesById(methodOf(component, appraisee.tier)?.ruling), parts)
  return { ...core, points, parts, rulings, contribution: contribution(value, column, prepared.scheme) }
}

function notYetShown(notes: readonly RulingNote[], parts: readonly Explained[]): readonly RulingNote[] {
  return notes.filter(note => !parts.some(part => part.rulings.some(shown => shown.id === note.id)))
}

function explainConversion(column: ComponentColumn, at: number): readonly Explained[] {
  const term = column.converted[at]
  if (term === undefined) return []
  const [citation, points] = [
    column.component.component.conversion!.citation,
    nearestThousandth(column.exact[at]!),
  ]
  if ('best' in term) {
    const node: RatioToBestExplained = { ...bareNode('ratioToBest', citation, points), ...term }
    return [node]
  }
  const node: RankToPointsExplained = {
    ...bareNode('rankToPoints', citation, points),
    place: term.place,
    of: term.of,
  }
  return [node]
}

/** Explains the places of a group with their proof: how exact shares became whole numbers. (R4) */
function explainQuota(
  { prepared, quotas }: ComponentScores,
  component: string,
  unit: string,
): readonly QuotaExplained[] {
  const group = quotas.get(component)?.find(one => one.units.has(unit))
  if (group === undefined) return []
  const rulings = prepared.rulings.notes('quotaRounding', component)
  const grades = group.grades.map(({ name }, at) => ({ name, given: group.given[at]! }))
  return [{ ...bareNode('quota', group.citation, NO_POINTS), rulings, proof: group.proof, grades }]
}
