import { explainRows } from '../score/inspection/explainRubric.ts'
import { fillTally, createTally } from '../score/inspection/tally.ts'
import type { PreparedRubric } from '../score/inspection/preparedRubric.ts'
import { type ComponentColumn, type ComponentScores, factsOf } from '../score/scoreComponents.ts'
import {
  type Composites,
  holdComposite,
  LIST_VIEW,
  listPoints,
  vetoEffects,
  weighComponents,
} from '../score/composite/composeScores.ts'
import type { UnitFacts } from '../year/facts/unitFacts.ts'
import { type Explained, NO_RULINGS, type RulingNote } from '../kernel/explanation.ts'
import { plus, whole } from '../kernel/fraction.ts'
import { NO_POINTS, type Points, printPoints } from '../kernel/points.ts'
import { roundPoints } from '../kernel/rounding.ts'
import { gradeName } from '../scheme/gradeName.ts'
import type { Scheme, VetoEffect } from '../scheme/scheme.ts'
import { bareNode } from './bareNode.ts'
import type {
  CompositeExplained,
  HeldExplained,
  RenormalisedExplained,
  VetoExplained,
} from './compositeKinds.ts'
import { explainComponent } from './explainComponent.ts'
import { explainRounding } from './explainRounding.ts'

/** Explains a composite (说明综合得分): components by weight, lists, rounding, vetoes, limits. (三（一）) */
export function explainComposite(
  components: ComponentScores,
  composites: Composites,
  at: number,
): CompositeExplained {
  const { prepared, appraisees, columns, facts } = components
  const { scheme, rulings } = prepared
  const ofUnit = factsOf(facts, appraisees[at]!.unit)
  const parts: Explained[] = columns.map(column => explainComponent(components, column, at))
  const weighted = weighComponents(components, columns, at)
  const absent = weighted === undefined
  const missing = columns.some(column => column.missing[at] !== undefined)
  if (weighted !== undefined) {
    const listed = listPoints(prepared.lists, createTally(prepared.lists), ofUnit)
    const rounded = roundPoints(plus(weighted, whole(listed)), rulings.answer('rounding'))
    if (missing && rulings.answer('missingComponent') === 'renormalise')
      parts.push(explainRenormalised(columns, at, rulings.notes('missingComponent')))
    parts.push(...explainLists(prepared.lists, ofUnit))
    parts.push(
      explainRounding(
        plus(weighted, whole(listed)),
        rounded,
        rulings.answer('rounding'),
        rulings.notes('rounding'),
      ),
    )
    const vetoed = explainVetoes(ofUnit, scheme, rounded)
    parts.push(...vetoed)
    const left = vetoed.reduce((sum, veto) => sum + veto.points, rounded as number)
    const held = holdComposite(left, scheme, rulings)
    if (held !== left)
      parts.push(explainHeld(held, left, scheme, rulings.notes(held > left ? 'compositeFloor' : 'bonusCap')))
  } else parts.push(...explainVetoes(ofUnit, scheme, NO_POINTS))
  const points = absent ? NO_POINTS : (composites.points[at]! as Points)
  const notes = missing ? rulings.notes('missingComponent') : NO_RULINGS
  return {
    kind: 'composite',
    citation: scheme.compositeCitation ?? '',
    points,
    parts,
    rulings: notes,
    absent,
  }
}

function explainLists(lists: PreparedRubric, facts: UnitFacts): readonly Explained[] {
  const tally = createTally(lists)
  fillTally(tally, lists, facts, LIST_VIEW, 'keep')
  return explainRows(lists, tally, facts, LIST_VIEW).filter(row => row.parts.length > 0)
}

function explainRenormalised(
  columns: readonly ComponentColumn[],
  at: number,
  rulings: readonly RulingNote[],
): RenormalisedExplained {
  const present = columns.reduce(
    (sum, column) => (column.missing[at] === undefined ? sum + column.component.component.weight : sum),
    NO_POINTS as number,
  )
  return {
    ...bareNode('renormalised', rulings[0]?.citation ?? '', NO_POINTS),
    rulings,
    present: present as Points,
  }
}

function explainVetoes(facts: UnitFacts, scheme: Scheme, before: number): readonly VetoExplained[] {
  let left = before
  return vetoEffects(facts, scheme).map(effect => {
    const veto = scheme.vetoes.find(one => one.effect === effect)!
    const taken = effect.kind === 'deduct' ? effect.points : effect.kind === 'zero' ? left : NO_POINTS
    left -= taken
    const records = facts.vetoes.filter(one => one.veto === veto.id)
    return {
      ...bareNode('veto', veto.citation, (NO_POINTS - taken) as Points),
      name: veto.name,
      reason: reasonsOf(records.map(one => one.reason)),
      effect: effectText(effect, scheme),
    }
  })
}

/** All records of one veto, which acts once. */
function reasonsOf(reasons: readonly string[]): string {
  const told = [...new Set(reasons)].toSorted()
  return reasons.length === 1 ? told[0]! : `${told.join('；')}；同一事项记录${reasons.length}次，只计一次`
}

function effectText(effect: VetoEffect, scheme: Scheme): string {
  switch (effect.kind) {
    case 'deduct':
      return `综合得分扣${printPoints(effect.points)}分`
    case 'zero':
      return '综合得分计0分'
    case 'disqualify':
      return '取消排名资格'
    case 'gradeCap':
      return `综合评价等次不高于“${gradeName(scheme, effect.grade)}”`
    case 'grade':
      return `综合评价等次定为“${gradeName(scheme, effect.grade)}”`
  }
}

function explainHeld(
  held: number,
  left: number,
  scheme: Scheme,
  rulings: readonly RulingNote[],
): HeldExplained {
  return {
    ...bareNode('held', rulings[0]?.citation ?? '', (held - left) as Points),
    rulings,
    limit: held > left ? NO_POINTS : scheme.base,
  }
}
