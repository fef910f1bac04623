import type { Points } from '../../kernel/points.ts'
import type { FaultPath, Found } from '../schemeFault.ts'
import type { RulingAnswers, RulingTopic } from '../ruling.ts'

/** 规则的共同字段, whatever the form. Fields with one meaning in all forms that have them: `points`, `levels`, `measure`, `bands`, `requires`. */
export interface RuleCore {
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

/** 分档: a level of a list. */
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

/** 核查情况中计分的内容: what a form reads of a finding. */
export interface FoundFigures {
  readonly count: number
  readonly amount?: Points
  readonly level?: string
  readonly persons?: number
  readonly occasions?: number
  readonly project?: string
}

/** 计次方式: `each` one found counts, it counts `once` however many are found, or each finding brings its own `amount` and its number does not matter. */
export type Counting = 'each' | 'once' | 'amount'

/** 酌定分值的幅度: every `step` from `least` to `most`. (R14) */
export interface AmountBounds {
  readonly least: Points
  readonly most: Points
  readonly step: Points
  readonly reasonRequired: boolean
}

/** 规则中的一个分值: its field in words of the file, and its place below the rule. */
export interface RuleAmount {
  readonly amount: Points
  readonly field: string
  readonly path: FaultPath
}

/** 规则形式: all that the domain knows of one form of rule. Amounts are thousandths, never negative. (附件) */
export interface RuleFormOf<R extends RuleCore> {
  readonly form: string
  /** what its amount does to the row: take from it, add to it, or leave nothing of it. */
  readonly effect: 'deducts' | 'adds' | 'zeroes'
  readonly counts: (rule: R) => Counting
  /** what one counted costs; a ledger or a test can feed these forms alone. */
  readonly perCount?: (rule: R) => number
  /** what a finding costs that brings more than a count. */
  readonly contribution?: (rule: R, finding: FoundFigures) => number
  /** what one finding or more come to, where they are compared with one another. */
  readonly combine?: (rule: R, findings: readonly FoundFigures[]) => number
  /** what a value of the rule's measure costs; such rules take no finding. */
  readonly measured?: (rule: R, value: number) => number
  /** how many a value of the measure counts as: 1 when left out. */
  readonly measuredCount?: (rule: R, value: number) => number
  /** between which bounds the assessor sets the amount of a finding, in a row of `base` points, as R14 is answered. */
  readonly bounds?: (
    rule: R,
    base: Points,
    answer: RulingAnswers['discretionary'] | undefined,
  ) => AmountBounds
  /** a finding may say persons and occasions instead of a count. */
  readonly byPersons?: true
  /** what one counted is called; read from the rule's text when left out. */
  readonly unitWord?: string
  /** 口径事项 on which every rule of this form needs an answer, and where it is shown. */
  readonly topic?: { readonly name: RulingTopic; readonly on: 'rule' | 'row' }
  /** every amount that the rule names for one application. */
  readonly amounts: (rule: R) => readonly RuleAmount[]
  /** what else can be wrong with such a rule in a scheme; `path` leads to the rule. */
  readonly faults?: (rule: R, row: string, path: FaultPath) => Iterable<Found>
  /** the most that can be counted in a year, apart from the rule's own `most`. */
  readonly mostCount?: (rule: R) => number
  /** the most that a measure between these ends can cost. */
  readonly mostMeasured?: (rule: R, ends: { readonly least?: Points; readonly most?: Points }) => number
  /** the sentence after the rule's own text: what was found and what it costs or adds. */
  readonly said: (sum: RuleSum<R>) => string
}

/** 一条规则的合计, as its sentence reads it. */
export interface RuleSum<R extends RuleCore> {
  readonly rule: R
  readonly points: Points
  /** how many in all, where the form counts. */
  readonly count: number
  /** the measure's value, where one drives the rule. */
  readonly measured?: number
}

/** 单个分值 in a field of the rule. */
export function amountIn(field: string, amount: Points | undefined): readonly RuleAmount[] {
  return amount === undefined ? [] : [{ amount, field, path: [field] }]
}

/** 各档、各区间的分值. */
export function amountsIn(
  field: string,
  items: readonly { readonly points: Points }[] = [],
): readonly RuleAmount[] {
  return items.map(({ points }, at) => ({
    amount: points,
    field: `${field}.${at + 1}.points`,
    path: [field, at, 'points'],
  }))
}
