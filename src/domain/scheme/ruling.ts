import type { Citation } from '../kernel/citation.ts'
import type { Points } from '../kernel/points.ts'
import type { Rounding } from '../kernel/rounding.ts'

/**
 * 口径: the answer to a question on which the notice is silent. `stated` when the notice itself answers (its clause is the citation),
 * `settled` when somebody decided, `assumed` when it is a default that nobody has confirmed, `open` when there is no answer yet.
 */
export type Ruling = { readonly [T in RulingTopic]: RulingOn<T> }[RulingTopic]

/** 某一事项的口径. */
export interface RulingOn<T extends RulingTopic> {
  readonly id: string
  readonly topic: T
  readonly question: string
  readonly citation: Citation
  readonly state: 'stated' | 'settled' | 'assumed' | 'open'
  /** absent only while `open`. */
  readonly answer?: RulingAnswers[T]
  /** the answer in words, as the explanation shows it. */
  readonly text: string
  readonly settledBy?: string
  readonly settledOn?: string
  /** limits the ruling to one component; it then goes before a ruling for all. */
  readonly component?: string
}

/** 口径事项. */
export type RulingTopic = keyof RulingAnswers

/** 各事项的答案形式. */
export interface RulingAnswers {
  /** R1 多次核查的合成. (三（二）2) */
  readonly combineRounds: 'accumulate' | 'meanOfRounds' | 'latestRound'
  /** R2 未写明时一行的下限. (附件) */
  readonly rowFloor: 'zero' | 'negative'
  /** R3 加分能否超出. (附件 一.2) */
  readonly bonusCap: 'mayExceedRow' | 'rowCapped' | 'uncapped'
  /** R4 比例除不尽. (三（二）1) */
  readonly quotaRounding: 'largestRemainder' | 'atMostTop' | 'atLeastBottom' | 'halfUp'
  /** R5 等次的分值: points by grade id. */
  readonly gradePoints: { readonly points: Readonly<Record<string, Points>> }
  /** R6 台账计分: full mark and deduction per counter. */
  readonly ledgerTariff: { readonly base: Points; readonly tariff: Readonly<Record<string, Points>> }
  /** R7 民意调查计分. (三（二）3) */
  readonly surveyScale: SurveyScale
  /** R8 测评票计分. (四（四）) */
  readonly ballotScale: BallotScale
  /** R9 并列. (五（三）) */
  readonly ties: TieAnswer
  /** R10 分几个榜排名. */
  readonly rankingScope: 'all' | 'byTier' | 'byCohort'
  /** R11 人数少时的名次段. */
  readonly smallCohort: SmallCohortAnswer
  /** R12 综合评价等次. (五（一）) */
  readonly overallGrades: OverallGradesAnswer
  /** R13 连续年度随人还是随单位. (五（四）) */
  readonly streakFollows: 'person' | 'unit' | 'either'
  /** R14 视情扣分幅度. (附件 二.2) */
  readonly discretionary: {
    readonly step: Points
    readonly limit: Points | 'row'
    readonly reasonRequired: boolean
  }
  /** R15 报告上报期限, month-day. (六（三）) */
  readonly reportDue: { readonly due: string }
  /** R16 折算绩效的百分比. (五（三）) */
  readonly performanceConversion: { readonly percent: Points }
  /** R17 同一台账事项在两处扣分. (三（二）1, 附件 四.4) */
  readonly doubleCounting: {
    readonly counters: readonly string[]
    readonly countsIn: 'both' | 'ledger' | 'rubric'
  }
  /** R18 知识测试. (四（二）) */
  readonly knowledgeTest:
    | { readonly use: 'informs' }
    | { readonly use: 'rule'; readonly row: string; readonly rule: string }
  /** R19 缺分项. (三（一）) */
  readonly missingComponent: 'block' | 'renormalise' | 'zero'
  /** R20 小数. */
  readonly rounding: Rounding & { readonly roundComponents: boolean }
  /** R21 年中调整. */
  readonly midYearChange:
    | { readonly answers: 'holderOnDay'; readonly day: string }
    | { readonly answers: 'longestHolder' }
  /** R22 牵头单位自行核查. (三（二）2) */
  readonly leadInspections:
    | { readonly use: 'informs' }
    | { readonly use: 'weighted'; readonly percent: Points }
  /** R23 单位不明的扣分. (附件 二.2, 四.4) */
  readonly unclearUnit: 'perItem' | 'once'
  /** 只说明、不参与计算的口径. */
  readonly note: string
}

/** 民意调查计分表, R7: points by answer id (null is not scored), weights by group id, least valid answers, what an empty group does. */
export interface SurveyScale {
  readonly points: Readonly<Record<string, Points | null>>
  readonly weights: Readonly<Record<string, number>>
  readonly minimumValid: number
  readonly emptyGroup: 'renormalise' | 'refuse'
}

/** 测评票计分办法, R8: pooled mean or weights by class; trimming; void rules; points by grade. */
export interface BallotScale {
  readonly pooling: 'plainMean' | 'classWeights'
  readonly weights?: Readonly<Record<string, number>>
  /** an empty class: the others share its weight, or there is no score. */
  readonly emptyClass: 'renormalise' | 'refuse'
  /** drop so many highest and lowest marks once there are more than `above`. */
  readonly trim?: { readonly above: number; readonly drop: number }
  readonly voids: readonly BallotVoidRule[]
  /** votes to points by grade id; null is an abstention. */
  readonly gradePoints?: Readonly<Record<string, Points | null>>
}

/** 废票规则: a sheet whose marks are all equal, or with more than `moreThan` marks at or above `atLeast` (grades by their points). */
export type BallotVoidRule =
  | { readonly kind: 'allEqual' }
  | { readonly kind: 'tooManyHigh'; readonly moreThan: number; readonly atLeast: Points }

/** 并列的处理, R9: components that break a tie, in order; what a tie across a band edge does; 1,2,2,4 or 1,2,2,3. */
export interface TieAnswer {
  readonly breakBy: readonly string[]
  readonly acrossEdge: 'lighter' | 'heavier' | 'committee'
  readonly places: 'competition' | 'dense'
}

/** 人数少时的名次段, R11: bands by count from `minimum` appraisees up (below it: the committee decides, or they apply all the same), or bands as a share of all. */
export type SmallCohortAnswer =
  | { readonly kind: 'count'; readonly minimum: number; readonly below: 'committee' | 'apply' }
  | { readonly kind: 'share'; readonly ofEvery: number }

/** 综合评价等次的规定, R12: grades best first with their bounds in points of the scheme's base, quotas and preconditions. */
export interface OverallGradesAnswer {
  readonly grades: readonly GradeBand[]
  readonly quotas: readonly GradeQuota[]
  readonly preconditions: readonly GradePrecondition[]
}

/** 等次区间: from below (closed unless `fromOpen`) to above (open unless `toClosed`). */
export interface GradeBand {
  readonly id: string
  readonly name: string
  readonly from: Points
  readonly to: Points
  readonly fromOpen?: boolean
  readonly toClosed?: boolean
}

/** 等次名额: the grade and those above hold at most, or the grade and those below at least, so many percent of a ranking. */
export interface GradeQuota {
  readonly kind: 'atMost' | 'atLeast'
  readonly grade: string
  readonly percent: Points
  readonly round: 'down' | 'up' | 'halfUp'
  readonly citation?: Citation
}

/** 等次前提: the grade needs a component at or above a number of points; otherwise the next one down. */
export interface GradePrecondition {
  readonly grade: string
  readonly component: string
  readonly atLeast: Points
  readonly citation?: Citation
}
