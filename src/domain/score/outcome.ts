import type { Points } from '../kernel/points.ts'
import type { Appraisee } from '../year/roster/appointAppraisees.ts'

/** Result of one appraisee for the year (一个考核对象的全年结果), as used by lists, letters and workbooks. Absent figures are left out, never zero. */
export interface UnitResult {
  readonly appraisee: Appraisee
  readonly components: readonly ComponentResult[]
  readonly composite?: Points
  readonly grade?: GradeResult
  readonly standing?: Standing
  readonly consequences: readonly Consequence[]
  readonly conversions: readonly ConversionResult[]
  readonly annualGrade?: AnnualGradeResult
  readonly issues: readonly Issue[]
}

/** Component score (分项得分) on the component's own base; `missing` gives the reason when there is none. (三（一）) */
export interface ComponentResult {
  readonly component: string
  readonly points?: Points
  readonly missing?: string
}

/** Overall grade (综合评价等次) with what moved it away from its band, if anything. (五（一）, R12) */
export interface GradeResult {
  readonly grade: string
  readonly name: string
  readonly band: string
  readonly movedBy?: 'precondition' | 'veto' | 'quota'
}

/** Standing in a ranking (排名): place from the top and from the bottom. Ties that no rule breaks share a place. (五（三）, R9-R11) */
export interface Standing {
  readonly ranking: string
  readonly of: number
  readonly place: number
  /** 1 is last; for a tie, the lightest or heaviest of the tied places, as R9 says. */
  readonly fromBottom: number
  readonly tiedWith: readonly string[]
  /** The component that broke a tie on the composite. */
  readonly brokenBy?: string
  /** Whether a tie lies across a band edge, so that the committee should look. */
  readonly acrossEdge: boolean
  /** Whether the committee has set the place from the bottom. */
  readonly decided: boolean
  /** Whether bands by place apply to this ranking; undecided when the cohort is small (R11). */
  readonly bandsApply: 'yes' | 'no' | 'undecided'
}

/** A consequence of the result (结果运用). (五（三）（四）) */
export interface Consequence {
  readonly rule: string
  readonly name: string
  readonly citation: string
  readonly years: readonly number[]
  readonly deduction?: Points
  readonly measure?: string
  readonly nextYear?: boolean
}

/** Result of a conversion (折算). (五（三）, R16) */
export interface ConversionResult {
  readonly target: string
  readonly points: Points
}

/** Whether a proposed annual grade is valid (年度考核等次是否成立). (五（四）) */
export interface AnnualGradeResult {
  readonly annualGrade: string
  readonly allowed: boolean
  readonly citation: string
}

/** An issue (问题) for the unit's problem list or for the committee; `numbers` are used in its sentence. (五（二）) */
export interface Issue {
  readonly kind: IssueKind
  readonly unit?: string
  readonly citation: string
  readonly row?: string
  readonly component?: string
  readonly ranking?: string
  readonly lost?: Points
  readonly text: string
}

/** Kind of issue (问题种类). */
export type IssueKind =
  | 'rowLost'
  | 'rowLostAgain'
  | 'missingComponent'
  | 'noAppraisee'
  | 'tieAcrossEdge'
  | 'tieAtQuota'
  | 'smallCohort'
  | 'quotaExceeded'
  | 'ledgerDisagrees'
  | 'leadVisitMissing'
  | 'historyMissing'
  | 'annualGradeRefused'
  | 'vetoed'
