// What the checker reads of the files in a case file: only the fields that it computes with. Points are decimals.

/** Fields of one type that a value has, or may have. */
type Has<K extends string, T = string> = { readonly [F in K]: T }
type May<K extends string, T = string> = { readonly [F in K]?: T }
type List<T> = readonly T[]

export type Named = Has<'id' | 'name'>
export type Ruling = Has<'id' | 'topic'> & May<'component'> & { readonly answer?: unknown }
export type VetoEffect = Has<'kind'> & May<'grade'> & May<'points', number>
export type Conversion = Has<'kind'> &
  May<'full' | 'step' | 'least', number> & { readonly table?: List<number> }
export type Component = Named &
  Has<'weight' | 'base', number> & { readonly methods: List<Method>; readonly conversion?: Conversion }
export type Method = {
  readonly kind: 'rubric' | 'ledger' | 'quotaGrading' | 'survey' | 'ballots' | 'measure'
} & May<'rubric' | 'within' | 'measure'> & { readonly rounds?: number; readonly tiers?: List<string> } & May<
    'groups' | 'classes',
    List<Named>
  > & {
    readonly grades?: List<Named & May<'share', number>>
  }
export type Rubric = Has<'id'> &
  Has<'base', number> & {
    readonly sections: List<Has<'id'> & May<'deductionCap', number>>
    readonly rows: List<Row>
  }
export type Row = Has<'id' | 'section'> &
  Has<'base', number> &
  May<'cap', number> & {
    readonly floor?: number | 'negative'
    readonly tiers?: List<string>
    readonly rules: List<Rule>
  }
export type Rule = Has<'id' | 'form'> &
  May<'points' | 'cap' | 'start' | 'size', number> &
  May<'counter' | 'measure' | 'direction' | 'partial'> &
  May<'unclear' | 'highestOnly' | 'each', boolean> & {
    readonly multipliers?: List<Has<'id'> & Has<'times', number>>
    readonly levels?: List<Has<'id'> & Has<'points', number>>
    readonly bands?: List<Band>
    readonly requires?: List<Requirement>
  }
export type Requirement = Has<'counter'> & Has<'required', number> & Has<'per', 'year' | 'quarter' | 'month'>
export type Band = May<'from' | 'to' | 'points', number> & May<'fromOpen' | 'toClosed', boolean>
export type ConsequenceRule = Named & {
  readonly when: Has<'by'> & May<'from' | 'to', number> & May<'grades', List<string>>
  readonly years?: Has<'from', number> & May<'to', number>
  readonly on: string
  readonly effect: Has<'kind'> & May<'points', number> & May<'measure'> & May<'nextYear', boolean>
}
type AnswerRule = Has<'post'> &
  May<'kinds', List<string>> &
  May<'headedByLeader', boolean> &
  May<'rank', number>
export type Scheme = Has<'cycle' | 'base', number> & {
  readonly start?: number
  readonly scope: { readonly levels: List<string>; readonly answers: List<AnswerRule> }
  readonly components: List<Component>
  readonly rubrics?: List<Rubric>
  readonly lists?: List<Row>
  readonly vetoes?: List<Named & { readonly effect: VetoEffect }>
  readonly consequences?: List<ConsequenceRule>
  readonly annualGradeRules?: List<Has<'annualGrade'> & Has<'needs', List<string>>>
  readonly conversions?: List<Named>
  readonly rulings: List<Ruling>
}

export type Unit = Named &
  Has<'kind' | 'level' | 'tier'> &
  May<'cohort' | 'leadUnit' | 'opensOn' | 'closesOn'> &
  Has<'affiliated' | 'headedByLeader', boolean> & { readonly succeeds?: List<string> }
export type Holder = Has<'unit' | 'person' | 'post'> & May<'from' | 'to'> & May<'rank', number>
export type Visit = Has<'unit'> & Has<'quarter', number> & May<'by'>
export type Finding = Has<'unit' | 'row' | 'rule'> &
  Has<'count', number> &
  May<'quarter' | 'amount' | 'persons' | 'occasions', number> &
  May<'by' | 'level' | 'counter' | 'multiplier' | 'project'>
export type Entry = Has<'unit' | 'counter' | 'period'> & Has<'count', number>
export type Test = Has<'unit'> & May<'quarter', number> & Has<'failed', number>
export type Tally = Has<'unit' | 'component' | 'group'> & {
  readonly answers: Readonly<Record<string, number>>
}
export type Decision = Has<'kind'> &
  May<'unit' | 'component' | 'ranking'> &
  May<'points' | 'place', number> &
  May<'apply', boolean>
export type Facts = {
  readonly roster: { readonly units: List<Unit>; readonly holders: List<Holder> }
  readonly visits: List<Visit>
  readonly findings: List<Finding>
  readonly ledger: List<Entry>
  readonly gradings: List<Has<'unit' | 'component' | 'grade'>>
  readonly surveys: List<Tally>
  readonly ballotCounts: List<
    Has<'component' | 'session' | 'unit'> &
      Has<'voterClasses', List<string>> &
      Has<'marks', List<number | string>>
  >
  readonly sheets: List<
    Has<'component' | 'voterClass'> & {
      readonly marks: List<Has<'unit'> & May<'points', number> & May<'grade'>>
    }
  >
  readonly measures: List<Has<'unit' | 'measure'> & Has<'value', number>>
  readonly knowledgeTests: List<Test>
  readonly vetoes: List<Has<'unit' | 'veto'>>
  readonly decisions: List<Decision>
  readonly annualGrades: List<Has<'unit' | 'annualGrade'>>
}
export type PastEntry = Has<'unit' | 'person' | 'grade'> &
  Has<'fromBottom' | 'place', number> &
  May<'of', number>
export type PastYear = Has<'cycle', number> & { readonly entries: List<PastEntry> }

/** The results document: inputs, hashes of both, and the result of each appraisee. */
export type ResultsFile = {
  readonly hashes: Has<'scheme' | 'facts' | 'history' | 'results'>
  readonly inputs: {
    readonly scheme: Scheme
    readonly facts: Facts
    readonly history: { readonly years: List<PastYear> }
  }
  readonly seal?: Has<'number', number> & { readonly trail: Has<'seq', number> & Has<'root'> }
  readonly results: List<UnitResult>
  readonly issues: List<Issue>
}
export type UnitResult = Has<'unit' | 'name'> &
  May<'person'> &
  May<'composite', number> & {
    readonly components: List<Has<'component'> & May<'points', number> & May<'rounds', List<RoundResult>>>
    readonly lists?: Readonly<Record<string, number>>
    readonly grade?: Has<'grade' | 'band'> & May<'movedBy'>
    readonly standing?: Standing
    readonly consequences: List<Has<'rule'> & Follows>
    readonly conversions: List<Has<'target'> & Has<'points', number>>
    readonly annualGrade?: Has<'annualGrade'> & Has<'allowed', boolean>
    readonly issues: List<Issue>
  }
type RoundResult = Has<'points', number> & { readonly rows: Readonly<Record<string, number>> }
export type Follows = Has<'years', List<number>> &
  May<'deduction', number> &
  May<'measure'> &
  May<'nextYear', boolean>
export type Standing = Has<'of' | 'place' | 'fromBottom', number> &
  Has<'ranking' | 'bandsApply'> &
  May<'brokenBy'> &
  Has<'acrossEdge' | 'decided', boolean> & { readonly tiedWith: List<string> }
export type Issue = Has<'kind'> & May<'unit' | 'row' | 'component' | 'ranking'> & May<'lost', number>
