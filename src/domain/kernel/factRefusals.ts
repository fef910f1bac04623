/** The kinds of ids and names (编号与名称) that a scheme lists and a fact may refer to. */
export type TermKind =
  | 'tier'
  | 'cohort'
  | 'component'
  | 'counter'
  | 'grade'
  | 'group'
  | 'answer'
  | 'voterClass'
  | 'measure'
  | 'veto'
  | 'level'
  | 'multiplier'
  | 'ranking'
  | 'annualGrade'
  | 'decision'
  | 'inspector'

/** Refusals of single facts, roster entries and results of earlier years (事实、名册、历年结果). */
export interface FactRefusalValues {
  readonly unknownTerm: {
    readonly what: TermKind
    readonly name: string
    readonly known: string
    readonly nearest?: string
  }
  readonly unitRefused: { readonly unit: string }
  readonly notScoredThisWay: {
    readonly unit: string
    readonly component: string
    readonly how: 'quotaGrading' | 'survey' | 'ballots'
  }
  readonly duplicate: { readonly first: string }
  readonly sameKeyTwice: { readonly first: string }
  readonly reasonMissing: Record<string, never>
  // counts, days and periods
  readonly countNegative: { readonly count: number }
  readonly countFractional: { readonly count: number | string }
  readonly quarterOutsideYear: { readonly quarter: number | string }
  readonly quarterNotOfDay: { readonly quarter: number; readonly day: string }
  readonly periodOutsideCycle: { readonly period: string; readonly cycle: number }
  readonly dayOutsideCycle: { readonly day: string; readonly cycle: number }
  readonly daysReversed: { readonly from: string; readonly to: string }
  // findings
  readonly ruleOfOtherRow: { readonly row: string; readonly rule: string }
  readonly ruleAmbiguous: { readonly rule: string; readonly known: string }
  readonly rowNotForUnit: { readonly row: string; readonly unit: string }
  readonly rowNotForTier: {
    readonly row: string
    readonly unit: string
    readonly tier: string
    readonly allowed: string
  }
  readonly ruleTakesMeasure: { readonly rule: string; readonly measure: string }
  readonly amountMissing: { readonly rule: string }
  readonly amountNotTaken: { readonly rule: string }
  readonly amountOutside: { readonly amount: string; readonly least: string; readonly most: string }
  readonly amountOffStep: { readonly amount: string; readonly step: string }
  readonly levelTwice: { readonly rule: string; readonly first: string }
  readonly levelMissing: { readonly rule: string; readonly known: string }
  readonly levelNotTaken: { readonly rule: string }
  readonly multiplierNotTaken: { readonly rule: string }
  readonly counterNotOfRule: { readonly counter: string; readonly rule: string }
  readonly personsNotTaken: { readonly rule: string }
  readonly countBesidePersons: {
    readonly count: number
    readonly persons: number
    readonly occasions: number
  }
  readonly personsMissing: Record<string, never>
  readonly exclusiveRules: {
    readonly rule: string
    readonly other: string
    readonly occasion: string
    readonly first: string
  }
  readonly noLeadUnit: { readonly unit: string }
  // gradings, ballots, measures, tests, decisions
  readonly gradedByItself: { readonly unit: string }
  readonly gradedByOther: { readonly by: string; readonly lead: string }
  readonly answersMissing: Record<string, never>
  readonly countEmpty: Record<string, never>
  readonly classCountedTwice: { readonly voterClass: string; readonly first: string }
  readonly ballotsBesideCount: { readonly unit: string; readonly first: string }
  readonly ballotEmpty: Record<string, never>
  readonly ballotRefused: { readonly ballot: string; readonly row: string }
  readonly markTwice: { readonly unit: string }
  readonly markMissing: Record<string, never>
  readonly markBoth: Record<string, never>
  readonly markWrongKind: { readonly wants: 'points' | 'grades' }
  readonly markOutside: { readonly points: string; readonly full: string }
  readonly measureOutside: { readonly value: string; readonly least?: string; readonly most?: string }
  readonly moreFailedThanSat: { readonly failed: number; readonly sat: number }
  readonly pointsOutside: { readonly points: string; readonly most: string }
  readonly placeOutside: { readonly place: number; readonly of: number }
  readonly decisionFieldMissing: { readonly field: string; readonly kind: string }
  readonly decisionFieldNotTaken: { readonly field: string; readonly kind: string }
  // roster
  readonly unitIdTwice: { readonly id: string; readonly first: string }
  readonly unitNameTwice: { readonly name: string; readonly first: string }
  readonly unitNameIsId: { readonly name: string; readonly first: string }
  readonly leadMissing: { readonly tier: string }
  readonly leadUnknown: { readonly lead: string; readonly nearest?: string }
  readonly leadItself: { readonly unit: string }
  readonly leadIsMember: { readonly lead: string; readonly leadOfLead: string }
  readonly leadCycle: { readonly units: string }
  readonly postHeldTwice: {
    readonly post: string
    readonly other: string
    readonly first: string
    readonly day: string
  }
  readonly personNameDiffers: { readonly person: string; readonly name: string; readonly first: string }
  readonly personNeedsId: { readonly name: string; readonly first: string }
  readonly postNobody: { readonly unit: string }
  // history
  readonly pastYearNotEarlier: { readonly year: number; readonly cycle: number }
  readonly historyRowUnknown: { readonly row: string }
}
