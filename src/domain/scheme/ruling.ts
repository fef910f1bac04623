import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'
import type { Rounding } from '../kernel/rounding.ts'
import type { ReportSide } from './reportRules.ts'

/**
 * A ruling (口径): the answer to a question on which the notice is silent. `stated` if the notice itself
 * answers (its clause is the citation), `settled` if somebody decided, `assumed` if it is an unconfirmed
 * default, `open` if there is no answer yet.
 */
export type Ruling = { readonly [T in RulingTopic]: RulingOn<T> }[RulingTopic]

/** A ruling (口径) on one topic. */
export interface RulingOn<T extends RulingTopic> {
  readonly id: string
  readonly topic: T
  readonly question: string
  readonly citation: Citation
  readonly state: 'stated' | 'settled' | 'assumed' | 'open'
  /** The answer; absent only while `open`. */
  readonly answer?: RulingAnswers[T]
  /** The answer in words, as the explanation shows it. */
  readonly text: string
  readonly settledBy?: string
  readonly settledOn?: string
  /** The component to which the ruling is limited; it takes precedence over a general ruling. */
  readonly component?: string
}

/** The topic of a ruling (口径事项). */
export type RulingTopic = keyof RulingAnswers

/** The shape of the answer to each topic (各事项的答案). */
export interface RulingAnswers {
  /** R1 how several inspections combine (多次核查的合成). (三（二）2) */
  readonly combineRounds: 'accumulate' | 'meanOfRounds' | 'latestRound'
  /** R2 the floor of a row where none is given (一行的下限). (附件) */
  readonly rowFloor: 'zero' | 'negative'
  /** R3 whether a bonus may exceed the row (加分能否超出). (附件 一.2) */
  readonly bonusCap: 'mayExceedRow' | 'rowCapped' | 'uncapped'
  /** R4 quota shares that do not divide evenly (比例除不尽). (三（二）1) */
  readonly quotaRounding: 'largestRemainder' | 'atMostTop' | 'atLeastBottom' | 'halfUp'
  /** R5 points by grade id (等次的分值). */
  readonly gradePoints: { readonly points: Readonly<Record<string, Points>> }
  /** R6 ledger scoring (台账计分): full mark and deduction per counter. */
  readonly ledgerTariff: { readonly base: Points; readonly tariff: Readonly<Record<string, Points>> }
  /** R7 survey scoring (民意调查计分). (三（二）3) */
  readonly surveyScale: SurveyScale
  /** R8 ballot scoring (测评票计分). (四（四）) */
  readonly ballotScale: BallotScale
  /** R9 ties (并列). (五（三）) */
  readonly ties: TieAnswer
  /** R10 the number of separate rankings (分几个榜排名). */
  readonly rankingScope: 'all' | 'byTier' | 'byCohort'
  /** R11 place bands of small cohorts (人数少时的名次段). */
  readonly smallCohort: SmallCohortAnswer
  /** R12 overall grades (综合评价等次). (五（一）) */
  readonly overallGrades: OverallGradesAnswer
  /** R13 whether consecutive years follow the person or the unit (连续年度). (五（四）) */
  readonly streakFollows: 'person' | 'unit' | 'either'
  /** R14 the range of discretionary deductions (视情扣分幅度). (附件 二.2) */
  readonly discretionary: {
    readonly step: Points
    readonly limit: Points | 'row'
    readonly reasonRequired: boolean
  }
  /** R15 the due date of the report (报告上报期限), month-day. (六（三）) */
  readonly reportDue: { readonly due: string }
  /** R16 the percentage converted to performance (折算绩效的百分比). (五（三）) */
  readonly performanceConversion: { readonly percent: Points }
  /** R17 deduction in two places for one ledger matter (同一台账事项). (三（二）1, 附件 四.4) */
  readonly doubleCounting: {
    readonly counters: readonly string[]
    readonly countsIn: 'both' | 'ledger' | 'rubric'
  }
  /** R18 the knowledge test (知识测试). (四（二）) */
  readonly knowledgeTest:
    | { readonly use: 'informs' }
    | { readonly use: 'rule'; readonly row: string; readonly rule: string }
  /** R19 a missing component (缺分项). (三（一）) */
  readonly missingComponent: 'block' | 'renormalise' | 'zero'
  /** R20 decimals (小数). */
  readonly rounding: Rounding & { readonly roundComponents: boolean }
  /** R21 changes during the year (年中调整). */
  readonly midYearChange:
    | { readonly answers: 'holderOnDay'; readonly day: string }
    | { readonly answers: 'longestHolder' }
  /** R22 inspections by the lead unit itself (牵头单位自行核查). (三（二）2) */
  readonly leadInspections:
    | { readonly use: 'informs' }
    | { readonly use: 'weighted'; readonly percent: Points }
  /** R23 deductions whose unit is unclear (单位不明的扣分). (附件 二.2, 四.4) */
  readonly unclearUnit: 'perItem' | 'once'
  /** Whether deductions may take the composite below zero (综合得分的下限); it stays at 0 unless a ruling says otherwise. */
  readonly compositeFloor: 'zero' | 'negative'
  /** R35 whether deductions stop at the row's floor before bonuses are added (加分与扣分的先后). (附件 一.2) */
  readonly bonusOrder: 'afterFloor' | 'beforeFloor'
  /** On which side of a report's shares (篇幅比例) the most distinctive practice and last year's problems count. (六（二）) */
  readonly reportSides: {
    readonly practice: ReportSide | 'neither'
    readonly lastYear: ReportSide | 'neither'
  }
  /** R37 voter classes with fewer valid sheets than `least` at a meeting (票数少的票种): counted together with the next smallest, or neither shown nor scored. (四（四）) */
  readonly smallClasses: { readonly least: number; readonly small: 'merge' | 'withhold' }
  /** R38 how often a secretary below the unit debriefs and is reviewed (双述双评怎样进行): before the superior organisation and before members, once before both, or before one of them alone. (六（四）) */
  readonly dualDebriefs: 'two' | 'together' | 'superior' | 'members'
  /** A ruling that explains only and computes nothing (只说明). */
  readonly note: string
}

/** The survey scale (民意调查计分表), R7: points by answer id (null is not scored), weights by group id, the least number of valid answers, and the treatment of an empty group. */
export interface SurveyScale {
  readonly points: Readonly<Record<string, Points | null>>
  readonly weights: Readonly<Record<string, number>>
  readonly minimumValid: number
  readonly emptyGroup: 'renormalise' | 'refuse'
}

/** The ballot scale (测评票计分办法), R8: pooled mean or weights by class; trimming; void rules; points by grade. */
export interface BallotScale {
  readonly pooling: 'plainMean' | 'classWeights'
  readonly weights?: Readonly<Record<string, number>>
  /** The treatment of an empty class: the others share its weight, or there is no score. */
  readonly emptyClass: 'renormalise' | 'refuse'
  /** The number of highest and lowest marks to drop once there are more than `above`. */
  readonly trim?: { readonly above: number; readonly drop: number }
  readonly voids: readonly BallotVoidRule[]
  /** Points of a vote by grade id; null is an abstention. */
  readonly gradePoints?: Readonly<Record<string, Points | null>>
}

/** A rule for void ballots (废票规则): all marks equal, or more than `moreThan` marks at or above `atLeast` (grades by their points). */
export type BallotVoidRule =
  | { readonly kind: 'allEqual' }
  | { readonly kind: 'tooManyHigh'; readonly moreThan: number; readonly atLeast: Points }

/** The treatment of ties (并列的处理), R9: tie-breaking components in order, the effect of a tie across a band edge, and numbering 1,2,2,4 or 1,2,2,3. */
export interface TieAnswer {
  readonly breakBy: readonly string[]
  readonly acrossEdge: 'lighter' | 'heavier' | 'committee'
  readonly places: 'competition' | 'dense'
}

/** The place bands of small cohorts (人数少时的名次段), R11: bands by count from `minimum` appraisees up (below it the committee decides, or they apply all the same), or bands as a share of all. */
export type SmallCohortAnswer =
  | { readonly kind: 'count'; readonly minimum: number; readonly below: 'committee' | 'apply' }
  | { readonly kind: 'share'; readonly ofEvery: number }

/** The rules on overall grades (综合评价等次), R12: grades, best first, with bounds in points of the scheme's base, quotas and preconditions. */
export interface OverallGradesAnswer {
  readonly grades: readonly GradeBand[]
  readonly quotas: readonly GradeQuota[]
  readonly preconditions: readonly GradePrecondition[]
}

/** The band of a grade (等次区间): closed below unless `fromOpen`, open above unless `toClosed`. */
export interface GradeBand {
  readonly id: string
  readonly name: string
  readonly from: Points
  readonly to: Points
  readonly fromOpen?: boolean
  readonly toClosed?: boolean
}

/** The quota of a grade (等次名额): the percentage of a ranking that the grade and those above hold at most, or the grade and those below at least. */
export interface GradeQuota {
  readonly kind: 'atMost' | 'atLeast'
  readonly grade: string
  readonly percent: Points
  readonly round: 'down' | 'up' | 'halfUp'
  readonly citation?: Citation
}

/** A precondition of a grade (等次前提): a component at or above a number of points; otherwise the next grade down applies. */
export interface GradePrecondition {
  readonly grade: string
  readonly component: string
  readonly atLeast: Points
  readonly citation?: Citation
}
