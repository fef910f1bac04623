// What the checker reads of the files in a case file: only the fields that it computes with. Points are decimals.

/** Fields of one type that a value has, or may have. */
type Has<K extends string, T = string> = { readonly [F in K]: T }
type May<K extends string, T = string> = { readonly [F in K]?: T }
type List<T> = readonly T[]

export type Named = Has<'id' | 'name'>
export type Ruling = Has<'id' | 'topic'> & May<'component'> & { readonly answer?: Answer | string }
/** The fields of the answers to all topics; each topic has a few of them. */
export type Answer = Has<
  'answers' | 'use' | 'countsIn' | 'kind' | 'below' | 'pooling' | 'emptyClass' | 'emptyGroup'
> &
  Has<'acrossEdge' | 'places' | 'day' | 'row' | 'rule'> &
  Has<'percent' | 'base' | 'minimum' | 'ofEvery' | 'minimumValid' | 'decimals', number> &
  Has<'counters' | 'breakBy', List<string>> &
  Has<'points' | 'weights' | 'tariff' | 'gradePoints', Readonly<Record<string, number | null>>> & {
    readonly half: 'up' | 'even'
    readonly roundComponents: boolean
    readonly trim?: Has<'above' | 'drop', number>
    readonly voids: List<Has<'kind'> & Has<'moreThan' | 'atLeast', number>>
    readonly grades: List<Named & Band>
    readonly quotas: List<Has<'kind' | 'grade' | 'round'> & Has<'percent', number>>
    readonly preconditions: List<Has<'grade' | 'component'> & Has<'atLeast', number>>
  }
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
/** The fields of the facts of all kinds; each kind has a few of them. */
export type Fact = Has<'unit' | 'row' | 'rule' | 'component' | 'grade' | 'group' | 'voterClass' | 'counter'> &
  Has<'period' | 'kind' | 'ranking' | 'measure' | 'veto' | 'annualGrade' | 'session'> &
  Has<'count' | 'value' | 'failed' | 'place', number> &
  May<'by' | 'level' | 'multiplier' | 'project'> &
  May<'quarter' | 'amount' | 'persons' | 'occasions' | 'points', number> & {
    readonly apply: boolean
    readonly answers: Readonly<Record<string, number>>
    readonly voterClasses: List<string>
  }
type Roster = { readonly units: List<Unit>; readonly holders: List<Holder> }
type Counted = { readonly marks: List<number | string> }
type Cast = { readonly marks: List<Has<'unit'> & May<'points', number> & May<'grade'>> }
export type Facts = { readonly roster: Roster } & Has<
  'visits' | 'findings' | 'ledger' | 'gradings' | 'surveys' | 'measures' | 'knowledgeTests' | 'vetoes',
  List<Fact>
> &
  Has<'decisions' | 'annualGrades', List<Fact>> &
  Has<'ballotCounts', List<Fact & Counted>> &
  Has<'sheets', List<Fact & Cast>>
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
/** The result of one appraisee: with decimals as a file has it, with fractions as the checker computes it. */
export type UnitResult<F = number> = Has<'unit' | 'name'> &
  May<'person'> &
  May<'composite', F> & {
    readonly components: List<Has<'component'> & May<'points', F> & May<'rounds', List<RoundResult<F>>>>
    readonly lists?: Readonly<Record<string, F>>
    readonly grade?: Graded
    readonly standing?: Standing
    readonly consequences: List<Has<'rule'> & Follows>
    readonly conversions: List<Has<'target'> & Has<'points', F>>
    readonly annualGrade?: Has<'annualGrade'> & Has<'allowed', boolean>
    readonly issues: List<Issue<F>>
  }
export type RoundResult<F> = Has<'points', F> & May<'round', number> & May<'by'> & RowFigures<F>
type RowFigures<F> = { readonly rows: Readonly<Record<string, F>> }
export type Graded = Has<'grade' | 'band'> & May<'movedBy'>
export type Follows = Has<'years', List<number>> &
  May<'deduction', number> &
  May<'measure'> &
  May<'nextYear', boolean>
export type Standing = Has<'of' | 'place' | 'fromBottom', number> &
  Has<'ranking' | 'bandsApply'> &
  May<'brokenBy'> &
  Has<'acrossEdge' | 'decided', boolean> & { readonly tiedWith: List<string> }
export type Issue<F = number> = Has<'kind'> & May<'row'> & May<'lost', F>
