import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'
import type { Rule } from './forms/ruleForms.ts'

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
