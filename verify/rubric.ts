import type { Has, List, May } from './fields.ts'
import { exact, type Fraction, largest, sum, ZERO } from './fraction.ts'
import type { Band, Fact, Issue, Requirement, RoundResult, Row, Rubric, Rule, Scheme } from './shapes.ts'
import { type Appraisee, answerOf, wordOf } from './year.ts'

/** What a score is made from: a unit, and which of its facts count. */
export type View = Has<'scheme', Scheme> &
  Has<'appraisee', Appraisee> &
  /** `lead`: the lead unit's own findings in place of ours; `last` takes in what has no quarter. */
  May<'lead' | 'last', boolean> &
  /** The quarters that count, where not all do. */
  May<'quarters', List<number>> &
  /** Counters that cost in the ledger component alone (R17). */
  May<'elsewhere', List<string>>

/** Points of a rubric by row, their sum, and what is lost where (五（二）). */
export type RubricScore = RoundResult<Fraction> & Has<'lost', List<Issue<Fraction>>>

const GIVING = ['bonus', 'ladder', 'bonusTiers', 'bonusSteps', 'bonusRange']

/** Scores a rubric: each row from its points down and up, sections capped, the total held at its base unless R3 says otherwise. */
export function scoreRubric(rubric: Rubric, view: View): RubricScore {
  const cap = wordOf(view.scheme, 'bonusCap')
  const scored = rubric.rows.map(row => {
    const applies = row.tiers === undefined || row.tiers.includes(view.appraisee.unit.tier)
    const { points, taken } = applies
      ? scoreRow(row, view, cap === 'rowCapped')
      : { points: exact(row.base), taken: ZERO }
    const gives = applies && row.rules.some(rule => GIVING.includes(rule.form))
    const lost = exact(row.base).minus(points)
    return { id: row.id, section: row.section, points, taken, lost, gives }
  })
  const givenBack = rubric.sections.map(({ id, deductionCap }) => {
    const taken = sum(scored.filter(({ section }) => section === id).map(row => row.taken))
    return deductionCap === undefined ? ZERO : taken.minus(deductionCap).atLeast(0)
  })
  const total = sum([...scored.map(({ points }) => points), ...givenBack])
  const mayExceed = cap === 'uncapped' || (cap === undefined && !scored.some(({ gives }) => gives))
  return {
    points: mayExceed ? total : total.atMost(rubric.base),
    rows: Object.fromEntries(scored.map(({ id, points }) => [id, points])),
    lost: scored
      .filter(({ lost }) => lost.top > 0n)
      .map(({ id, lost }) => ({ kind: 'rowLost', row: id, lost })),
  }
}

/** Scores a row: base less deductions down to the floor, then bonuses up to the cap. `taken` is what the deductions took. */
export function scoreRow(row: Row, view: View, capAtBase = false): { points: Fraction; taken: Fraction } {
  const figures = row.rules.map(rule => {
    const found = foundUnder(row, rule, view)
    const figure = figureOf(row, rule, found, view)
    return { form: rule.form, found, figure: rule.cap === undefined ? figure : figure.atMost(rule.cap) }
  })
  const added = sum(figures.filter(({ form }) => GIVING.includes(form)).map(({ figure }) => figure))
  const taken = sum(figures.filter(({ form }) => !GIVING.includes(form)).map(({ figure }) => figure))
  const isZeroed = figures.some(({ form, found }) => form === 'zeroRow' && found.length > 0)
  const floor = row.floor ?? (wordOf(view.scheme, 'rowFloor') === 'negative' ? 'negative' : 0)
  const down = (points: Fraction): Fraction => (floor === 'negative' ? points : points.atLeast(floor))
  const left = exact(row.base).minus(taken)
  const kept = isZeroed ? down(left).atMost(0) : down(left)
  const isBefore = wordOf(view.scheme, 'bonusOrder') === 'beforeFloor' && !isZeroed
  const points = isBefore ? down(left.plus(added)) : kept.plus(added)
  const cap = row.cap ?? (capAtBase && added.top > 0n ? row.base : undefined)
  return { points: cap === undefined ? points : points.atMost(cap), taken: exact(row.base).minus(kept) }
}

function foundUnder(row: Row, rule: Rule, view: View): readonly Fact[] {
  return view.appraisee.findings.filter(
    finding =>
      finding.row === row.id &&
      finding.rule === rule.id &&
      (finding.by === 'leadUnit') === (view.lead === true) &&
      inQuarters(finding.quarter, view),
  )
}

/** What one rule takes or gives for what was found under it. */
function figureOf(row: Row, rule: Rule, found: readonly Fact[], view: View): Fraction {
  if (rule.measure !== undefined) {
    const value = view.appraisee.measures.get(rule.measure)
    const isTaken = !view.lead && (view.quarters === undefined || view.last === true)
    return value === undefined || !isTaken ? ZERO : measured(rule, value)
  }
  switch (rule.form) {
    case 'zeroRow':
      return ZERO
    case 'discretionary':
    case 'range':
    case 'bonusRange':
      return sum(found.map(one => multiplied(rule, one, exact(one.amount ?? 0).times(one.count))))
    case 'parallel':
      return sum(found.map(one => multiplied(rule, one, levelOf(rule, one).times(one.count))))
    case 'ladder':
      return largest(found.map(one => levelOf(rule, one)))
    case 'bonus':
      return bonusOf(rule, found)
    default:
      return countedOf(row, rule, found, view)
  }
}

/** Points for each time, or once however often: as found, and as ledger and tests add to it. */
function countedOf(row: Row, rule: Rule, found: readonly Fact[], view: View): Fraction {
  const each = exact(rule.points ?? 0)
  const isOnce =
    rule.form === 'flat' || (rule.unclear === true && wordOf(view.scheme, 'unclearUnit') === 'once')
  const { extra, hidden } = beyond(row, rule, found, view)
  if (isOnce) {
    const isHidden = hidden > 0 && hidden >= countOf(found)
    const own = isHidden ? ZERO : largest(found.map(one => multiplied(rule, one, each)))
    return extra > 0 ? own.atLeast(each) : own
  }
  const own = sum(found.map(one => multiplied(rule, one, each.times(personsIn(one)))))
  return own.minus(each.times(hidden)).atLeast(0).plus(each.times(extra))
}

/** How often beyond the findings: what ledger and tests add; `hidden` is what the ledger component charges alone. */
function beyond(row: Row, rule: Rule, found: readonly Fact[], view: View) {
  if (view.lead) return { extra: 0, hidden: 0 }
  const test = answerOf(view.scheme, 'knowledgeTest')
  const isTested = test?.use === 'rule' && test.row === row.id && test.rule === rule.id
  const papers = isTested ? view.appraisee.tests.filter(({ quarter }) => inQuarters(quarter, view)) : []
  const failed = papers.reduce((all, paper) => all + paper.failed, 0)
  if (rule.requires !== undefined) return { extra: failed + shortfall(rule.requires, found, view), hidden: 0 }
  const entries = view.appraisee.ledger.get(rule.counter ?? '') ?? []
  const kept = entries
    .filter(entry => inQuarters(quarterOf(entry.period), view))
    .reduce((all, { count }) => all + count, 0)
  if (view.elsewhere?.includes(rule.counter ?? ''))
    return { extra: failed, hidden: Math.min(countOf(found), kept) }
  return { extra: failed + Math.max(0, kept - countOf(found)), hidden: 0 }
}

/** What the ledger shows short beyond the findings; a finding that names a counter meets that one, others meet what is left. */
function shortfall(requires: readonly Requirement[], found: readonly Fact[], view: View): number {
  const isAlone = requires.length === 1
  const lacking = requires.map(need => {
    const entries = view.appraisee.ledger.get(need.counter)
    const named = found.filter(finding => isAlone || finding.counter === need.counter)
    return entries === undefined ? 0 : Math.max(0, shortOf(entries, need, view) - countOf(named))
  })
  const others = isAlone ? [] : found.filter(finding => finding.counter === undefined)
  return Math.max(0, lacking.reduce((all, one) => all + one, 0) - countOf(others))
}

/** How many short of a requirement: a period's surplus covers no other's lack; an entry of a longer span fills what lacks within it, from its first period on. */
function shortOf(entries: readonly Fact[], { required, per }: Requirement, view: View): number {
  const number = { year: 1, quarter: 4, month: 12 }[per]
  const held = Array.from({ length: number }, () => 0)
  const placed = entries.map(({ period, count }) => {
    const parts = period.length === 4 ? 1 : period.includes('Q') ? 4 : 12
    const part = parts === 1 ? 0 : Number(period.slice(parts === 4 ? 6 : 5)) - 1
    return { count, first: Math.floor((part * number) / parts), span: Math.max(1, number / parts) }
  })
  for (const { count, first, span } of placed.toSorted((one, other) => one.span - other.span)) {
    let left = count
    for (let at = first; at < first + span; at++) {
      const filled = span === 1 ? left : Math.min(left, Math.max(0, required - held[at]!))
      held[at]! += filled
      left -= filled
    }
  }
  return held.reduce((short, count, at) => {
    const quarter = per === 'year' ? undefined : Math.floor((at * 4) / number) + 1
    return inQuarters(quarter, view) ? short + Math.max(0, required - count) : short
  }, 0)
}

function quarterOf(period: string): number | undefined {
  if (period.length === 4) return undefined
  return period.includes('Q') ? Number(period.slice(6)) : Math.ceil(Number(period.slice(5)) / 3)
}

function inQuarters(quarter: number | undefined, { quarters, last }: View): boolean {
  if (quarters === undefined) return true
  return quarter === undefined ? last === true : quarters.includes(quarter)
}

function personsIn({ persons, occasions, count }: Fact): number {
  return persons === undefined ? count : persons * (occasions ?? 1)
}

function countOf(found: readonly Fact[]): number {
  return found.reduce((all, finding) => all + personsIn(finding), 0)
}

function multiplied(rule: Rule, finding: Fact, points: Fraction): Fraction {
  const named = rule.multipliers?.find(({ id }) => id === finding.multiplier)
  return named === undefined ? points : points.times(named.times).round(3)
}

function levelOf(rule: Rule, finding: Fact): Fraction {
  return exact(rule.levels?.find(({ id }) => id === finding.level)?.points ?? 0)
}

/** Points for what was done well: for each or the best, of each project perhaps the best alone. */
function bonusOf(rule: Rule, found: readonly Fact[]): Fraction {
  const worth = (one: Fact, count: number): Fraction =>
    multiplied(rule, one, (rule.levels ? levelOf(rule, one) : exact(rule.points ?? 0)).times(count))
  if (rule.each !== true) return largest(found.map(one => worth(one, 1)))
  if (rule.highestOnly !== true) return sum(found.map(one => worth(one, one.count)))
  const projects = new Set(found.map(({ project }) => project))
  const ofProject = (project?: string): readonly Fact[] => found.filter(one => one.project === project)
  return sum([...projects].map(project => largest(ofProject(project).map(one => worth(one, 1)))))
}

/** Points for the value of a measure: whole steps beyond a start, or the first band that holds it. */
function measured({ bands, start = 0, size, points = 0, ...rule }: Rule, value: Fraction): Fraction {
  if (bands !== undefined) return exact(bands.find(band => holds(band, value))?.points ?? 0)
  const past = rule.direction === 'below' ? exact(start).minus(value) : value.minus(start)
  const steps = past.atLeast(0).over(size!)
  const isPartial = rule.partial === 'counted' && steps.compare(steps.whole()) > 0
  return exact(points).times(steps.whole() + (isPartial ? 1 : 0))
}

/** Whether a band holds a value: closed below and open above unless it says otherwise. */
export function holds({ from, to, fromOpen, toClosed }: Band, value: Fraction): boolean {
  const low = from === undefined ? 1 : value.compare(from)
  const high = to === undefined ? -1 : value.compare(to)
  return (low > 0 || (low === 0 && fromOpen !== true)) && (high < 0 || (high === 0 && toClosed === true))
}
