import { componentScore, explainComponentScore } from '../assessment/componentScore.ts'
import { rankToPoints } from '../assessment/conversion/rankToPoints.ts'
import { isMissing } from '../assessment/missing.ts'
import { rankingOf } from '../assessment/rankingOf.ts'
import { type ComponentColumn, type ComponentScores, decidedScore, factsOf, groupsOf } from '../assessment/scoreComponents.ts'
import { contribution } from '../composite/composeScores.ts'
import { type Explained, NO_RULINGS } from '../kernel/explanation.ts'
import { compareFractions, whole } from '../kernel/fraction.ts'
import { NO_POINTS, type Points } from '../kernel/points.ts'
import { nearestThousandth } from '../kernel/rounding.ts'
import { bareNode } from './bareNode.ts'
import type { ComponentExplained, RankToPointsExplained, RatioToBestExplained } from './compositeKinds.ts'
import { explainRounding } from './explainRounding.ts'

/** 说明一个考核对象的一个分项: how its method scored it, what was decided or converted, and the rounding. (三（二）) */
export function explainComponent(scores: ComponentScores, column: ComponentColumn, at: number): ComponentExplained {
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
  const method = component.methods.find(one => one.tiers === undefined || one.tiers.includes(appraisee.tier))
  const node = explainComponentScore(prepared, column.component, appraisee.tier, ofUnit)
  const shown = isMissing(node) ? NO_RULINGS : node.rulings
  const rulings = prepared.rulings.notesById(method?.ruling).filter(note => !shown.some(one => one.id === note.id))
  const reason = column.missing[at]
  const parts: Explained[] = isMissing(node) ? [] : [node]
  if (decided !== undefined) {
    parts.push({ ...bareNode('decided', component.citation, decided.points), by: decided.by, reason: decided.reason } as Explained)
  } else if (reason !== undefined) {
    parts.push({ ...bareNode('missing', component.citation, NO_POINTS), reason } as Explained)
    return { ...core, points: NO_POINTS, parts, rulings: [...rulings, ...prepared.rulings.notes('missingComponent')] }
  } else parts.push(...explainConversion(scores, column, at))
  const exact = column.exact[at]!
  const points = column.points[at]! as Points
  parts.push(explainRounding(exact, points, prepared.rulings.answer('rounding'), prepared.rulings.notes('rounding')))
  const value = prepared.rulings.answer('rounding').roundComponents ? whole(points) : exact
  return { ...core, points, parts, rulings, contribution: contribution(value, column, prepared.scheme) }
}

function explainConversion(scores: ComponentScores, column: ComponentColumn, at: number): readonly Explained[] {
  const { prepared, appraisees, facts } = scores
  const { conversion } = column.component.component
  if (conversion === undefined) return []
  const group = groupsOf(prepared, appraisees).get(rankingOf(appraisees[at]!, prepared.rulings.answer('rankingScope')))!
  const raws = group.map(one => componentScore(prepared, column.component, appraisees[one]!.tier, factsOf(facts, appraisees[one]!.unit)))
  const known = group.flatMap((one, position) => {
    const raw = raws[position]!
    return isMissing(raw) ? [] : [{ at: one, raw }]
  })
  const mine = known.findIndex(one => one.at === at)
  const values = known.map(one => one.raw)
  const points = nearestThousandth(column.exact[at]!)
  if (conversion.kind === 'ratioToBest') {
    const best = values.reduce((top, value) => (compareFractions(value, top) > 0 ? value : top))
    const node: RatioToBestExplained = {
      ...bareNode('ratioToBest', conversion.citation, points),
      own: values[mine]!,
      best,
      full: conversion.full,
    }
    return [node]
  }
  const { place } = rankToPoints(values, conversion)[mine]!
  const node: RankToPointsExplained = { ...bareNode('rankToPoints', conversion.citation, points), place, of: values.length }
  return [node]
}
