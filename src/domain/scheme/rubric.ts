import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'
import type { Rule } from './forms/ruleForms.ts'

/** A rubric (评分细则): sections of rows; `cap`, if given, limits the sum of all rows. (附件) */
export interface Rubric {
  readonly id: string
  readonly title: string
  readonly base: Points
  readonly citation: Citation
  readonly sections: readonly Section[]
  readonly rows: readonly Row[]
}

/** A section (核实项目) of a rubric. `deductionCap` limits the total loss of its rows. */
interface Section {
  readonly id: string
  readonly title: string
  readonly deductionCap?: Points
  /** The points that its rows must add up to, where the notice gives them. */
  readonly base?: Points
  /** The clause of the section or of its cap. */
  readonly citation?: Citation
}

/** A row (一行): inspection content (核查内容) with its points (分值) and rules. The floor is 0, negative (R2) or given; `cap` is the upper limit with bonuses (R3). (附件) */
export interface Row {
  /** The id, e.g. `四.4`, unique within the scheme. */
  readonly id: string
  readonly section: string
  readonly title: string
  readonly base: Points
  readonly citation: Citation
  readonly floor?: Points | 'negative'
  readonly cap?: Points
  /** The unit tiers (适用层级) to which the row applies, all if omitted; a finding on it against another unit is refused. (六（四）) */
  readonly tiers?: readonly string[]
  readonly rules: readonly Rule[]
}
