import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'
import type { Named } from './scheme.ts'

/** 考核分项: `weight` is a percentage (20 % = 20 points) of the scheme's base, `base` its own full mark. (三（一）) */
export interface Component {
  readonly id: string
  readonly name: string
  readonly citation: Citation
  readonly weight: Points
  readonly base: Points
  /** the first method whose tiers hold the unit's tier scores it. */
  readonly methods: readonly Method[]
  readonly conversion?: Conversion
}

interface MethodCore {
  /** 层级; all when absent. */
  readonly tiers?: readonly string[]
  readonly citation: Citation
  readonly ruling?: string
}

/** 按评分细则计分: findings against the rows of a rubric, over so many rounds a year (R1). (三（二）2) */
export interface RubricMethod extends MethodCore {
  readonly kind: 'rubric'
  readonly rubric: string
  readonly rounds: number
}
/** 按台账计分: full mark less a tariff on ledger counters (R6). (三（二）1) */
export interface LedgerMethod extends MethodCore {
  readonly kind: 'ledger'
}
/** 按等次计分: graded inside a group with quota shares (R4), grades worth points (R5). (三（二）1) */
export interface QuotaGradingMethod extends MethodCore {
  readonly kind: 'quotaGrading'
  readonly within: 'leadUnit' | 'cohort' | 'all'
  /** best grade first; shares as in 3:5:2. */
  readonly grades: readonly GradeShare[]
}
/** 等次与比例. */
export interface GradeShare extends Named {
  readonly share: number
}
/** 民意调查: answers by group, scored by the scale of R7. (三（二）3) */
export interface SurveyMethod extends MethodCore {
  readonly kind: 'survey'
  readonly groups: readonly Named[]
  readonly answers: readonly Named[]
}
/** 述职测评: sheets by voter class, in points or grades, scored by R8. (三（二）4, 四（四）) */
export interface BallotsMethod extends MethodCore {
  readonly kind: 'ballots'
  readonly classes: readonly Named[]
  readonly marks: 'points' | 'grades'
  /** best grade first; empty when marks are points. */
  readonly grades: readonly Named[]
  /** the highest mark in points. */
  readonly full: Points
}
/** 指标直接计分: a measure of the unit is its score. */
export interface MeasureMethod extends MethodCore {
  readonly kind: 'measure'
  readonly measure: string
}

/** 计分方法. */
export type Method =
  | RubricMethod
  | LedgerMethod
  | QuotaGradingMethod
  | SurveyMethod
  | BallotsMethod
  | MeasureMethod

/** 得分换算: own ÷ best × full, or points by place in the cohort. */
export type Conversion =
  | { readonly kind: 'ratioToBest'; readonly full: Points; readonly citation: Citation }
  | {
      readonly kind: 'rankToPoints'
      readonly citation: Citation
      /** points of the first places, e.g. 100, 99, 98; later places go on by `step` down to `least`. */
      readonly table: readonly Points[]
      readonly step: Points
      readonly least: Points
    }
