import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'
import type { Component } from './component.ts'
import type { ConsequenceRule, AnnualGradeRule, ConversionTarget } from './consequenceRule.ts'
import type { Row, Rubric } from './rubric.ts'
import type { Ruling } from './ruling.ts'

/** 考核方案: all that an institution's notice fixes, as data beside its citations. Points are thousandths. (三（一）) */
export interface Scheme {
  readonly id: string
  readonly title: string
  readonly institution: string
  /** 考核年度. */
  readonly cycle: number
  readonly notice: NoticeReference
  /** 总分, e.g. 100 or 1000 points. */
  readonly base: Points
  /** the clause that makes the composite of its components. (三（一）) */
  readonly compositeCitation?: Citation
  readonly tiers: readonly Named[]
  readonly cohorts: readonly Named[]
  readonly scope: Scope
  readonly timetable: readonly Deadline[]
  readonly counters: readonly Counter[]
  readonly measures: readonly Measure[]
  readonly components: readonly Component[]
  readonly rubrics: readonly Rubric[]
  /** 综合得分上的加分、扣分清单: rows outside the rubric, applied to the composite; a bonus list has base 0 and a `cap`, a deduction list base 0 and a negative floor. */
  readonly lists: readonly Row[]
  readonly vetoes: readonly Veto[]
  readonly consequences: readonly ConsequenceRule[]
  /** 年度考核等次的前提, e.g. 优秀 needs 好. (五（四）) */
  readonly annualGradeRules: readonly AnnualGradeRule[]
  /** 折算计入的考核. (五（三）) */
  readonly conversions: readonly ConversionTarget[]
  readonly rulings: readonly Ruling[]
  /** 条款登记: each clause of the notice in a few own words, and whether it computes. */
  readonly clauses: readonly Clause[]
}

/** 编号与名称. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** 通知: number, title, date and issuing bodies of the notice that the scheme carries out. */
export interface NoticeReference {
  readonly title: string
  readonly number: string
  readonly issuedOn: string
  readonly issuers: readonly string[]
}

/** 条款: citation, its content restated, and whether a figure comes from it. */
export interface Clause {
  readonly citation: Citation
  readonly restated: string
  readonly computes: boolean
}

/** 考核范围与对象: which units are appraised and which post answers for a unit, the first matching rule first. (一) */
export interface Scope {
  readonly citation: Citation
  readonly levels: readonly string[]
  readonly answers: readonly AnswerRule[]
}

/** 考核对象的确定: units of these kinds (all when absent), headed by a prefecture leader or not (either when absent), are answered for by this post. (一) */
export interface AnswerRule {
  readonly kinds?: readonly string[]
  readonly headedByLeader?: boolean
  readonly post: string
  readonly rank?: number
  readonly why: string
  readonly citation: Citation
}

/** 时间节点: what is due by when (month-day of the cycle year, or of the next with `nextYear`). */
export interface Deadline {
  readonly id: string
  readonly name: string
  readonly from?: string
  readonly due: string
  readonly nextYear?: boolean
  readonly citation: Citation
  /** 口径 on the report's due date (R15), whose day goes before `due`. */
  readonly ruling?: string
}

/** 台账计数项: `done` counts what was held or done, `fault` what went wrong (an absence, a late return). */
export interface Counter {
  readonly id: string
  readonly name: string
  readonly kind: 'done' | 'fault'
  readonly citation: Citation
}

/** 指标: a figure of a unit, e.g. a satisfaction rate; `unit` is its unit of measure. Values in thousandths of it. */
export interface Measure {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly least?: Points
  readonly most?: Points
  readonly citation: Citation
}

/** 一票否决事项 and its effect: deduct from the composite, composite zero, out of the ranking, best grade possible, or a fixed grade. */
export interface Veto {
  readonly id: string
  readonly name: string
  readonly citation: Citation
  readonly effect: VetoEffect
}

/** 否决的五种效果. */
export type VetoEffect =
  | { readonly kind: 'deduct'; readonly points: Points }
  | { readonly kind: 'zero' }
  | { readonly kind: 'disqualify' }
  | { readonly kind: 'gradeCap'; readonly grade: string }
  | { readonly kind: 'grade'; readonly grade: string }
