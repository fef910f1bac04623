import type { Finding, LedgerCount } from '../../cycle/facts.ts'
import type { UnitFacts } from '../../cycle/unitFacts.ts'
import { countInLedger, shortfallInLedger } from '../../evidence/ledgerCounts.ts'
import type { RulingNote } from '../../kernel/explanation.ts'
import type { Quarter } from '../../kernel/calendar.ts'
import { type LedgerFeed, type PreparedRubric, type PreparedRule, ruleIn } from './preparedRubric.ts'
import { combineBonuses } from './rules/bonus.ts'
import { personOccasions } from './rules/personOccasion.ts'
import { NO_POINTS } from '../../kernel/points.ts'
import { stepsBeyond } from './rules/steps.ts'
import type { BonusRule, StepsRule } from '../../scheme/rubric.ts'

const NO_FINDINGS: readonly Finding[] = []

/** 归集口径: which findings and ledger counts of a unit meet the rubric in one pass. */
export interface TallyView {
  readonly by: 'committee' | 'leadUnit'
  /** one round alone, and the quarters it answers for; the last round answers for quarters without a visit and for what has no quarter. */
  readonly round?: { readonly quarter: Quarter; readonly quarters: readonly Quarter[]; readonly last: boolean }
  /** ledger counters that do not count here (R17). */
  readonly silent: readonly string[]
  /** where these counters cost points too, and the note on it (R17). */
  readonly alsoIn?: { readonly counters: readonly string[]; readonly place: string; readonly notes: readonly RulingNote[] }
  /** failed tests count against this rule (R18). */
  readonly failedTests?: PreparedRule
}

/** 一个单位在一个细则上的归集: amounts by rule and by row, in thousandths, kept in arrays that the next unit uses again. */
export interface Tally {
  readonly amount: Float64Array
  readonly count: Float64Array
  readonly beforeCap: Float64Array
  readonly deducted: Float64Array
  readonly bonus: Float64Array
  readonly zeroed: Uint8Array
  /** places of the rules and rows that anything touched, in order of touch; the first so many count. */
  readonly touchedRules: Uint16Array
  readonly touchedRows: Uint16Array
  rulesTouched: number
  rowsTouched: number
  readonly ruleTouched: Uint8Array
  readonly rowTouched: Uint8Array
  /** findings by rule: of rules that compare them always, of all rules when evidence is kept. */
  readonly evidence: (Finding[] | undefined)[]
  /** ledger entries by rule, when evidence is kept. */
  readonly ledger: (readonly LedgerCount[] | undefined)[]
  /** rules whose findings and ledger disagree: found and in the ledger. */
  disagreements: { readonly rule: PreparedRule; readonly counter: string; readonly found: number; readonly kept: number }[]
}

/** 新建归集. */
export function openTally({ rules, rows }: PreparedRubric): Tally {
  return {
    amount: new Float64Array(rules.length),
    count: new Float64Array(rules.length),
    beforeCap: new Float64Array(rules.length),
    deducted: new Float64Array(rows.length),
    bonus: new Float64Array(rows.length),
    zeroed: new Uint8Array(rows.length),
    touchedRules: new Uint16Array(rules.length),
    touchedRows: new Uint16Array(rows.length),
    rulesTouched: 0,
    rowsTouched: 0,
    ruleTouched: new Uint8Array(rules.length),
    rowTouched: new Uint8Array(rows.length),
    evidence: rules.map(() => undefined),
    ledger: rules.map(() => undefined),
    disagreements: [],
  }
}

/** 归集一个单位: findings first, then measures and tests, then what the ledger knows beyond the findings. The evidence is kept by rule where an explanation will tell it. */
export function fillTally(tally: Tally, rubric: PreparedRubric, facts: UnitFacts, view: TallyView, evidence: 'keep' | 'drop'): void {
  const keep = evidence === 'keep'
  clear(tally)
  for (const finding of facts.findings) {
    const rule = ruleIn(rubric, finding.row, finding.rule)
    if (rule === undefined || (finding.by ?? 'committee') !== view.by || !inRound(finding.quarter, view)) continue
    addFinding(tally, rule, finding, keep)
  }
  if (view.by === 'committee') {
    for (const rule of rubric.measured) addMeasure(tally, rule, facts, view)
    if (view.failedTests !== undefined) addTests(tally, view.failedTests, facts, view)
    if (facts.ledger.size > 0) for (const feed of rubric.fed) addLedger(tally, feed, facts, view, keep)
  }
  settle(tally, rubric)
}

function clear(tally: Tally): void {
  for (let each = 0; each < tally.rulesTouched; each++) {
    const at = tally.touchedRules[each]!
    tally.amount[at] = 0
    tally.count[at] = 0
    tally.ruleTouched[at] = 0
    tally.evidence[at] = undefined
    tally.ledger[at] = undefined
  }
  for (let each = 0; each < tally.rowsTouched; each++) {
    const at = tally.touchedRows[each]!
    tally.deducted[at] = 0
    tally.bonus[at] = 0
    tally.zeroed[at] = 0
    tally.rowTouched[at] = 0
  }
  tally.rulesTouched = 0
  tally.rowsTouched = 0
  tally.disagreements = []
}

function inRound(quarter: Quarter | undefined, { round }: TallyView): boolean {
  if (round === undefined) return true
  return quarter === undefined ? round.last : round.quarters.includes(quarter)
}

function addFinding(tally: Tally, rule: PreparedRule, finding: Finding, keep: boolean): void {
  const count = countOf(rule, finding)
  touch(tally, rule)
  tally.count[rule.at]! += count
  if (rule.effect === 'deducts') addAmount(tally, rule, amountOf(rule, finding, count))
  if (!keep && !rule.compares) return
  const evidence = tally.evidence[rule.at]
  if (evidence) evidence.push(finding)
  else tally.evidence[rule.at] = [finding]
}

function countOf(rule: PreparedRule, finding: Finding): number {
  return rule.byPerson ? personOccasions(finding) : finding.count
}

function amountOf(rule: PreparedRule, finding: Finding, count: number): number {
  const { each, once } = rule
  const plain = each === undefined ? (rule.form.contribution?.(rule.rule, finding) ?? NO_POINTS) : once ? each : each * count
  if (finding.multiplier === undefined) return plain
  const multiplier = rule.rule.multipliers?.find(one => one.id === finding.multiplier)
  return multiplier === undefined ? plain : Math.round((plain * multiplier.times) / 1000)
}

function addAmount(tally: Tally, rule: PreparedRule, amount: number): void {
  const before = tally.amount[rule.at]!
  tally.amount[rule.at] = rule.once ? Math.max(before, amount) : before + amount
}

/**
 * The ledger and the findings tell of the same matter, so the larger of the two counts: neither is charged twice, nor does one wipe out
 * the other. Findings that name a counter meet that counter; the others meet what is left of all the rule's counters.
 */
function addLedger(tally: Tally, { rule, counters }: LedgerFeed, facts: UnitFacts, view: TallyView, keep: boolean): void {
  let beyond = 0
  let told: readonly LedgerCount[] | undefined
  for (const feed of counters) {
    const entries = facts.ledger.get(feed.counter)
    if (entries === undefined || view.silent.includes(feed.counter)) continue
    const kept = countFor(feed, entries, view)
    const found = foundBy(tally, rule, counters.length === 1 ? undefined : feed.counter)
    if (keep && found !== undefined && found !== kept) tally.disagreements.push({ rule, counter: feed.counter, found, kept })
    beyond += Math.max(0, kept - (found ?? 0))
    if (keep) told = told === undefined ? entries : [...told, ...entries]
  }
  const more = counters.length === 1 ? beyond : beyond - (foundBy(tally, rule, null) ?? 0)
  if (more > 0) {
    touch(tally, rule)
    tally.count[rule.at]! += more
    addAmount(tally, rule, rule.each! * (rule.once ? 1 : more))
  }
  if (tally.ruleTouched[rule.at] === 1) tally.ledger[rule.at] = told
}

function countFor({ requirement }: LedgerFeed['counters'][number], entries: readonly LedgerCount[], { round }: TallyView): number {
  const count = (quarter?: Quarter) =>
    requirement === undefined ? countInLedger(entries, quarter) : shortfallInLedger(entries, requirement, quarter)
  return round === undefined ? count() : round.quarters.reduce((sum, quarter) => sum + count(quarter), 0)
}

/** 核查认定的数: what findings on this rule say, all of them, those that name `counter`, or (null) those that name none; undefined when there is none. */
function foundBy(tally: Tally, rule: PreparedRule, counter: string | null | undefined): number | undefined {
  let found: number | undefined
  for (const finding of tally.evidence[rule.at] ?? NO_FINDINGS) {
    if (counter !== undefined && (finding.counter ?? null) !== counter) continue
    found = (found ?? 0) + countOf(rule, finding)
  }
  return found
}

function addMeasure(tally: Tally, rule: PreparedRule, facts: UnitFacts, view: TallyView): void {
  if (!inRound(undefined, view)) return
  const name = (rule.rule as StepsRule).measure
  const value = facts.measures.get(name)
  if (value === undefined) return
  const amount = rule.form.measured!(rule.rule, value)
  if (amount === 0) return
  touch(tally, rule)
  tally.count[rule.at]! += rule.rule.form === 'steps' ? stepsBeyond(rule.rule, value) : 1
  addAmount(tally, rule, amount)
}

function addTests(tally: Tally, rule: PreparedRule, facts: UnitFacts, view: TallyView): void {
  if (rule.each === undefined) return
  let failed = 0
  for (const test of facts.tests) if (inRound(test.quarter, view)) failed += test.failed
  if (failed === 0) return
  touch(tally, rule)
  tally.count[rule.at]! += failed
  addAmount(tally, rule, rule.each * (rule.once ? 1 : failed))
}

function touch(tally: Tally, rule: PreparedRule): void {
  if (tally.ruleTouched[rule.at] === 1) return
  tally.ruleTouched[rule.at] = 1
  tally.touchedRules[tally.rulesTouched++] = rule.at
  if (tally.rowTouched[rule.row.at] === 1) return
  tally.rowTouched[rule.row.at] = 1
  tally.touchedRows[tally.rowsTouched++] = rule.row.at
}

function settle(tally: Tally, rubric: PreparedRubric): void {
  for (let each = 0; each < tally.rulesTouched; each++) {
    const at = tally.touchedRules[each]!
    const rule = rubric.rules[at]!
    const row = rule.row.at
    const plain = rule.effect === 'adds' ? combineBonuses(rule.rule as BonusRule, tally.evidence[at]!) : tally.amount[at]!
    const amount = Math.min(rule.cap, plain)
    tally.beforeCap[at] = plain
    tally.amount[at] = amount
    if (rule.effect === 'adds') tally.bonus[row]! += amount
    else if (rule.effect === 'zeroes') tally.zeroed[row] = 1
    else tally.deducted[row]! += amount
  }
}
