import type { Finding, LedgerCount } from '../../cycle/facts.ts'
import type { UnitFacts } from '../../cycle/unitFacts.ts'
import { countInLedger, shortfallInLedger } from '../../evidence/ledgerCounts.ts'
import type { RulingNote } from '../../kernel/explanation.ts'
import type { Quarter } from '../../kernel/calendar.ts'
import type { LedgerFeed, PreparedRubric, PreparedRule } from './preparedRubric.ts'
import { combineBonuses } from './rules/bonus.ts'
import { personOccasions } from './rules/personOccasion.ts'
import { stepsBeyond } from './rules/steps.ts'
import type { BonusRule, StepsRule } from '../../scheme/rubric.ts'

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
  readonly touchedRules: number[]
  readonly touchedRows: number[]
  readonly ruleTouched: Uint8Array
  readonly rowTouched: Uint8Array
  readonly bonuses: Map<number, Finding[]>
  readonly evidence: Map<number, Finding[]>
  readonly ledger: Map<number, LedgerCount[]>
  /** rules whose findings and ledger disagree: found and in the ledger. */
  readonly disagreements: { readonly rule: PreparedRule; readonly counter: string; readonly found: number; readonly kept: number }[]
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
    touchedRules: [],
    touchedRows: [],
    ruleTouched: new Uint8Array(rules.length),
    rowTouched: new Uint8Array(rows.length),
    bonuses: new Map(),
    evidence: new Map(),
    ledger: new Map(),
    disagreements: [],
  }
}

/** 归集一个单位: findings first, then what the ledger knows beyond them, then measures and tests. With `keep` the evidence is kept by rule. */
export function fillTally(tally: Tally, rubric: PreparedRubric, facts: UnitFacts, view: TallyView, keep: boolean): void {
  clear(tally)
  for (const finding of facts.findings) {
    const rule = rubric.rule.get(finding.row)?.get(finding.rule)
    if (rule === undefined || (finding.by ?? 'committee') !== view.by || !inRound(finding.quarter, view)) continue
    addFinding(tally, rule, finding, keep)
  }
  if (view.by === 'committee') {
    if (facts.ledger.size > 0) for (const feed of rubric.fed) addLedger(tally, feed, facts, view, keep)
    for (const rule of rubric.measured) addMeasure(tally, rule, facts, view)
    if (view.failedTests !== undefined) addTests(tally, view.failedTests, facts, view)
  }
  settle(tally, rubric)
}

function clear(tally: Tally): void {
  for (const at of tally.touchedRules) {
    tally.amount[at] = 0
    tally.count[at] = 0
    tally.beforeCap[at] = 0
    tally.ruleTouched[at] = 0
  }
  for (const at of tally.touchedRows) {
    tally.deducted[at] = 0
    tally.bonus[at] = 0
    tally.zeroed[at] = 0
    tally.rowTouched[at] = 0
  }
  tally.touchedRules.length = 0
  tally.touchedRows.length = 0
  if (tally.bonuses.size > 0) tally.bonuses.clear()
  if (tally.evidence.size > 0) tally.evidence.clear()
  if (tally.ledger.size > 0) tally.ledger.clear()
  tally.disagreements.length = 0
}

function inRound(quarter: Quarter | undefined, { round }: TallyView): boolean {
  if (round === undefined) return true
  return quarter === undefined ? round.last : round.quarters.includes(quarter)
}

function addFinding(tally: Tally, rule: PreparedRule, finding: Finding, keep: boolean): void {
  touch(tally, rule)
  tally.count[rule.at]! += rule.rule.form === 'personOccasion' ? personOccasions(finding) : finding.count
  if (rule.rule.form === 'bonus') pushAt(tally.bonuses, rule.at, finding)
  else addAmount(tally, rule, multiplied(rule, finding))
  if (keep) pushAt(tally.evidence, rule.at, finding)
}

function multiplied(rule: PreparedRule, finding: Finding): number {
  const once = rule.once && rule.form.perCount !== undefined
  const plain = once ? rule.form.perCount!(rule.rule) : rule.form.contribution(rule.rule, finding)
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
  for (const feed of counters) {
    const entries = facts.ledger.get(feed.counter)
    if (entries === undefined || view.silent.includes(feed.counter)) continue
    const kept = countFor(feed, entries, view)
    const found = foundBy(facts, rule, view, counters.length === 1 ? undefined : feed.counter)
    if (keep && found !== undefined && found !== kept) tally.disagreements.push({ rule, counter: feed.counter, found, kept })
    beyond += Math.max(0, kept - (found ?? 0))
    if (keep) for (const entry of entries) pushAt(tally.ledger, rule.at, entry)
  }
  const more = counters.length === 1 ? beyond : beyond - (foundBy(facts, rule, view, null) ?? 0)
  if (more <= 0) return
  touch(tally, rule)
  tally.count[rule.at]! += more
  addAmount(tally, rule, rule.form.perCount!(rule.rule) * (rule.once ? 1 : more))
}

function countFor({ requirement }: LedgerFeed['counters'][number], entries: readonly LedgerCount[], { round }: TallyView): number {
  const count = (quarter?: Quarter) =>
    requirement === undefined ? countInLedger(entries, quarter) : shortfallInLedger(entries, requirement, quarter)
  return round === undefined ? count() : round.quarters.reduce((sum, quarter) => sum + count(quarter), 0)
}

/** 核查认定的数: what findings on this rule say, all of them, those that name `counter`, or (null) those that name none; undefined when there is none. */
function foundBy(facts: UnitFacts, rule: PreparedRule, view: TallyView, counter: string | null | undefined): number | undefined {
  let found: number | undefined
  for (const finding of facts.findings) {
    if (finding.rule !== rule.rule.id || finding.row !== rule.row.row.id) continue
    if ((finding.by ?? 'committee') !== view.by || !inRound(finding.quarter, view)) continue
    if (counter !== undefined && (finding.counter ?? null) !== counter) continue
    found = (found ?? 0) + (rule.rule.form === 'personOccasion' ? personOccasions(finding) : finding.count)
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
  if (rule.form.perCount === undefined) return
  let failed = 0
  for (const test of facts.tests) if (inRound(test.quarter, view)) failed += test.failed
  if (failed === 0) return
  touch(tally, rule)
  tally.count[rule.at]! += failed
  addAmount(tally, rule, rule.form.perCount(rule.rule) * (rule.once ? 1 : failed))
}

function touch(tally: Tally, rule: PreparedRule): void {
  if (tally.ruleTouched[rule.at] === 1) return
  tally.ruleTouched[rule.at] = 1
  tally.touchedRules.push(rule.at)
  if (tally.rowTouched[rule.row.at] === 1) return
  tally.rowTouched[rule.row.at] = 1
  tally.touchedRows.push(rule.row.at)
}

function settle(tally: Tally, rubric: PreparedRubric): void {
  for (const at of tally.touchedRules) {
    const { rule, row } = rubric.rules[at]!
    const plain = rule.form === 'bonus' ? combineBonuses(rule as BonusRule, tally.bonuses.get(at) ?? []) : tally.amount[at]!
    const amount = rule.cap !== undefined && plain > rule.cap ? rule.cap : plain
    tally.beforeCap[at] = plain
    tally.amount[at] = amount
    if (rule.form === 'bonus') tally.bonus[row.at]! += amount
    else if (rule.form === 'zeroRow') tally.zeroed[row.at] = 1
    else tally.deducted[row.at]! += amount
  }
}

function pushAt<T>(map: Map<number, T[]>, at: number, item: T): void {
  const list = map.get(at)
  if (list) list.push(item)
  else map.set(at, [item])
}
