import type { CycleOutcome } from './appraiseCycle.ts'
import { explainComponentScore } from './assessment/componentScore.ts'
import { rankToPoints } from './assessment/conversion/rankToPoints.ts'
import { explainRows } from './assessment/inspection/explainRubric.ts'
import { fillTally, openTally } from './assessment/inspection/tally.ts'
import { isMissing } from './assessment/missing.ts'
import { rankingOf } from './assessment/rankingOf.ts'
import { type ComponentColumn, decidedScore, factsOf, groupsOf } from './assessment/scoreComponents.ts'
import { componentScore } from './assessment/componentScore.ts'
import { contribution, holdComposite, LIST_VIEW, listPoints, vetoEffects, weighComponents } from './composite/composeScores.ts'
import type { UnitFacts } from './cycle/unitFacts.ts'
import type {
  ComponentExplained,
  CompositeExplained,
  HeldExplained,
  RankToPointsExplained,
  RatioToBestExplained,
  RenormalisedExplained,
  RoundingExplained,
  VetoExplained,
} from './explanation/compositeKinds.ts'
import type {
  ConsequenceExplained,
  ConversionExplained,
  GradeExplained,
  ResultExplained,
  StandingExplained,
} from './explanation/resultKinds.ts'
import { type Explained, NO_PARTS, NO_RULINGS, type RulingNote } from './kernel/explanation.ts'
import { compareFractions, type Fraction, plus, whole } from './kernel/fraction.ts'
import { NO_POINTS, type Points, printPoints } from './kernel/points.ts'
import { nearestThousandth, roundPoints } from './kernel/rounding.ts'
import { rankingName } from './rectification/listIssues.ts'
import type { Scheme, VetoEffect } from './scheme/scheme.ts'

/**
 * 说明一个单位的结果: the tree from result to composite, components, rows, rules and rulings; its figures are those of `appraiseCycle`.
 * `undefined` when the unit is not appraised.
 */
export function explainUnit(outcome: CycleOutcome, unit: string): Explained | undefined {
  const at = outcome.components.appraisees.findIndex(appraisee => appraisee.unit === unit)
  return at === -1 ? undefined : explainResult(outcome, at)
}

function explainResult(outcome: CycleOutcome, at: number): ResultExplained {
  const { components, composites, scheme } = outcome
  const appraisee = components.appraisees[at]!
  const composite = composites.points[at]!
  const absent = Number.isNaN(composite)
  const parts = [
    explainComposite(outcome, at),
    ...explainGrade(outcome, at),
    ...explainStanding(outcome, at),
    ...explainConsequences(outcome, at),
    ...explainConversions(outcome, at),
  ]
  const points = absent ? NO_POINTS : (composite as Points)
  const rulings = components.prepared.rulings.notes('midYearChange')
  return { kind: 'result', citation: scheme.scope.citation, points, parts, rulings, appraisee, absent }
}

function explainComposite({ components, composites }: CycleOutcome, at: number): CompositeExplained {
  const { prepared, appraisees, columns, facts } = components
  const { scheme, rulings } = prepared
  const ofUnit = factsOf(facts, appraisees[at]!.unit)
  const parts: Explained[] = columns.map(column => explainComponent({ components, composites } as CycleOutcome, column, at))
  const weighted = weighComponents(components, columns, at)
  const absent = weighted === undefined
  const missing = columns.some(column => column.missing[at] !== undefined)
  if (weighted !== undefined) {
    const listed = listPoints(prepared.lists, openTally(prepared.lists), ofUnit)
    const rounded = roundPoints(plus(weighted, whole(listed)), rulings.answer('rounding'))
    if (missing && rulings.answer('missingComponent') === 'renormalise')
      parts.push(explainRenormalised(columns, at, rulings.notes('missingComponent')))
    if (prepared.lists.rows.length > 0) parts.push(...explainLists(prepared.lists, ofUnit))
    parts.push(explainRounding(plus(weighted, whole(listed)), rounded, rulings.answer('rounding'), rulings.notes('rounding')))
    const vetoed = explainVetoes(ofUnit, scheme, rounded)
    parts.push(...vetoed)
    const left = vetoed.reduce((sum, veto) => sum + veto.points, rounded as number)
    const held = holdComposite(left, scheme, rulings.find('bonusCap')?.answer)
    if (held !== left) parts.push(explainHeld(held, left, scheme, rulings.notes('bonusCap')))
  } else parts.push(...explainVetoes(ofUnit, scheme, 0))
  const points = absent ? NO_POINTS : (composites.points[at]! as Points)
  const notes = missing ? rulings.notes('missingComponent') : NO_RULINGS
  return { kind: 'composite', citation: columns[0]?.component.component.citation ?? '', points, parts, rulings: notes, absent }
}

function explainComponent(outcome: CycleOutcome, column: ComponentColumn, at: number): ComponentExplained {
  const { prepared, appraisees, facts } = outcome.components
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
  const rulings = prepared.rulings.notesById(method?.ruling)
  const node = explainComponentScore(prepared, column.component, appraisee.tier, ofUnit)
  const reason = column.missing[at]
  const parts: Explained[] = isMissing(node) ? [] : [node]
  if (decided !== undefined) {
    parts.push({ ...bare('decided', component.citation, decided.points), by: decided.by, reason: decided.reason } as Explained)
  } else if (reason !== undefined) {
    parts.push({ ...bare('missing', component.citation, NO_POINTS), reason } as Explained)
    return { ...core, points: NO_POINTS, parts, rulings: [...rulings, ...prepared.rulings.notes('missingComponent')] }
  } else parts.push(...explainConversion(outcome, column, at))
  const exact = column.exact[at]!
  const points = column.points[at]! as Points
  parts.push(explainRounding(exact, points, prepared.rulings.answer('rounding'), prepared.rulings.notes('rounding')))
  const value = prepared.rulings.answer('rounding').roundComponents ? whole(points) : exact
  return { ...core, points, parts, rulings, contribution: contribution(value, column, prepared.scheme) }
}

function explainConversion({ components }: CycleOutcome, column: ComponentColumn, at: number): readonly Explained[] {
  const { prepared, appraisees, facts } = components
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
      ...bare('ratioToBest', conversion.citation, points),
      own: values[mine]!,
      best,
      full: conversion.full,
    }
    return [node]
  }
  const { place } = rankToPoints(values, conversion)[mine]!
  const node: RankToPointsExplained = { ...bare('rankToPoints', conversion.citation, points), place, of: values.length }
  return [node]
}

function explainLists(lists: CycleOutcome['components']['prepared']['lists'], facts: UnitFacts): readonly Explained[] {
  const tally = openTally(lists)
  fillTally(tally, lists, facts, LIST_VIEW, true)
  return explainRows(lists, tally, facts, LIST_VIEW).filter(row => row.parts.length > 0)
}

function explainRounding(
  exact: Fraction,
  points: Points,
  rounding: RoundingExplained['rounding'],
  rulings: readonly RulingNote[],
): RoundingExplained {
  return { ...bare('rounding', rulings[0]?.citation ?? '', points), rulings, exact, rounding }
}

function explainRenormalised(columns: readonly ComponentColumn[], at: number, rulings: readonly RulingNote[]): RenormalisedExplained {
  const present = columns.reduce((sum, column) => (column.missing[at] === undefined ? sum + column.component.component.weight : sum), 0)
  return { ...bare('renormalised', rulings[0]?.citation ?? '', NO_POINTS), rulings, present: present as Points }
}

function explainVetoes(facts: UnitFacts, scheme: Scheme, before: number): readonly VetoExplained[] {
  let left = before
  return vetoEffects(facts, scheme).map(effect => {
    const veto = scheme.vetoes.find(one => one.effect === effect)!
    const taken = effect.kind === 'deduct' ? effect.points : effect.kind === 'zero' ? left : 0
    left -= taken
    const reason = facts.vetoes.find(one => one.veto === veto.id)!.reason
    return { ...bare('veto', veto.citation, (0 - taken) as Points), name: veto.name, reason, effect: effectText(effect, scheme) }
  })
}

function effectText(effect: VetoEffect, scheme: Scheme): string {
  const name = (id: string) => gradesOf(scheme).find(grade => grade.id === id)?.name ?? id
  switch (effect.kind) {
    case 'deduct':
      return `综合得分扣${printPoints(effect.points)}分`
    case 'zero':
      return '综合得分计0分'
    case 'disqualify':
      return '取消排名资格'
    case 'gradeCap':
      return `综合评价等次不高于“${name(effect.grade)}”`
    case 'grade':
      return `综合评价等次定为“${name(effect.grade)}”`
  }
}

function explainHeld(held: number, left: number, scheme: Scheme, rulings: readonly RulingNote[]): HeldExplained {
  return { ...bare('held', rulings[0]?.citation ?? '', (held - left) as Points), rulings, limit: left < 0 ? NO_POINTS : scheme.base }
}

function explainGrade({ grades, scheme, components }: CycleOutcome, at: number): readonly GradeExplained[] {
  const grade = grades.grades[at]
  if (grade === undefined) return []
  const bandName = gradesOf(scheme).find(one => one.id === grade.band)?.name ?? grade.band
  const { rulings } = components.prepared
  return [
    {
      ...bare('grade', rulings.find('overallGrades')?.citation ?? '', NO_POINTS),
      rulings: rulings.notes('overallGrades'),
      grade,
      bandName,
    },
  ]
}

function explainStanding({ ranking, components, scheme }: CycleOutcome, at: number): readonly StandingExplained[] {
  const standing = ranking.standings[at]
  if (standing === undefined) return []
  const { rulings } = components.prepared
  const tied = standing.tiedWith.length > 0 || standing.brokenBy !== undefined
  const notes = [
    ...rulings.notes('rankingScope'),
    ...(tied ? rulings.notes('ties') : []),
    ...(standing.bandsApply === 'yes' ? [] : rulings.notes('smallCohort')),
  ]
  const brokenByName = scheme.components.find(one => one.id === standing.brokenBy)?.name
  const core = { ...bare('standing', rulings.find('ties')?.citation ?? '', NO_POINTS), rulings: notes, standing }
  return [{ ...core, rankingName: rankingName(components, standing.ranking), ...(brokenByName === undefined ? {} : { brokenByName }) }]
}

function explainConsequences({ consequences, scheme, components }: CycleOutcome, at: number): readonly ConsequenceExplained[] {
  return consequences.consequences[at]!.map(consequence => {
    const rule = scheme.consequences.find(one => one.id === consequence.rule)
    const streak = rule?.years !== undefined && rule.on === 'appraisee' ? components.prepared.rulings.notes('streakFollows') : NO_RULINGS
    const rulings = [...components.prepared.rulings.notesById(rule?.ruling), ...streak]
    return { ...bare('consequence', consequence.citation, NO_POINTS), rulings, consequence }
  })
}

function explainConversions({ consequences, scheme, components }: CycleOutcome, at: number): readonly ConversionExplained[] {
  return consequences.conversions[at]!.map(({ target, points }) => {
    const { name, citation } = scheme.conversions.find(one => one.id === target)!
    return { ...bare('conversion', citation, points), rulings: components.prepared.rulings.notes('performanceConversion'), name }
  })
}

function gradesOf(scheme: Scheme): readonly { readonly id: string; readonly name: string }[] {
  return scheme.rulings.flatMap(ruling => (ruling.topic === 'overallGrades' ? (ruling.answer?.grades ?? []) : []))
}

function bare<K extends string>(kind: K, citation: string, points: Points) {
  return { kind, citation, points, parts: NO_PARTS, rulings: NO_RULINGS }
}
