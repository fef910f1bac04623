import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'

/** A consequence (结果运用): whom it applies to (place from the bottom or top, or grade; for how many consecutive years) and its effect. (五（三）（四）) */
export interface ConsequenceRule {
  readonly id: string
  readonly name: string
  readonly citation: Citation
  readonly when: ConsequenceCondition
  readonly years?: { readonly from: number; readonly to?: number }
  /** Whether the streak and the measure follow the unit or the person (R13 decides for `appraisee`). */
  readonly on: 'unit' | 'appraisee'
  readonly effect: ConsequenceEffect
  readonly ruling?: string
}

/** The condition of a consequence (适用条件): places in the unit's own ranking, both ends included. */
type ConsequenceCondition =
  | { readonly by: 'fromBottom'; readonly from: number; readonly to: number }
  | { readonly by: 'fromTop'; readonly from: number; readonly to: number }
  | { readonly by: 'grade'; readonly grades: readonly string[] }

/** The effect of a consequence (后果): a deduction from another appraisal, or a measure that people carry out. */
export type ConsequenceEffect =
  | { readonly kind: 'performanceDeduction'; readonly points: Points }
  | {
      readonly kind: 'measure'
      readonly measure: string
      readonly nextYear: boolean
      /** What follows it. Older schemes leave this out. */
      readonly followUp?: FollowUp | 'none'
    }

/** What follows a measure (后续事项): a talk with the person (约谈), a proposal for reassignment (组织调整建议), or key supervision in the next year (重点督促检查). (五（四）) */
export type FollowUp = 'talk' | 'proposal' | 'supervision'

/** Lists what may follow a consequence (后续事项). Where an older scheme does not say: key supervision for a measure of the next year; a talk or a proposal, as the committee decides, for a measure about a person in the year itself. (五（四）) */
export function followUpsOf({ on, effect }: Pick<ConsequenceRule, 'on' | 'effect'>): readonly FollowUp[] {
  if (effect.kind !== 'measure' || effect.followUp === 'none') return []
  if (effect.followUp !== undefined) return [effect.followUp]
  if (effect.nextYear) return ['supervision']
  return on === 'appraisee' ? ['talk', 'proposal'] : []
}

/** A precondition for an annual grade (年度考核等次前提): a proposed grade requires one of these overall grades. (五（四）) */
export interface AnnualGradeRule {
  readonly annualGrade: string
  readonly name: string
  readonly needs: readonly string[]
  readonly citation: Citation
}

/** A conversion target (折算目标): the composite × percent counts in another appraisal (R16). (五（三）) */
export interface ConversionTarget {
  readonly id: string
  readonly name: string
  readonly citation: Citation
}
