import type { RuleForm } from './forms/ruleForms.ts'
import type { FollowUp } from './consequenceRule.ts'
import type { ReportSide } from './reportRules.ts'
import type { Ruling, RulingTopic } from './ruling.ts'

/** The kinds of things that have an id (编号). */
export type IdKind =
  | 'tier'
  | 'cohort'
  | 'deadline'
  | 'counter'
  | 'measure'
  | 'component'
  | 'rubric'
  | 'section'
  | 'row'
  | 'rule'
  | 'level'
  | 'multiplier'
  | 'grade'
  | 'group'
  | 'answer'
  | 'voterClass'
  | 'veto'
  | 'consequence'
  | 'annualGrade'
  | 'conversion'
  | 'ruling'
  | 'clause'
  | 'meeting'
  | 'area'
  | 'vetter'

/** The values of each scheme fault code (代码), points as decimals; a published code is never reused. Sentences: contract/schemeFaultSentences.ts. */
export interface SchemeFaultValues {
  // ids
  readonly duplicateId: { readonly kind: IdKind; readonly id: string }
  readonly unknownId: { readonly kind: IdKind; readonly id: string; readonly nearest?: string }
  // citations
  readonly citationUnreadable: { readonly citation: string }
  readonly citationUnregistered: { readonly citation: string }
  readonly clauseUncited: { readonly citation: string; readonly restated: string }
  // rulings
  readonly rulingOpen: { readonly ruling: string; readonly question: string }
  readonly rulingUnanswered: { readonly ruling: string; readonly state: Ruling['state'] }
  readonly rulingUnsigned: { readonly ruling: string; readonly lacks: 'settledBy' | 'settledOn' | 'both' }
  readonly rulingTwice: { readonly topic: RulingTopic; readonly one: string; readonly other: string }
  readonly rulingUsual: { readonly topic: RulingTopic }
  readonly rulingMissing: { readonly topic: RulingTopic; readonly component?: string }
  // weights, bases, methods
  readonly startOff: { readonly lacks: boolean }
  readonly startBeyondBase: { readonly start: number; readonly base: number }
  readonly weightsOff: { readonly sum: number; readonly gap: number }
  /** Without `ruling`, the weights of the components. */
  readonly weightsMixed: { readonly ruling?: string; readonly least: number; readonly most: number }
  readonly amountNotPositive: {
    readonly kind: IdKind | 'scheme'
    readonly id: string
    readonly field: string
    readonly amount: number
  }
  readonly methodBaseDiffers: {
    readonly component: string
    readonly base: number
    readonly rubric: string
    readonly full: number
  }
  readonly noMethodForTier: { readonly component: string; readonly tier: string }
  readonly twoMethodsForTier: { readonly component: string; readonly tier: string }
  readonly cohortsMissing: { readonly needed: 'rankingScope' | 'quotaGrading' }
  readonly shareNotWhole: { readonly component: string; readonly grade: string; readonly share: number }
  readonly gradesEmpty: { readonly component: string }
  readonly conversionFullDiffers: { readonly component: string; readonly full: number; readonly base: number }
  readonly rankTableEmpty: { readonly component: string }
  readonly rankTableRises: {
    readonly component: string
    readonly place: number
    readonly points: number
    readonly before: number
  }
  readonly rankLeastTooHigh: { readonly component: string; readonly least: number; readonly last: number }
  // rubric
  readonly rubricSumOff: {
    readonly rubric: string
    readonly base: number
    readonly sum: number
    readonly gap: number
  }
  readonly rowOutOfReach: {
    readonly row: string
    readonly base: number
    readonly floor: number
    readonly most: number
  }
  readonly rowWithoutRules: { readonly row: string }
  readonly amountAboveRow: {
    readonly row: string
    readonly rule: string
    readonly amount: number
    readonly base: number
  }
  readonly floorAboveBase: { readonly row: string; readonly floor: number; readonly base: number }
  readonly capBelowBase: { readonly row: string; readonly cap: number; readonly base: number }
  readonly listBaseNotZero: { readonly row: string; readonly base: number }
  readonly listCannotDeduct: { readonly row: string }
  readonly tieredRowFed: { readonly row: string; readonly rule: string }
  readonly amountNegative: {
    readonly row: string
    readonly rule: string
    readonly field: string
    readonly amount: number
  }
  readonly rangeReversed: {
    readonly row: string
    readonly rule: string
    readonly least: number
    readonly limit: number
  }
  readonly rangeStepUneven: {
    readonly row: string
    readonly rule: string
    readonly least: number
    readonly limit: number
    readonly step: number
  }
  readonly multiplierNotThousandths: {
    readonly row: string
    readonly rule: string
    readonly multiplier: string
    readonly times: number
    readonly points: number
  }
  readonly bonusUnclear: { readonly row: string; readonly rule: string; readonly has: 'neither' | 'both' }
  readonly levelsNotFalling: {
    readonly row: string
    readonly rule: string
    readonly better: string
    readonly worse: string
  }
  readonly levelsEmpty: { readonly row: string; readonly rule: string }
  readonly counterWrongKind: { readonly counter: string; readonly needed: 'done' | 'fault' }
  readonly ruleTakesNoCount: { readonly row: string; readonly rule: string; readonly form: RuleForm }
  readonly bandEmpty: { readonly row: string; readonly rule: string; readonly band: number }
  readonly bandUnreachable: { readonly row: string; readonly rule: string; readonly band: number }
  readonly bandsOverlap: {
    readonly row: string
    readonly rule: string
    readonly band: number
    readonly earlier: number
  }
  readonly bandsGap: {
    readonly row: string
    readonly rule: string
    readonly from: number
    readonly to: number
  }
  readonly bandsTurn: {
    readonly row: string
    readonly rule: string
    readonly band: number
    readonly points: number
  }
  readonly measureNeverActs: { readonly row: string; readonly rule: string; readonly measure: string }
  readonly multiplierNeverActs: { readonly row: string; readonly rule: string; readonly form: RuleForm }
  readonly bonusNeverActs: { readonly row: string; readonly rule: string; readonly ruling: string }
  readonly bonusCapLow: {
    readonly row: string
    readonly rule: string
    readonly cap: number
    readonly amount: number
  }
  readonly highestOnlyIdle: { readonly row: string; readonly rule: string }
  readonly sectionSumOff: {
    readonly section: string
    readonly title: string
    readonly base: number
    readonly sum: number
    readonly gap: number
  }
  readonly sectionEmpty: { readonly section: string; readonly title: string }
  readonly roundsTooMany: { readonly component: string; readonly rounds: number; readonly most: number }
  readonly rubricTwice: { readonly rubric: string; readonly one: string; readonly other: string }
  readonly idUnused: { readonly kind: IdKind; readonly id: string; readonly name: string }
  readonly measureReversed: { readonly measure: string; readonly least: number; readonly most: number }
  // answers of rulings
  readonly pointsMissing: {
    readonly ruling: string
    readonly kind: IdKind
    readonly id: string
    readonly component: string
  }
  readonly pointsBeyondBase: {
    readonly ruling: string
    readonly id: string
    readonly points: number
    readonly component: string
    readonly base: number
  }
  readonly nothingScored: { readonly ruling: string }
  readonly weightMissing: {
    readonly ruling: string
    readonly kind: IdKind
    readonly id: string
    readonly component: string
  }
  readonly weightNotThousandths: { readonly ruling: string; readonly id: string; readonly weight: number }
  readonly groupWeightsOff: { readonly ruling: string; readonly sum: number }
  readonly ballotWeightsOff: { readonly ruling: string; readonly sum: number }
  readonly trimEmpties: { readonly ruling: string; readonly above: number; readonly drop: number }
  readonly voidNeverActs: { readonly ruling: string; readonly atLeast: number; readonly full: number }
  readonly gradePointsRise: RankedPoints
  readonly gradePointsEqual: RankedPoints
  readonly weightsIdle: { readonly ruling: string }
  readonly rulingIdle: { readonly ruling: string; readonly topic: RulingTopic; readonly question: string }
  readonly percentOutOfRange: { readonly ruling: string; readonly percent: number }
  // overall grades
  readonly gradeEmpty: { readonly grade: string; readonly from: number; readonly to: number }
  readonly gradeBeyondBase: {
    readonly grade: string
    readonly from: number
    readonly to: number
    readonly base: number
  }
  readonly gradesDisordered: { readonly better: string; readonly worse: string }
  readonly gradesOverlap: {
    readonly better: string
    readonly worse: string
    readonly from: number
    readonly to: number
  }
  readonly gradesGap: {
    readonly better: string
    readonly worse: string
    readonly from: number
    readonly to: number
  }
  readonly gradesUncovered: {
    readonly end: 'top' | 'bottom'
    readonly grade: string
    readonly reaches: number
    readonly needed: number
  }
  readonly quotaTwice: { readonly grade: string; readonly kind: 'atMost' | 'atLeast' }
  readonly quotaNotMonotone: {
    readonly kind: 'atMost' | 'atLeast'
    readonly better: string
    readonly betterPercent: number
    readonly worse: string
    readonly worsePercent: number
  }
  readonly quotaImpossible: { readonly grade: string; readonly percent: number }
  readonly preconditionOutOfReach: {
    readonly grade: string
    readonly component: string
    readonly atLeast: number
    readonly base: number
  }
  // results
  readonly placesReversed: { readonly rule: string; readonly from: number; readonly to: number }
  readonly consequencesOverlap: { readonly one: string; readonly other: string; readonly where: string }
  readonly yearsReversed: { readonly rule: string; readonly from: number; readonly to: number }
  readonly conditionEmpty: { readonly rule: string }
  readonly followUpUnsaid: { readonly rule: string; readonly nextYear: boolean }
  readonly followUpMistimed: { readonly rule: string; readonly followUp: FollowUp }
  readonly placeBeyondShare: { readonly rule: string; readonly to: number; readonly ofEvery: number }
  // meetings
  readonly meetingNotByBallots: { readonly meeting: string; readonly component: string }
  readonly secretaryMeetsTwice: { readonly one: string; readonly other: string; readonly tier: string }
  // dates and scope
  readonly dateUnreal: { readonly field: string; readonly text: string; readonly wanted: 'monthDay' | 'day' }
  readonly yearDiffers: { readonly text: string; readonly year: number; readonly cycle: number }
  // the debrief report
  readonly reportUnvetted: Readonly<Record<string, never>>
  readonly reportShareOff: { readonly of: ReportSide; readonly from?: number; readonly to?: number }
  readonly reportSideEmpty: { readonly of: ReportSide }
  readonly reportCounterKind: { readonly counter: string }
  readonly datesReversed: { readonly deadline: string; readonly from: string; readonly due: string }
  readonly scopeEmpty: { readonly part: 'levels' | 'answers' }
  readonly levelsJoined: { readonly level: string }
  readonly answerRuleUnreachable: { readonly at: number; readonly after: number }
}

/** Points of a grade that are not lower than those of a better one (等次分值). */
interface RankedPoints {
  readonly ruling: string
  readonly better: string
  readonly worse: string
  readonly points: number
  readonly before: number
}
