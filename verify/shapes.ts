import type { Has, List, May, Table } from './fields.ts'

// What the checker reads of the files in a case file: only the fields that it computes with. Points are decimals.

export type Named = Has<'id' | 'name'>
export type Ruling = Has<'id' | 'topic'> & May<'component'> & May<'answer', Answer | string>
/** The fields of the answers to all topics; each topic has a few of them. */
export type Answer = Has<'answers' | 'use' | 'countsIn' | 'kind' | 'below' | 'pooling'> &
  Has<'emptyClass' | 'emptyGroup' | 'acrossEdge' | 'places' | 'day' | 'row' | 'rule'> &
  Has<'percent' | 'base' | 'minimum' | 'ofEvery' | 'minimumValid' | 'decimals', number> &
  Has<'counters' | 'breakBy', List<string>> &
  Has<'points' | 'weights' | 'tariff' | 'gradePoints', Table<number | null>> &
  Has<'half', 'up' | 'even'> &
  Has<'roundComponents', boolean> &
  May<'trim', Has<'above' | 'drop', number>> &
  Has<'voids', List<Has<'kind'> & Has<'moreThan' | 'atLeast', number>>> &
  Has<'grades', List<Named & Band>> &
  Has<'quotas', List<Has<'kind' | 'grade' | 'round'> & Has<'percent', number>>> &
  Has<'preconditions', List<Has<'grade' | 'component'> & Has<'atLeast', number>>>
export type VetoEffect = Has<'kind'> & May<'grade'> & May<'points', number>
export type Conversion = Has<'kind'> & May<'full' | 'step' | 'least', number> & May<'table', List<number>>
export type Component = Named &
  Has<'weight' | 'base', number> &
  Has<'methods', List<Method>> &
  May<'conversion', Conversion>
export type Method = Has<'kind', 'rubric' | 'ledger' | 'quotaGrading' | 'survey' | 'ballots' | 'measure'> &
  May<'rubric' | 'within' | 'measure'> &
  May<'rounds', number> &
  May<'tiers', List<string>> &
  May<'groups' | 'classes', List<Named>> &
  May<'grades', List<Named & May<'share', number>>>
export type Rubric = Has<'id'> &
  Has<'base', number> &
  Has<'sections', List<Has<'id'> & May<'deductionCap', number>>> &
  Has<'rows', List<Row>>
export type Row = Has<'id' | 'section'> &
  Has<'base', number> &
  May<'cap', number> &
  May<'floor', number | 'negative'> &
  May<'tiers', List<string>> &
  Has<'rules', List<Rule>>
export type Rule = Has<'id' | 'form'> &
  May<'points' | 'cap' | 'start' | 'size', number> &
  May<'counter' | 'measure' | 'direction' | 'partial'> &
  May<'unclear' | 'highestOnly' | 'each', boolean> &
  May<'multipliers', List<Has<'id'> & Has<'times', number>>> &
  May<'levels', List<Has<'id'> & Has<'points', number>>> &
  May<'bands', List<Band>> &
  May<'requires', List<Requirement>>
export type Requirement = Has<'counter'> & Has<'required', number> & Has<'per', 'year' | 'quarter' | 'month'>
export type Band = May<'from' | 'to' | 'points', number> & May<'fromOpen' | 'toClosed', boolean>
export type ConsequenceRule = Named &
  Has<'when', Has<'by'> & May<'from' | 'to', number> & May<'grades', List<string>>> &
  May<'years', Has<'from', number> & May<'to', number>> &
  Has<'on'> &
  Has<'effect', Has<'kind'> & May<'points', number> & May<'measure'> & May<'nextYear', boolean>>
type AnswerRule = Has<'post'> &
  May<'kinds', List<string>> &
  May<'headedByLeader', boolean> &
  May<'rank', number>
export type Scheme = Has<'title'> &
  Has<'cycle' | 'base', number> &
  May<'start', number> &
  Has<'scope', Has<'levels', List<string>> & Has<'answers', List<AnswerRule>>> &
  Has<'components', List<Component>> &
  May<'rubrics', List<Rubric>> &
  May<'lists', List<Row>> &
  May<'vetoes', List<Named & Has<'effect', VetoEffect>>> &
  May<'consequences', List<ConsequenceRule>> &
  May<'annualGradeRules', List<Has<'annualGrade'> & Has<'needs', List<string>>>> &
  May<'conversions', List<Named>> &
  Has<'rulings', List<Ruling>>

export type Unit = Named &
  Has<'kind' | 'level' | 'tier'> &
  May<'cohort' | 'leadUnit' | 'opensOn' | 'closesOn'> &
  Has<'affiliated' | 'headedByLeader', boolean> &
  May<'succeeds', List<string>>
export type Holder = Has<'unit' | 'person' | 'name' | 'post'> & May<'from' | 'to'> & May<'rank', number>
/** The fields of the facts of all kinds; each kind has a few of them. */
export type Fact = Has<'unit' | 'row' | 'rule' | 'component' | 'grade' | 'group' | 'voterClass' | 'counter'> &
  Has<'period' | 'kind' | 'ranking' | 'measure' | 'veto' | 'annualGrade' | 'session'> &
  Has<'count' | 'value' | 'failed' | 'place', number> &
  May<'by' | 'level' | 'multiplier' | 'project'> &
  May<'quarter' | 'amount' | 'persons' | 'occasions' | 'points', number> &
  Has<'apply', boolean> &
  Has<'answers', Table<number>> &
  Has<'voterClasses', List<string>>
type Kinds = 'visits' | 'findings' | 'ledger' | 'gradings' | 'surveys' | 'measures' | 'knowledgeTests'
type Cast = Has<'unit'> & May<'points', number> & May<'grade'>
export type Facts = Has<'cycle', number> &
  Has<'roster', Has<'units', List<Unit>> & Has<'holders', List<Holder>>> &
  Has<Kinds | 'vetoes' | 'decisions' | 'annualGrades', List<Fact>> &
  Has<'ballotCounts', List<Fact & Has<'marks', List<number | string>>>> &
  Has<'sheets', List<Fact & Has<'marks', List<Cast>>>>
export type PastEntry = Has<'unit' | 'person' | 'grade'> &
  Has<'fromBottom' | 'place', number> &
  May<'of', number>
export type PastYear = Has<'cycle', number> & Has<'entries', List<PastEntry>>

/** The results document: inputs, hashes of both, and the result of each appraisee. */
export type ResultsFile = Has<'hashes', Has<'scheme' | 'facts' | 'history' | 'results'>> &
  Has<'inputs', Has<'scheme', Scheme> & Has<'facts', Facts> & Has<'history', Has<'years', List<PastYear>>>> &
  May<'seal', Has<'by'> & Has<'number', number> & Has<'trail', Has<'seq', number> & Has<'root'>>> &
  Has<'results', List<UnitResult>> &
  Has<'issues', List<Issue>>
/** The result of one appraisee: with decimals as a file has it, with fractions as the checker computes it. */
export type UnitResult<F = number> = Has<'unit' | 'name'> &
  May<'person' | 'personName'> &
  May<'composite', F> &
  Has<'components', List<Has<'component'> & May<'points', F> & May<'rounds', List<RoundResult<F>>>>> &
  May<'lists', Table<F>> &
  May<'grade', Graded> &
  May<'standing', Standing> &
  Has<'consequences', List<Has<'rule'> & Follows>> &
  Has<'conversions', List<Has<'target'> & Has<'points', F>>> &
  May<'annualGrade', Has<'annualGrade'> & Has<'allowed', boolean>> &
  Has<'issues', List<Issue<F>>>
export type RoundResult<F> = Has<'points', F> & May<'round', number> & May<'by'> & Has<'rows', Table<F>>
export type Graded = Has<'grade' | 'band'> & May<'movedBy'>
export type Follows = Has<'years', List<number>> &
  May<'deduction', number> &
  May<'measure'> &
  May<'nextYear', boolean>
export type Standing = Has<'of' | 'place' | 'fromBottom', number> &
  Has<'ranking' | 'bandsApply'> &
  May<'brokenBy'> &
  Has<'acrossEdge' | 'decided', boolean> &
  Has<'tiedWith', List<string>>
export type Issue<F = number> = Has<'kind'> & May<'row'> & May<'lost', F>

/** The list of contents that a case file carries (目录.json). */
export type Contents = Has<'format' | 'title'> &
  Has<'year', number> &
  Has<'seal', NonNullable<ResultsFile['seal']>> &
  Has<'trail', TrailEnd> &
  Has<'files', List<Has<'path' | 'title' | 'sha256'>>>
/** A line of the trail: whole, or only its number and hash where its content stays in the office. */
export type TrailLine = Has<'seq', number> &
  Has<'hash'> &
  May<'prev' | 'kind' | 'actorName'> &
  May<'values', Table<unknown>>
export type TrailEnd = Has<'seq', number> & Has<'root'>

/** The record of one draw: the drawn units, and the fingerprints of all. */
export type DrawFile = Has<'digest'> & Has<'parts', List<DrawPart>> & Has<'draws', List<Draw>>
export type DrawPart = Has<'unit' | 'fingerprint'> & Has<'purpose', 'branch' | 'member'> & Has<'take', number>
export type Draw = DrawPart &
  Has<'unitName' | 'list' | 'seed' | 'seedKind'> &
  Has<'year', number> &
  Has<'seedParts', List<Has<'text'>>> &
  Has<'result', List<Named & May<'branch'>>>

/** What a meeting published of its ballots. */
export type PublishedFile = Has<'meeting', Has<'name'> & Has<'rehearsal', boolean>> &
  Has<'receipts', List<string>> &
  Has<'count', Has<'classes', List<Sheets>> & Has<'units', List<UnitCount>> & Has<'withheld', List<string>>>
type Sheets = Has<'phone' | 'paper', number> & Has<'voided', List<Has<'sheets', number>>>
type UnitCount = Has<'unit'> & Has<'classes', List<ClassCount>>
type ClassCount = Has<'voterClasses', List<string>> &
  Has<'marks', List<number | string>> &
  Has<'voided' | 'abstained', number>
