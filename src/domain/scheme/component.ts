import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'
import type { Named } from './scheme.ts'

/** A component (考核分项): `weight` is a percentage (20 % = 20 points) of the scheme's base, `base` its own full mark. (三（一）) */
export interface Component {
  readonly id: string
  readonly name: string
  readonly citation: Citation
  readonly weight: Points
  readonly base: Points
  /** The methods; the first one whose tiers include the unit's tier scores it. */
  readonly methods: readonly Method[]
  readonly conversion?: Conversion
}

interface MethodCore {
  /** The tiers (层级); all if absent. */
  readonly tiers?: readonly string[]
  readonly citation: Citation
  readonly ruling?: string
}

/** Scoring by rubric (按评分细则计分): findings against the rows of a rubric, over several rounds a year (R1). (三（二）2) */
export interface RubricMethod extends MethodCore {
  readonly kind: 'rubric'
  readonly rubric: string
  readonly rounds: number
}
/** Scoring by ledger (按台账计分): full mark less a tariff on ledger counters (R6). (三（二）1) */
export interface LedgerMethod extends MethodCore {
  readonly kind: 'ledger'
}
/** Scoring by grade (按等次计分): grades within a group by quota shares (R4), each worth points (R5). (三（二）1) */
export interface QuotaGradingMethod extends MethodCore {
  readonly kind: 'quotaGrading'
  readonly within: 'leadUnit' | 'cohort' | 'all'
  /** The grades, best first, with shares as in 3:5:2. */
  readonly grades: readonly GradeShare[]
}
/** A grade and its share (等次与比例). */
export interface GradeShare extends Named {
  readonly share: number
}
/** A public survey (民意调查): answers by group, scored by the scale of R7. (三（二）3) */
export interface SurveyMethod extends MethodCore {
  readonly kind: 'survey'
  readonly groups: readonly Named[]
  readonly answers: readonly Named[]
}
/** Debrief ballots (述职测评): ballots by voter class, in points or grades, scored by R8. (三（二）4, 四（四）) */
export interface BallotsMethod extends MethodCore {
  readonly kind: 'ballots'
  readonly classes: readonly Named[]
  readonly marks: 'points' | 'grades'
  /** The grades, best first; empty if marks are points. */
  readonly grades: readonly Named[]
  /** The highest mark in points. */
  readonly full: Points
}
/** Scoring by measure (指标直接计分): a measure of the unit is its score. */
export interface MeasureMethod extends MethodCore {
  readonly kind: 'measure'
  readonly measure: string
}

/** A scoring method (计分方法). */
export type Method =
  | RubricMethod
  | LedgerMethod
  | QuotaGradingMethod
  | SurveyMethod
  | BallotsMethod
  | MeasureMethod

/** A score conversion (得分换算): own ÷ best × full, or points by place in the cohort. */
export type Conversion =
  | { readonly kind: 'ratioToBest'; readonly full: Points; readonly citation: Citation }
  | {
      readonly kind: 'rankToPoints'
      readonly citation: Citation
      /** The points of the first places, e.g. 100, 99, 98; later places decrease by `step` down to `least`. */
      readonly table: readonly Points[]
      readonly step: Points
      readonly least: Points
    }
