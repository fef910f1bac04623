import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'

/** 评分细则: sections of rows; `cap` holds the sum of all rows from above when given. (附件) */
export interface Rubric {
  readonly id: string
  readonly title: string
  readonly base: Points
  readonly citation: Citation
  readonly sections: readonly Section[]
  readonly rows: readonly Row[]
}

/** 核实项目: `deductionCap` limits what all its rows together may lose. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly deductionCap?: Points
  /** where the section, or its cap, comes from. */
  readonly citation?: Citation
}

/** 一行: 核查内容 with its 分值 and rules. The floor is 0, negative (R2) or given; `cap` limits it from above when bonuses apply (R3). (附件) */
export interface Row {
  /** e.g. `四.4`, one of a kind in the scheme. */
  readonly id: string
  readonly section: string
  readonly title: string
  readonly base: Points
  readonly citation: Citation
  readonly floor?: Points | 'negative'
  readonly cap?: Points
  /** 适用层级: the unit tiers that the row is meant for, all when left out; a finding on it against another unit is refused. (六（四）) */
  readonly tiers?: readonly string[]
  readonly rules: readonly Rule[]
}

interface RuleCore {
  /** one of a kind inside its row. */
  readonly id: string
  /** 评分标准 in a few own words. */
  readonly text: string
  /** the most this rule may deduct or add. */
  readonly cap?: Points
  /** 口径 that this rule leans on, shown with it (e.g. R14, R23). */
  readonly ruling?: string
  /** 单位不明的扣分, per item or once as R23 says. */
  readonly unclear?: boolean
  /** 台账计数项 that feeds a fault count. */
  readonly counter?: string
  /** other rules of the row that cannot hold for the same occasion. (附件 四.4) */
  readonly exclusiveWith?: readonly string[]
  /** 加倍、减半: named multipliers that a finding may claim. */
  readonly multipliers?: readonly Multiplier[]
  /** the most that a finding's count can sensibly be, e.g. 12 for a monthly duty. */
  readonly most?: number
}

/** 倍数: in thousandths (2000 doubles, 500 halves). */
export interface Multiplier {
  readonly id: string
  readonly name: string
  readonly times: Points
}

/** 分档: a level of a parallel list. */
export interface Level {
  readonly id: string
  readonly name: string
  readonly points: Points
}

/** 应有次数: so many of a ledger counter in each year, quarter or month. */
export interface Requirement {
  readonly counter: string
  readonly required: number
  readonly per: 'year' | 'quarter' | 'month'
}

/** 指标区间: values in [from, to) by default; a side left out is unbounded; the first matching band counts. */
export interface MeasureBand {
  readonly from?: Points
  readonly to?: Points
  readonly fromOpen?: boolean
  readonly toClosed?: boolean
  readonly points: Points
}

/** 一次性扣分: once, however often found (无方案扣2分). */
export interface FlatRule extends RuleCore {
  readonly form: 'flat'
  readonly points: Points
}
/** 按项扣分 (发现一项扣1分). */
export interface PerOccurrenceRule extends RuleCore {
  readonly form: 'perOccurrence'
  readonly points: Points
}
/** 按人次扣分: persons × occasions. */
export interface PersonOccasionRule extends RuleCore {
  readonly form: 'personOccasion'
  readonly points: Points
}
/** 按缺次扣分: for each one short of a required number (每少一次扣1分). */
export interface PerShortfallRule extends RuleCore {
  readonly form: 'perShortfall'
  readonly points: Points
  readonly requires: readonly Requirement[]
}
/** 视情扣分: an amount by the assessor with a written reason, in the steps and up to the limit of R14. */
export interface DiscretionaryRule extends RuleCore {
  readonly form: 'discretionary'
  readonly limit?: Points
}
/** 幅度扣分: an amount by the assessor within a range (扣1-3分). */
export interface RangeRule extends RuleCore {
  readonly form: 'range'
  readonly least: Points
  readonly limit: Points
  readonly step: Points
}
/** 分档并列扣分: by level (分别扣3、2、1分). */
export interface ParallelRule extends RuleCore {
  readonly form: 'parallel'
  readonly levels: readonly Level[]
}
/** 阶梯扣分: so many points for each step of a measure beyond a start (每低1个百分点扣0.5分). */
export interface StepsRule extends RuleCore {
  readonly form: 'steps'
  readonly measure: string
  readonly start: Points
  readonly direction: 'below' | 'above'
  readonly size: Points
  readonly points: Points
  /** 不足一个步长: `dropped` counts whole steps only, `counted` takes part of a step as one. */
  readonly partial: 'dropped' | 'counted'
}
/** 分段扣分: the first band that holds the measure. */
export interface TiersRule extends RuleCore {
  readonly form: 'tiers'
  readonly measure: string
  readonly bands: readonly MeasureBand[]
}
/** 不得分: the row has no points left, bonuses apart. */
export interface ZeroRowRule extends RuleCore {
  readonly form: 'zeroRow'
}
/** 加分: per occurrence, or by level; with `highestOnly` the best of one project alone counts (就高). (附件 一.2) */
export interface BonusRule extends RuleCore {
  readonly form: 'bonus'
  readonly points?: Points
  readonly levels?: readonly Level[]
  readonly highestOnly?: boolean
  /** counted once however often found, unless true. */
  readonly each?: boolean
}

/** 评分标准: one of the rule forms. (附件) */
export type Rule =
  | FlatRule
  | PerOccurrenceRule
  | PersonOccasionRule
  | PerShortfallRule
  | DiscretionaryRule
  | RangeRule
  | ParallelRule
  | StepsRule
  | TiersRule
  | ZeroRowRule
  | BonusRule

/** 规则形式. */
export type RuleForm = Rule['form']
