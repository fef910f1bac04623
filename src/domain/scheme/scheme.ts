import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'
import type { Component } from './component.ts'
import type { ConsequenceRule, AnnualGradeRule, ConversionTarget } from './consequenceRule.ts'
import type { DebriefMeetings } from './debriefMeetings.ts'
import type { Row, Rubric } from './rubric.ts'
import type { ReportRules } from './reportRules.ts'
import type { Ruling } from './ruling.ts'

/** An appraisal scheme (考核方案): everything an institution's notice fixes, as data with its citations. Points are in thousandths. (三（一）) */
export interface Scheme {
  readonly id: string
  readonly title: string
  readonly institution: string
  /** The appraisal year (考核年度). */
  readonly cycle: number
  readonly notice: NoticeReference
  /** The full mark (总分), e.g. 100 or 1000 points. */
  readonly base: Points
  /** The points from which lists alone count (起始分), in a scheme without components: 0, or the base of a negative list. */
  readonly start?: Points
  /** The clause that forms the composite from the components. (三（一）) */
  readonly compositeCitation?: Citation
  readonly tiers: readonly Named[]
  readonly cohorts: readonly Named[]
  readonly scope: Scope
  readonly timetable: readonly Deadline[]
  readonly counters: readonly Counter[]
  readonly measures: readonly Measure[]
  readonly components: readonly Component[]
  readonly rubrics: readonly Rubric[]
  /** Lists of bonuses and deductions (加分、扣分清单) on the composite: rows outside the rubric. A bonus list has base 0 and a `cap`, a deduction list base 0 and a negative floor. */
  readonly lists: readonly Row[]
  readonly vetoes: readonly Veto[]
  readonly consequences: readonly ConsequenceRule[]
  /** The preconditions for annual grades (年度考核等次), e.g. 优秀 requires 好. (五（四）) */
  readonly annualGradeRules: readonly AnnualGradeRule[]
  /** The appraisals into which the composite is converted (折算计入的考核). (五（三）) */
  readonly conversions: readonly ConversionTarget[]
  /** The tiers of debrief meetings (述职测评会议); a scheme without them holds none. (四（四）) */
  readonly meetings?: readonly DebriefMeetings[]
  /** What the scheme asks of the debrief report (述职报告); absent where it asks for none. (六（二）) */
  readonly report?: ReportRules
  readonly rulings: readonly Ruling[]
  /** The clause register (条款登记): each clause of the notice restated briefly, and whether it computes. */
  readonly clauses: readonly Clause[]
}

/** An id and a name (编号与名称). */
export interface Named {
  readonly id: string
  readonly name: string
}

/** The notice (通知) that the scheme carries out: number, title, date and issuing bodies. */
interface NoticeReference {
  readonly title: string
  readonly number: string
  readonly issuedOn: string
  readonly issuers: readonly string[]
}

/** A clause (条款): its citation, its content restated, and whether a figure comes from it. */
interface Clause {
  readonly citation: Citation
  readonly restated: string
  readonly computes: boolean
}

/** Scope and appraisees (考核范围与对象): which units are appraised and which post is answerable for a unit; the first matching rule applies. (一) */
interface Scope {
  readonly citation: Citation
  readonly levels: readonly string[]
  readonly answers: readonly AnswerRule[]
}

/** A rule for determining the appraisee (考核对象): this post is answerable for units of these kinds (all if absent), headed by a prefecture leader or not (either if absent). (一) */
export interface AnswerRule {
  readonly kinds?: readonly string[]
  readonly headedByLeader?: boolean
  readonly post: string
  readonly rank?: number
  readonly why: string
  readonly citation: Citation
}

/** A deadline (时间节点): what is due by which month-day of the cycle year, or of the next with `nextYear`. */
interface Deadline {
  readonly id: string
  readonly name: string
  readonly from?: string
  readonly due: string
  readonly nextYear?: boolean
  readonly citation: Citation
  /** The ruling (口径) on the report's due date (R15), whose day takes precedence over `due`. */
  readonly ruling?: string
}

/** A ledger counter (台账计数项): `done` counts what was held or done, `fault` what went wrong (an absence, a late return). */
export interface Counter {
  readonly id: string
  readonly name: string
  readonly kind: 'done' | 'fault'
  readonly citation: Citation
  /** What is counted from other records instead of being entered; faults only. */
  readonly from?: CountedFrom
}

/** Records that a fault counter is counted from (由哪些记录计数): problems of last year that are not settled, or have no remedy (附件 八), and secretaries below the unit who have not debriefed (附件 一.4). */
export type CountedFrom = 'openProblems' | 'unplannedProblems' | 'undebriefedSecretaries'

/** A measure (指标): a figure of a unit, e.g. a satisfaction rate; `unit` is its unit of measure. Values are in thousandths of it. */
export interface Measure {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly least?: Points
  readonly most?: Points
  readonly citation: Citation
}

/** A veto (一票否决事项) and its effect: deduction from the composite, composite zero, exclusion from the ranking, best possible grade, or a fixed grade. */
interface Veto {
  readonly id: string
  readonly name: string
  readonly citation: Citation
  readonly effect: VetoEffect
}

/** The five effects of a veto (否决). */
export type VetoEffect =
  | { readonly kind: 'deduct'; readonly points: Points }
  | { readonly kind: 'zero' }
  | { readonly kind: 'disqualify' }
  | { readonly kind: 'gradeCap'; readonly grade: string }
  | { readonly kind: 'grade'; readonly grade: string }
