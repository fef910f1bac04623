import type { Points } from '../kernel/points.ts'
import type { Appraisee } from '../year/roster/appointAppraisees.ts'

/** 一个考核对象的全年结果, as lists, letters and workbooks read it. Absent figures are left out, never zero. */
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

/** 分项得分 on the component's own base; `missing` says why there is none. (三（一）) */
export interface ComponentResult {
  readonly component: string
  readonly points?: Points
  readonly missing?: string
}

/** 综合评价等次 with what moved it away from its band, if anything. (五（一）, R12) */
export interface GradeResult {
  readonly grade: string
  readonly name: string
  readonly band: string
  readonly movedBy?: 'precondition' | 'veto' | 'quota'
}

/** 排名: place from the top and from the bottom in one ranking; ties that no rule breaks share a place. (五（三）, R9-R11) */
export interface Standing {
  readonly ranking: string
  readonly of: number
  readonly place: number
  /** 1 is last; for a tie the lightest or heaviest place of the tied, as R9 says. */
  readonly fromBottom: number
  readonly tiedWith: readonly string[]
  /** which component broke a tie on the composite. */
  readonly brokenBy?: string
  /** a tie lies across a band edge: the committee should look. */
  readonly acrossEdge: boolean
  /** the committee has set the place from the bottom. */
  readonly decided: boolean
  /** bands by place apply to this ranking; undecided when the cohort is small (R11). */
  readonly bandsApply: 'yes' | 'no' | 'undecided'
}

/** 结果运用. (五（三）（四）) */
export interface Consequence {
  readonly rule: string
  readonly name: string
  readonly citation: string
  readonly years: readonly number[]
  readonly deduction?: Points
  readonly measure?: string
  readonly nextYear?: boolean
}

/** 折算. (五（三）, R16) */
export interface ConversionResult {
  readonly target: string
  readonly points: Points
}

/** 年度考核等次是否成立. (五（四）) */
export interface AnnualGradeResult {
  readonly annualGrade: string
  readonly allowed: boolean
  readonly citation: string
}

/** 问题: what goes on the unit's problem list, or what the committee must look at; `numbers` feed the sentence. (五（二）) */
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

/** 问题种类. */
export type IssueKind =
  | 'rowLost'
  | 'rowLostAgain'
  | 'missingComponent'
  | 'noAppraisee'
  | 'tieAcrossEdge'
  | 'smallCohort'
  | 'quotaExceeded'
  | 'ledgerDisagrees'
  | 'leadVisitMissing'
  | 'historyMissing'
  | 'annualGradeRefused'
  | 'vetoed'
