import type { Day, Period, Quarter } from '../../kernel/calendar.ts'
import type { Points } from '../../kernel/points.ts'

/** 年度事实: what people found, counted, asked and voted in one cycle. Lists in any order. */
export interface CycleFacts {
  readonly cycle: number
  readonly visits: readonly Visit[]
  readonly findings: readonly Finding[]
  readonly ledger: readonly LedgerCount[]
  readonly gradings: readonly Grading[]
  readonly surveys: readonly SurveyTally[]
  readonly sheets: readonly BallotSheet[]
  readonly measures: readonly MeasureValue[]
  readonly knowledgeTests: readonly KnowledgeTest[]
  readonly vetoes: readonly VetoFact[]
  readonly decisions: readonly Decision[]
  readonly annualGrades: readonly AnnualGradeProposal[]
}

/** 核查场次: a round of inspection that took place at a unit. A unit with neither a visit nor a finding was not inspected: its score is absent, not full. (三（二）2) */
export interface Visit {
  readonly unit: string
  readonly quarter: Quarter
  readonly by?: 'committee' | 'leadUnit'
  readonly heldOn?: Day
}

/** 核查情况: one finding against a rule of a row. `count` is a whole number from 1; `amount` only where the rule leaves it to the assessor. (三（二）2, 附件) */
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
  /** 同一项目 for bonuses where the highest alone counts. */
  readonly project?: string
  /** 同一场次, for rules that exclude each other. */
  readonly occasion?: string
  readonly foundOn?: Day
  readonly author?: string
  readonly note?: string
  readonly evidence?: string
}

/** 台账计数: so many of a counter in a period. A counter with any entry is kept; its periods without one are zero. (四（一）) */
export interface LedgerCount {
  readonly unit: string
  readonly counter: string
  readonly period: Period
  readonly count: number
}

/** 日常管理等次, given by the lead unit. (三（二）1) */
export interface Grading {
  readonly unit: string
  readonly component: string
  readonly grade: string
  readonly by?: string
  readonly reason?: string
}

/** 民意调查答卷汇总: answers of one group about one unit, number by answer id. (三（二）3) */
export interface SurveyTally {
  readonly unit: string
  readonly component: string
  readonly group: string
  readonly answers: Readonly<Record<string, number>>
}

/** 测评票: one sheet of one voter class, holding a mark for each unit it rates (points or a grade id); who cast it is not kept. (四（四）) */
export interface BallotSheet {
  readonly component: string
  readonly session: string
  readonly voterClass: string
  readonly marks: readonly BallotMark[]
}

/** 一票中对一个单位的评价; exactly one of the two. */
export interface BallotMark {
  readonly unit: string
  readonly points?: Points
  readonly grade?: string
}

/** 指标数值, in thousandths of the measure's unit. */
export interface MeasureValue {
  readonly unit: string
  readonly measure: string
  readonly value: Points
}

/** 基本知识测试: how many sat and how many failed. (四（二）) */
export interface KnowledgeTest {
  readonly unit: string
  readonly quarter?: Quarter
  readonly sat: number
  readonly failed: number
}

/** 一票否决事实. */
export interface VetoFact {
  readonly unit: string
  readonly veto: string
  readonly reason: string
}

/** 考核组织者的决定 on what the rules leave open, always with a reason. */
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

/** 年度考核等次建议. (五（四）) */
export interface AnnualGradeProposal {
  readonly unit: string
  readonly annualGrade: string
}
