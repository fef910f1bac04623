import type { Citation } from '../../kernel/citation.ts'
import type { Points } from '../../kernel/points.ts'
import type { FaultPath, Found } from '../schemeFault.ts'
import type { RulingAnswers, RulingTopic } from '../ruling.ts'

/** The common fields of all rule forms (规则的共同字段). These fields mean the same in every form that has them: `points`, `levels`, `measure`, `bands`, `requires`. */
export interface RuleCore {
  /** The id, unique within the row. */
  readonly id: string
  /** The scoring criterion (评分标准), restated briefly. */
  readonly text: string
  /** The clause of this rule, where it is not that of its row. */
  readonly citation?: Citation
  /** The most that this rule may deduct or add. */
  readonly cap?: Points
  /** The ruling (口径) used by this rule and shown with it (e.g. R14, R23). */
  readonly ruling?: string
  /** Whether the unit of the deduction is unclear (单位不明); R23 decides: per item or once. */
  readonly unclear?: boolean
  /** The ledger counter (台账计数项) that feeds a fault count. */
  readonly counter?: string
  /** Other rules of the row that cannot apply to the same occasion. (附件 四.4) */
  readonly exclusiveWith?: readonly string[]
  /** The named multipliers (加倍、减半) that a finding may claim. */
  readonly multipliers?: readonly Multiplier[]
  /** The largest sensible count of a finding, e.g. 12 for a monthly duty. */
  readonly most?: number
}

/** A multiplier (倍数) in thousandths (2000 doubles, 500 halves). */
interface Multiplier {
  readonly id: string
  readonly name: string
  readonly times: Points
}

/** A level (分档) of a list. */
export interface Level {
  readonly id: string
  readonly name: string
  readonly points: Points
}

/** A required number (应有次数) of a ledger counter in each year, quarter or month. */
export interface Requirement {
  readonly counter: string
  readonly required: number
  readonly per: 'year' | 'quarter' | 'month'
}

/** The scored figures of a finding (核查情况), as read by a form. */
export interface FoundFigures {
  readonly count: number
  readonly amount?: Points
  readonly level?: string
  readonly persons?: number
  readonly occasions?: number
  readonly project?: string
  readonly multiplier?: string
}

/** How findings are counted (计次方式): `each` one counts, any number counts `once`, or each brings its own `amount`, times its count. */
export type Counting = 'each' | 'once' | 'amount'

/** The bounds of a discretionary amount (酌定分值的幅度): every `step` from `least` to `most`. (R14) */
interface AmountBounds {
  readonly least: Points
  readonly most: Points
  readonly step: Points
  readonly reasonRequired: boolean
}

/** One amount of a rule (分值): its field name in the file, and its place within the rule. */
interface RuleAmount {
  readonly amount: Points
  readonly field: string
  readonly path: FaultPath
}

/** A rule form (规则形式): everything the domain knows of one form of rule. Amounts are in thousandths, never negative. (附件) */
export interface RuleFormOf<R extends RuleCore> {
  readonly form: string
  /** The effect of its amount on the row: deducts, adds, or leaves no points. */
  readonly effect: 'deducts' | 'adds' | 'zeroes'
  readonly counts: (rule: R) => Counting
  /** The cost of one counted occurrence; only forms that have it can be fed by a ledger or a test. */
  readonly perCount?: (rule: R) => number
  /** The cost of a finding that carries more than a count. */
  readonly contribution?: (rule: R, finding: FoundFigures) => number
  /** The combined cost of one or more findings, where they are compared with each other; multiplies by `multiplied`. */
  readonly combine?: (rule: R, findings: readonly FoundFigures[]) => number
  /** The cost of a value of the rule's measure; such rules take no findings. */
  readonly measured?: (rule: R, value: number) => number
  /** How many occurrences a value of the measure counts as; 1 if omitted. */
  readonly measuredCount?: (rule: R, value: number) => number
  /** The bounds of the amount the assessor may set, in a row of `base` points, by the answer to R14. */
  readonly bounds?: (
    rule: R,
    base: Points,
    answer: RulingAnswers['discretionary'] | undefined,
  ) => AmountBounds
  /** Whether a unit has exactly one finding: without it the score is missing, a second one is refused. */
  readonly isOne?: true
  /** Whether a finding may give persons and occasions instead of a count. */
  readonly byPersons?: true
  /** The counting word; taken from the rule's text if omitted. */
  readonly unitWord?: string
  /** The ruling topic (口径事项) that every rule of this form requires, and where it is shown. */
  readonly topic?: { readonly name: RulingTopic; readonly on: 'rule' | 'row' }
  /** Every amount the rule names for one application. */
  readonly amounts: (rule: R) => readonly RuleAmount[]
  /** Other faults of such a rule in a scheme; `path` is the place of the rule. */
  readonly faults?: (rule: R, row: string, path: FaultPath) => Iterable<Found>
  /** The largest possible count in a year, apart from the rule's own `most`. */
  readonly mostCount?: (rule: R) => number
  /** The largest possible cost of a measure between these bounds. */
  readonly mostMeasured?: (rule: R, ends: { readonly least?: Points; readonly most?: Points }) => number
  /** The sentence after the rule's text: what was found and what it costs or adds. */
  readonly said: (sum: RuleSum<R>) => string
}

/** The total of one rule (一条规则的合计), as its sentence uses it. */
export interface RuleSum<R extends RuleCore> {
  readonly rule: R
  readonly points: Points
  /** The total count, if the form counts. */
  readonly count: number
  /** The measure's value, if one drives the rule. */
  readonly measured?: number
  /** The findings it was summed from. */
  readonly findings?: readonly FoundFigures[]
}

/** Multiplies an amount (加倍、减半) by the multiplier that the finding claims, if any. */
export function multiplied({ multipliers }: RuleCore, { multiplier }: FoundFigures, amount: number): number {
  if (multiplier === undefined) return amount
  const found = multipliers?.find(one => one.id === multiplier)
  return found === undefined ? amount : Math.round((amount * found.times) / 1000)
}

/** Returns the single amount (分值) in a field of the rule. */
export function amountIn(field: string, amount: Points | undefined): readonly RuleAmount[] {
  return amount === undefined ? [] : [{ amount, field, path: [field] }]
}

/** Returns the amounts of all levels or bands (各档、各区间). */
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
