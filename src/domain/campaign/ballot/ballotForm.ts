import type { BallotMark } from '../../year/facts/facts.ts'
import type { BallotScale, BallotVoidRule } from '../../scheme/ruling.ts'
import type { Named } from '../../scheme/scheme.ts'
import type { Points } from '../../kernel/points.ts'

/** The ballot form (测评票样): what voters of a meeting mark, frozen once the first slip or sheet is issued. (四（四）) */
export interface BallotForm {
  /** The meeting's id. */
  readonly meeting: string
  /** The session under which its counts enter the year's facts. */
  readonly session: string
  readonly component: string
  readonly marks: 'points' | 'grades'
  /** The highest mark in points; marks by number are whole points from 0 up to it. */
  readonly full: Points
  /** The grades, best first; empty if marks are points. */
  readonly grades: readonly Named[]
  readonly classes: readonly Named[]
  /** Who is rated, in the order of the sheet. */
  readonly lines: readonly BallotLine[]
  readonly voids: readonly BallotVoidRule[]
  /** Points of each grade; null is an abstention. */
  readonly gradePoints?: BallotScale['gradePoints']
  readonly smallClass: SmallClassRule
}

/** A line of the ballot (测评票的一行): the unit and its secretary. */
export interface BallotLine {
  readonly unit: string
  readonly unitName: string
  readonly secretary: string
}

/** The rule for small voter classes (票数少的票种): with fewer than `least` valid sheets a class is merged with another, or neither shown nor scored. */
export interface SmallClassRule {
  readonly least: number
  readonly how: 'merge' | 'withhold'
}

/** A cast sheet (投出的测评票) of one voter class; a mark with neither points nor grade is an abstention. Nothing in it says who cast it. */
export interface CastSheet {
  readonly voterClass: string
  readonly marks: readonly BallotMark[]
  /** The sheet cannot be read as one of this form: void for everyone on it. */
  readonly faulty?: true
}

/** Why a sheet is void (废票原因): a void rule of the scheme, or a sheet that is not of this form. (R8) */
export type VoidReason = BallotVoidRule['kind'] | 'faulty'
