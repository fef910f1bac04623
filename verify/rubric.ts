import {
  compare,
  exact,
  type Fraction,
  least,
  minus,
  most,
  plus,
  round,
  sum,
  times,
  wholePart,
  ZERO,
} from './fraction.ts'
import type { Band, Fact, Requirement, Row, Rubric, Rule, Scheme } from './shapes.ts'
import { type Appraisee, answerOf, wordOf } from './year.ts'

/** Which of a unit's facts a score takes: those of these quarters, and in the last round also what has none. */
export interface View {
  readonly lead: boolean
  readonly quarters?: readonly number[]
  readonly last?: boolean
  /** Counters that cost in the ledger component alone (R17). */
  readonly elsewhere: readonly string[]
}

/** Points of a rubric by row, and their sum. */
export interface RubricScore {
  readonly points: Fraction
  readonly rows: Readonly<Record<string, Fraction>>
}

const GIVING = ['bonus', 'ladder', 'bonusTiers', 'bonusSteps', 'bonusRange']

/** Scores a rubric: each row from its points down and up, sections capped, the total held at its base unless R3 says otherwise. */
export function scoreRubric(scheme: Scheme, rubric: Rubric, appraisee: Appraisee, view: View): RubricScore {
  const cap = wordOf(scheme, 'bonusCap')
  const rows: Record<string, Fraction> = {}
  const lost = new Map<string, Fraction>()
  let total = ZERO
  let given = false
  for (const row of rubric.rows) {
    if (row.tiers !== undefined && !row.tiers.includes(appraisee.unit.tier)) {
      rows[row.id] = exact(row.base)
      total = plus(total, exact(row.base))
      continue
    }
    const { points, taken } = scoreRow(scheme, row, appraisee, view, cap === 'rowCapped')
    rows[row.id] = points
    lost.set(row.section, plus(lost.get(row.section) ?? ZERO, taken))
    total = plus(total, points)
    given ||= row.rules.some(rule => GIVING.includes(rule.form))
  }
  for (const { id, deductionCap } of rubric.sections) {
    const beyond = deductionCap === undefined ? ZERO : minus(lost.get(id) ?? ZERO, exact(deductionCap))
    total = plus(total, most(ZERO, beyond))
  }
  const mayExceed = cap === 'uncapped' || (!given && cap === undefined)
  return { points: mayExceed ? total : least(total, exact(rubric.base)), rows }
}

/** Scores a row: base less deductions down to the floor, then bonuses up to the cap. `taken` is what the deductions took. */
export function scoreRow(scheme: Scheme, row: Row, appraisee: Appraisee, view: View, capAtBase: boolean) {
  const base = exact(row.base)
  let [taken, added, zeroed] = [ZERO, ZERO, false]
  for (const rule of row.rules) {
    const cost = costOf(scheme, row, rule, appraisee, view)
    const held = rule.cap === undefined ? cost.points : least(cost.points, exact(rule.cap))
    if (rule.form === 'zeroRow') zeroed ||= cost.found
    else if (GIVING.includes(rule.form)) added = plus(added, held)
    else taken = plus(taken, held)
  }
  const floor = floorOf(scheme, row)
  const before = wordOf(scheme, 'bonusOrder') === 'beforeFloor'
  const down = (points: Fraction): Fraction => (floor === undefined ? points : most(points, floor))
  let points = zeroed ? least(ZERO, down(minus(base, taken))) : down(minus(base, taken))
  if (zeroed) points = least(points, ZERO)
  const kept = minus(base, points)
  points = before && !zeroed ? down(plus(minus(base, taken), added)) : plus(points, added)
  const cap =
    row.cap === undefined ? (capAtBase && compare(added, ZERO) > 0 ? base : undefined) : exact(row.cap)
  if (cap !== undefined) points = least(points, cap)
  return { points, taken: kept }
}

function floorOf(scheme: Scheme, row: Row): Fraction | undefined {
  if (row.floor === 'negative') return undefined
  if (row.floor !== undefined) return exact(row.floor)
  return wordOf(scheme, 'rowFloor') === 'negative' ? undefined : ZERO
}

/** What one rule takes or gives, and whether anything falls under it. */
function costOf(scheme: Scheme, row: Row, rule: Rule, appraisee: Appraisee, view: View) {
  const value = rule.measure === undefined ? undefined : appraisee.measures.get(rule.measure)
  if (rule.measure !== undefined) {
    const isTaken = value !== undefined && !view.lead && (view.quarters === undefined || view.last === true)
    return { points: isTaken ? measured(rule, value) : ZERO, found: true }
  }
  const found = appraisee.findings.filter(
    finding => finding.row === row.id && finding.rule === rule.id && isSeen(finding, view),
  )
  const each = exact(rule.points ?? 0)
  const per = (finding: Fact, points: Fraction): Fraction => multiplied(rule, finding, points)
  switch (rule.form) {
    case 'zeroRow':
      return { points: ZERO, found: found.length > 0 }
    case 'discretionary':
    case 'range':
    case 'bonusRange':
      return {
        points: sum(found.map(one => per(one, times(exact(one.amount ?? 0), exact(one.count))))),
        found: true,
      }
    case 'parallel':
      return {
        points: sum(found.map(one => per(one, times(levelOf(rule, one), exact(one.count))))),
        found: true,
      }
    case 'ladder':
      return {
        points: found.map(one => levelOf(rule, one)).reduce((best, one) => most(best, one), ZERO),
        found: true,
      }
    case 'bonus':
      return { points: bonusOf(rule, found), found: true }
  }
  const isOnce = rule.form === 'flat' || (rule.unclear === true && wordOf(scheme, 'unclearUnit') === 'once')
  const number = numberOf(scheme, row, rule, found, appraisee, view)
  if (isOnce) {
    const own = found.map(one => per(one, each)).reduce((best, one) => most(best, one), ZERO)
    const known = number.hidden > 0 && number.own === 0 ? ZERO : own
    return { points: number.extra > 0 ? most(known, each) : known, found: true }
  }
  const own = sum(found.map(one => per(one, times(each, exact(personsIn(one))))))
  return {
    points: plus(most(ZERO, minus(own, times(each, exact(number.hidden)))), times(each, exact(number.extra))),
    found: true,
  }
}

/** How often beyond the findings: what ledger and tests add; `hidden` is what the ledger component charges alone. */
function numberOf(
  scheme: Scheme,
  row: Row,
  rule: Rule,
  found: readonly Fact[],
  appraisee: Appraisee,
  view: View,
) {
  const own = countOf(found)
  const test = answerOf(scheme, 'knowledgeTest')
  let extra = 0
  if (!view.lead && test?.use === 'rule' && test.row === row.id && test.rule === rule.id)
    for (const { quarter, failed } of appraisee.tests) if (inQuarters(quarter, view)) extra += failed
  if (view.lead) return { own, extra, hidden: 0 }
  if (rule.requires !== undefined)
    return { own, extra: extra + shortfall(rule, found, appraisee, view), hidden: 0 }
  const entries = rule.counter === undefined ? undefined : appraisee.ledger.get(rule.counter)
  if (entries === undefined) return { own, extra, hidden: 0 }
  const kept = entries
    .filter(entry => inQuarters(quarterOf(entry.period), view))
    .reduce((all, { count }) => all + count, 0)
  if (view.elsewhere.includes(rule.counter!))
    return { own: Math.max(0, own - kept), extra, hidden: Math.min(own, kept) }
  return { own, extra: extra + Math.max(0, kept - own), hidden: 0 }
}

/** What the ledger shows short beyond the findings; a finding that names a counter meets that one, others meet what is left. */
function shortfall(rule: Rule, found: readonly Fact[], appraisee: Appraisee, view: View): number {
  const alone = rule.requires!.length === 1
  let lacking = 0
  for (const need of rule.requires!) {
    const entries = appraisee.ledger.get(need.counter)
    if (entries === undefined) continue
    const named = found.filter(finding => alone || finding.counter === need.counter)
    lacking += Math.max(0, shortOf(entries, need, view) - countOf(named))
  }
  return alone
    ? lacking
    : Math.max(0, lacking - countOf(found.filter(finding => finding.counter === undefined)))
}

/** How many short of a requirement: a period's surplus covers no other's lack; an entry of a longer span fills what lacks within it, from its first period on. */
function shortOf(entries: readonly Fact[], { required, per }: Requirement, view: View): number {
  const number = { year: 1, quarter: 4, month: 12 }[per]
  const held = Array.from({ length: number }, () => 0)
  const placed = entries.map(({ period, count }) => {
    const parts = period.length === 4 ? 1 : period.includes('Q') ? 4 : 12
    const part = parts === 1 ? 0 : Number(period.slice(parts === 4 ? 6 : 5)) - 1
    return { count, parts, first: Math.floor((part * number) / parts), span: Math.max(1, number / parts) }
  })
  for (const { count, first, span } of placed) if (span === 1) held[first]! += count
  for (const { count, first, span } of placed.toSorted((one, other) => one.span - other.span)) {
    let left = span === 1 ? 0 : count
    for (let at = first; at < first + span; at++) {
      const filled = Math.min(left, Math.max(0, required - held[at]!))
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

function inQuarters(quarter: number | undefined, view: View): boolean {
  if (view.quarters === undefined) return true
  return quarter === undefined ? view.last === true : view.quarters.includes(quarter)
}

function isSeen(finding: Fact, view: View): boolean {
  return (finding.by === 'leadUnit') === view.lead && inQuarters(finding.quarter, view)
}

function personsIn({ persons, occasions, count }: Fact): number {
  return persons === undefined ? count : persons * (occasions ?? 1)
}

function countOf(found: readonly Fact[]): number {
  return found.reduce((all, finding) => all + personsIn(finding), 0)
}

function multiplied(rule: Rule, finding: Fact, points: Fraction): Fraction {
  const named = rule.multipliers?.find(({ id }) => id === finding.multiplier)
  return named === undefined ? points : round(times(points, exact(named.times)), 3, 'up')
}

function levelOf(rule: Rule, finding: Fact): Fraction {
  return exact(rule.levels?.find(({ id }) => id === finding.level)?.points ?? 0)
}

function bonusOf(rule: Rule, found: readonly Fact[]): Fraction {
  const worth = (one: Fact, count: number): Fraction =>
    multiplied(
      rule,
      one,
      times(rule.levels === undefined ? exact(rule.points ?? 0) : levelOf(rule, one), exact(count)),
    )
  let amounts = found.map(one => worth(one, rule.each === true ? one.count : 1))
  if (rule.highestOnly === true) {
    const best = new Map<string, Fraction>()
    for (const one of found)
      best.set(one.project ?? '', most(best.get(one.project ?? '') ?? ZERO, worth(one, 1)))
    amounts = [...best.values()]
  }
  return rule.each === true ? sum(amounts) : amounts.reduce((top, one) => most(top, one), ZERO)
}

/** Points for the value of a measure: whole steps beyond a start, or the first band that holds it. */
function measured(rule: Rule, value: Fraction): Fraction {
  if (rule.bands !== undefined) return exact(rule.bands.find(band => holds(band, value))?.points ?? 0)
  const start = exact(rule.start ?? 0)
  const beyond = most(ZERO, rule.direction === 'below' ? minus(start, value) : minus(value, start))
  const { whole, rest } = wholePart({
    top: beyond.top * exact(rule.size!).bottom,
    bottom: beyond.bottom * exact(rule.size!).top,
  })
  return times(exact(rule.points ?? 0), exact(whole + (rule.partial === 'counted' && rest.top > 0n ? 1 : 0)))
}

/** Whether a band holds a value: closed below and open above unless it says otherwise. */
export function holds(band: Band, value: Fraction): boolean {
  const low = band.from === undefined ? 1 : compare(value, exact(band.from))
  const high = band.to === undefined ? -1 : compare(value, exact(band.to))
  return (
    (low > 0 || (low === 0 && band.fromOpen !== true)) && (high < 0 || (high === 0 && band.toClosed === true))
  )
}
