import type { Day, Period, Quarter } from '../../kernel/calendar.ts'
import type { Points } from '../../kernel/points.ts'

/** Facts of one cycle (年度事实): what was found, counted, asked and voted. Lists in any order. */
export interface CycleFacts {
  readonly cycle: number
  readonly visits: readonly Visit[]
  readonly findings: readonly Finding[]
  readonly ledger: readonly LedgerCount[]
  readonly gradings: readonly Grading[]
  readonly surveys: readonly SurveyTally[]
  readonly ballotCounts: readonly BallotCount[]
  readonly sheets: readonly BallotSheet[]
  readonly measures: readonly MeasureValue[]
  readonly knowledgeTests: readonly KnowledgeTest[]
  readonly vetoes: readonly VetoFact[]
  readonly decisions: readonly Decision[]
  readonly annualGrades: readonly AnnualGradeProposal[]
}

/** Visit (核查场次): a round of inspection that took place at a unit. A unit with neither a visit nor a finding was not inspected: its score is absent, not full. (三（二）2) */
export interface Visit {
  readonly unit: string
  readonly quarter: Quarter
  readonly by?: 'committee' | 'leadUnit'
  readonly heldOn?: Day
}

/** Finding (核查情况) against a rule of a row. `count` is a whole number from 1; `amount` only where the rule leaves it to the assessor. (三（二）2, 附件) */
export interface Finding {
  readonly unit: string
  readonly row: string
  readonly rule: string
  readonly count: number
  readonly quarter?: Quarter
  readonly by?: 'committee' | 'leadUnit'
  readonly amount?: Points
  readonly level?: string
  readonly persons?: number
  readonly occasions?: number
  readonly counter?: string
  readonly multiplier?: string
  /** Identifies the project, for bonuses where only the highest counts. */
  readonly project?: string
  /** Identifies the occasion, for rules that exclude each other. */
  readonly occasion?: string
  readonly foundOn?: Day
  readonly author?: string
  readonly note?: string
  readonly evidence?: string
}

/** Ledger count (台账计数): the number of a counter in a period. A counter with any entry is kept; its periods without one are zero. (四（一）) */
export interface LedgerCount {
  readonly unit: string
  readonly counter: string
  readonly period: Period
  readonly count: number
}

/** Routine grading (日常管理等次), given by the lead unit. (三（二）1) */
export interface Grading {
  readonly unit: string
  readonly component: string
  readonly grade: string
  readonly by?: string
  readonly reason?: string
}

/** Survey tally (民意调查答卷汇总): answers of one group about one unit, number by answer id. (三（二）3) */
export interface SurveyTally {
  readonly unit: string
  readonly component: string
  readonly group: string
  readonly answers: Readonly<Record<string, number>>
}

/** Ballot count (计票结果): what a count published of one unit and voter class, or of several merged because they were small. Void sheets are already out. (四（四）, R8) */
export interface BallotCount {
  readonly component: string
  readonly session: string
  readonly unit: string
  readonly voterClasses: readonly string[]
  /** The valid marks, sorted, so that no sheet can be put together again: points or grade ids. */
  readonly marks: readonly (Points | string)[]
  readonly voided: number
  readonly abstained: number
  /** From the count sheet of a meeting that was held by other means. */
  readonly elsewhere?: boolean
}

/** Ballot sheet (测评票) of one voter class, with a mark for each unit it rates (points or a grade id). The voter is not recorded. (四（四）) */
export interface BallotSheet {
  readonly component: string
  readonly session: string
  readonly voterClass: string
  readonly marks: readonly BallotMark[]
}

/** Mark of one unit on a ballot (一票中对一个单位的评价): exactly one of points and grade. */
export interface BallotMark {
  readonly unit: string
  readonly points?: Points
  readonly grade?: string
}

/** Value of a measure (指标数值), in thousandths of its unit. */
export interface MeasureValue {
  readonly unit: string
  readonly measure: string
  readonly value: Points
}

/** Knowledge test (基本知识测试): how many took it and how many failed. (四（二）) */
export interface KnowledgeTest {
  readonly unit: string
  readonly quarter?: Quarter
  readonly sat: number
  readonly failed: number
}

/** Veto (一票否决事实). */
export interface VetoFact {
  readonly unit: string
  readonly veto: string
  readonly reason: string
}

/** Decision of the committee (考核组织者的决定) on what the rules leave open, always with a reason. */
export type Decision =
  | {
      readonly kind: 'componentScore'
      readonly unit: string
      readonly component: string
      readonly points: Points
      readonly by: string
      readonly reason: string
    }
  | {
      readonly kind: 'bandsApply'
      readonly ranking: string
      readonly apply: boolean
      readonly by: string
      readonly reason: string
    }
  | {
      readonly kind: 'fromBottom'
      readonly unit: string
      readonly place: number
      readonly by: string
      readonly reason: string
    }

/** Proposed annual grade (年度考核等次建议). (五（四）) */
export interface AnnualGradeProposal {
  readonly unit: string
  readonly annualGrade: string
}
