import type { Points } from '../../kernel/points.ts'
import type { Rule } from '../rubric.ts'
import type { FaultPath } from '../schemeFault.ts'

/** 一次扣分的分值: each amount that one application of a rule may take, with its field and place; bonuses have none. */
export function singleAmounts(
  rule: Rule,
  path: FaultPath,
): readonly { readonly amount: Points; readonly field: string; readonly path: FaultPath }[] {
  const at = (field: 'points' | 'least' | 'limit', amount: Points | undefined) =>
    amount === undefined ? [] : [{ amount, field, path: [...path, field] }]
  const each = (field: 'levels' | 'bands', items: readonly { readonly points: Points }[]) =>
    items.map((item, index) => ({
      amount: item.points,
      field: `${field}.${index + 1}.points`,
      path: [...path, field, index, 'points'],
    }))
  switch (rule.form) {
    case 'flat':
    case 'perOccurrence':
    case 'personOccasion':
    case 'perShortfall':
    case 'steps':
      return at('points', rule.points)
    case 'discretionary':
      return at('limit', rule.limit)
    case 'range':
      return at('limit', rule.limit)
    case 'parallel':
      return each('levels', rule.levels)
    case 'tiers':
      return each('bands', rule.bands)
    case 'zeroRow':
    case 'bonus':
      return []
  }
}
