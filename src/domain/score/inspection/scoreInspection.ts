import { printQuarter } from '../../kernel/calendar.ts'
import type { UnitFacts } from '../../year/facts/unitFacts.ts'
import type { Quarter } from '../../kernel/calendar.ts'
import { type ExactExplained, type Explained, NO_RULINGS, type RulingNote } from '../../kernel/explanation.ts'
import { by, type Fraction, plus, ratio } from '../../kernel/fraction.ts'
import { type Points, printPoints } from '../../kernel/points.ts'
import { nearestThousandth } from '../../kernel/rounding.ts'
import type { RulingAnswers } from '../../scheme/ruling.ts'
import type { Missing } from '../missing.ts'
import { explainRubric } from './explainRubric.ts'
import { type PreparedRubric, type PreparedRule, ruleIn } from './preparedRubric.ts'
import { rubricPoints } from './rubricPoints.ts'
import { fillTally, type Tally, type TallyView } from './tally.ts'

const QUARTERS: readonly Quarter[] = [1, 2, 3, 4]
/** 100 % in thousandths. */
const WHOLE = 100_000

/** Terms of inspection scoring (实地核查计分所需): the prepared rubric, how rounds combine (R1), whether a lead unit's own inspections count (R22), tests, shared counters (R17). */
export interface InspectionTerms {
  readonly rubric: PreparedRubric
  readonly tally: Tally
  readonly rounds: number
  readonly combine: RulingAnswers['combineRounds']
  readonly combineNotes: readonly RulingNote[]
  readonly lead: RulingAnswers['leadInspections']
  readonly leadNotes: readonly RulingNote[]
  readonly componentBase: Points
  readonly citation: string
  /** The whole year as seen by the committee. */
  readonly year: TallyView
}

/** Explanation of an inspection score (实地核查得分的说明): its parts are one rubric, or one for each round (R1), or the committee's and the lead unit's (R22). (三（二）2) */
export interface InspectionExplained extends ExactExplained {
  readonly kind: 'inspection'
  readonly combine: RulingAnswers['combineRounds']
  readonly rounds: readonly number[]
  /** Percentage of the lead unit's own inspections, when they count. */
  readonly leadPercent?: Points
  readonly base: Points
}

/** Scores the inspections (实地核查得分), numbers only: an exact fraction on the component's base. Missing when the unit was not inspected or a measure has no value. (三（二）2, R1, R22) */
export function scoreInspection(facts: UnitFacts, terms: InspectionTerms): Fraction | Missing {
  const reason = missingIn(facts, terms)
  if (reason !== undefined) return reason
  const own = mean(views(facts, terms).map(view => pointsIn(facts, terms, view)))
  const percent = leadPercent(facts, terms)
  return scaled(
    percent === undefined ? own : withLead(own, pointsIn(facts, terms, leadView(terms)), percent),
    terms,
  )
}

/** Scores the inspections (实地核查得分) with an explanation; the figure equals that of `scoreInspection`. */
export function explainInspection(facts: UnitFacts, terms: InspectionTerms): InspectionExplained | Missing {
  const reason = missingIn(facts, terms)
  if (reason !== undefined) return reason
  const parts = views(facts, terms).map(view => explainView(facts, terms, view))
  const own = mean(parts.map(part => part.points))
  const percent = leadPercent(facts, terms)
  const leadPart = percent === undefined ? [] : [explainView(facts, terms, leadView(terms))]
  const exact = scaled(percent === undefined ? own : withLead(own, leadPart[0]!.points, percent), terms)
  const rulings = terms.rounds > 1 ? terms.combineNotes : NO_RULINGS
  const node: InspectionExplained = {
    kind: 'inspection',
    citation: terms.citation,
    points: nearestThousandth(exact),
    exact,
    parts: [...parts, ...leadPart],
    rulings: hasLeadFindings(facts, terms) ? [...rulings, ...terms.leadNotes] : rulings,
    combine: terms.combine,
    rounds: roundsHeld(facts),
    base: terms.componentBase,
  }
  return percent === undefined ? node : { ...node, leadPercent: percent }
}

/** Returns the sentence of an inspection score (实地核查的句子). */
export function inspectionSentence({
  combine,
  rounds,
  leadPercent,
  points,
  parts,
}: InspectionExplained): string {
  const how = {
    accumulate: '全年核查情况累计',
    meanOfRounds: `${rounds.length}次核查得分平均`,
    latestRound: `取最后一次（${printQuarter(rounds.at(-1) ?? 0)}）核查得分`,
  }[combine]
  const lead = leadPercent === undefined ? '' : `，牵头单位自行核查占${printPoints(leadPercent)}%`
  return `${parts.length > 0 ? how : '未核查'}${lead}，得${printPoints(points)}分`
}

/** Lists disagreements between inspections and ledger (核查与台账不一致之处), for the list of issues. */
export function disagreementsIn(facts: UnitFacts, terms: InspectionTerms): Tally['disagreements'] {
  if (missingIn(facts, terms) !== undefined) return []
  fillTally(terms.tally, terms.rubric, facts, terms.year, 'keep')
  return [...terms.tally.disagreements]
}

function missingIn(facts: UnitFacts, { rubric, rounds }: InspectionTerms): Missing | undefined {
  for (const rule of rubric.measured) {
    if (rule.measure !== undefined && !facts.measures.has(rule.measure)) return { missing: 'noMeasure' }
  }
  for (const rule of rubric.ladders)
    if (!facts.findings.some(finding => isUnder(finding, rule))) return { missing: 'noLevel' }
  if (rounds === 0) return undefined
  for (const finding of facts.findings)
    if (finding.by !== 'leadUnit' && ruleIn(rubric, finding.row, finding.rule) !== undefined) return undefined
  for (const visit of facts.visits) if (visit.by !== 'leadUnit') return undefined
  return { missing: 'notInspected' }
}

function isUnder(finding: UnitFacts['findings'][number], { rowId, rule }: PreparedRule): boolean {
  return finding.rule === rule.id && finding.row === rowId && finding.by !== 'leadUnit'
}

function views(facts: UnitFacts, terms: InspectionTerms): readonly TallyView[] {
  if (terms.combine === 'accumulate' || terms.rounds < 2) return [terms.year]
  const held = roundsHeld(facts)
  const last = held.at(-1)
  if (last === undefined) return [terms.year]
  const wanted = terms.combine === 'latestRound' ? [last] : held
  const missed = QUARTERS.filter(quarter => !held.includes(quarter))
  return wanted.map(quarter => {
    const isLast = quarter === last
    return {
      ...terms.year,
      round: { quarter, quarters: isLast ? [quarter, ...missed] : [quarter], last: isLast },
    }
  })
}

function leadView(terms: InspectionTerms): TallyView {
  return { by: 'leadUnit', silent: terms.year.silent }
}

/** Lists the rounds that took place, by visits alone: if a finding could make a round, one more fault could raise a mean. */
function roundsHeld({ visits }: UnitFacts): readonly Quarter[] {
  const held = visits.flatMap(({ quarter, by }) => (by === 'leadUnit' ? [] : [quarter]))
  return held.length < 2 ? held : QUARTERS.filter(quarter => held.includes(quarter))
}

function pointsIn(facts: UnitFacts, { rubric, tally }: InspectionTerms, view: TallyView): number {
  fillTally(tally, rubric, facts, view, 'drop')
  return rubricPoints(rubric, tally)
}

function explainView(facts: UnitFacts, terms: InspectionTerms, view: TallyView): Explained {
  fillTally(terms.tally, terms.rubric, facts, view, 'keep')
  return explainRubric(terms.rubric, terms.tally, facts, view, NO_RULINGS, view.round?.quarter)
}

function mean(scores: readonly number[]): Fraction {
  return ratio(
    scores.reduce((sum, score) => sum + score),
    scores.length,
  )
}

function hasLeadFindings(facts: UnitFacts, { rubric }: InspectionTerms): boolean {
  return (
    facts.findings.some(
      finding => finding.by === 'leadUnit' && ruleIn(rubric, finding.row, finding.rule) !== undefined,
    ) || facts.visits.some(visit => visit.by === 'leadUnit')
  )
}

/** Returns the share of a lead unit's own inspections. It depends on visits alone, since a finding must never raise a score. (R22) */
function leadPercent({ visits }: UnitFacts, { lead }: InspectionTerms): Points | undefined {
  return lead.use === 'weighted' && visits.some(visit => visit.by === 'leadUnit') ? lead.percent : undefined
}

function withLead(own: Fraction, lead: number, percent: Points): Fraction {
  return plus(by(own, ratio(WHOLE - percent, WHOLE)), ratio(lead * percent, WHOLE))
}

function scaled(value: Fraction, { rubric, componentBase }: InspectionTerms): Fraction {
  return rubric.rubric.base === componentBase ? value : by(value, ratio(componentBase, rubric.rubric.base))
}
