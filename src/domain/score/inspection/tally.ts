import type { Finding, LedgerCount } from '../../year/facts/facts.ts'
import type { UnitFacts } from '../../year/facts/unitFacts.ts'
import { countInLedger, shortfallInLedger } from '../../year/evidence/ledgerCounts.ts'
import type { RulingNote } from '../../kernel/explanation.ts'
import type { Quarter } from '../../kernel/calendar.ts'
import {
  type LedgerFeed,
  type PreparedRow,
  type PreparedRubric,
  type PreparedRule,
  ruleIn,
} from './preparedRubric.ts'
import { countOf } from '../../scheme/forms/ruleForms.ts'
import { amountOf } from './findingPoints.ts'

const NO_FINDINGS: readonly Finding[] = []

/** Tally view (归集口径): which findings and ledger counts of a unit one pass applies to the rubric. */
export interface TallyView {
  readonly by: 'committee' | 'leadUnit'
  /** One round alone, with the quarters that it covers. The last round also covers quarters without a visit and entries without a quarter. */
  readonly round?: {
    readonly quarter: Quarter
    readonly quarters: readonly Quarter[]
    readonly last: boolean
  }
  /** Ledger counters that do not count here, since they cost points in the ledger alone (R17). */
  readonly silent: readonly string[]
  /** Where these counters also cost points, and the note on it (R17). */
  readonly alsoIn?: {
    readonly counters: readonly string[]
    readonly place: string
    readonly notes: readonly RulingNote[]
  }
  /** Where the silent counters cost points instead, and the note on it (R17). */
  readonly onlyIn?: { readonly place: string; readonly notes: readonly RulingNote[] }
  /** The rule that failed tests count against (R18). */
  readonly failedTests?: PreparedRule
}

/** Tally of one unit on one rubric (一个单位在一个细则上的归集): amounts by rule and row, in thousandths, in objects that are reused for the next unit. */
export interface Tally {
  readonly rules: readonly RuleTally[]
  readonly rows: readonly RowTally[]
  /** The touched rules and rows, in order of touch; only the first `rulesTouched` and `rowsTouched` are valid. */
  readonly touchedRules: RuleTally[]
  readonly touchedRows: RowTally[]
  rulesTouched: number
  rowsTouched: number
  /** Rules whose findings and ledger disagree: the counts found and in the ledger. */
  disagreements: {
    readonly rule: PreparedRule
    readonly counter: string
    readonly found: number
    readonly kept: number
  }[]
}

/** Tally of one rule (一条规则的归集). */
export interface RuleTally {
  readonly rule: PreparedRule
  readonly row: RowTally
  isTouched: boolean
  count: number
  amount: number
  beforeCap: number
  /** Kept for rules that compare findings, and for all rules when evidence is kept. */
  findings: Finding[] | undefined
  /** How many of the occurrences found cost points in the ledger instead (R17). */
  elsewhere: number
  /** Ledger entries, when evidence is kept. */
  ledger: readonly LedgerCount[] | undefined
}

/** Tally of one row (一行的归集). */
export interface RowTally {
  readonly row: PreparedRow
  isTouched: boolean
  deducted: number
  bonus: number
  isZeroed: boolean
}

/** Creates a tally (新建归集). */
export function createTally({ rules, rows }: PreparedRubric): Tally {
  const ofRows = rows.map((row): RowTally => ({
    row,
    isTouched: false,
    deducted: 0,
    bonus: 0,
    isZeroed: false,
  }))
  const ofRules = rules.map((rule): RuleTally => {
    const nothing = {
      count: 0,
      amount: 0,
      beforeCap: 0,
      elsewhere: 0,
      findings: undefined,
      ledger: undefined,
    }
    return { rule, row: ofRows[rule.row.at]!, isTouched: false, ...nothing }
  })
  const touched = { touchedRules: [...ofRules], touchedRows: [...ofRows], rulesTouched: 0, rowsTouched: 0 }
  return { rules: ofRules, rows: ofRows, ...touched, disagreements: [] }
}

/** Fills the tally with one unit (归集一个单位): findings first, then measures and tests, then what the ledger holds beyond the findings. Evidence is kept by rule where an explanation needs it. */
export function fillTally(
  tally: Tally,
  rubric: PreparedRubric,
  facts: UnitFacts,
  view: TallyView,
  evidence: 'keep' | 'drop',
): void {
  const keep = evidence === 'keep'
  const hasLedger = facts.ledger.size > 0
  clear(tally)
  for (const finding of facts.findings) {
    const rule = ruleIn(rubric, finding.row, finding.rule)
    if (rule === undefined || (finding.by ?? 'committee') !== view.by || !inRound(finding.quarter, view))
      continue
    addFinding(tally, rule, finding, keep || rule.combine !== undefined || (hasLedger && rule.isFed))
  }
  if (view.by === 'committee') {
    for (const rule of rubric.measured) addMeasure(tally, rule, facts, view)
    if (view.failedTests !== undefined) addTests(tally, view.failedTests, facts, view)
    if (hasLedger) for (const feed of rubric.fed) addLedger(tally, feed, facts, view, keep)
  }
  settle(tally)
}

function clear(tally: Tally): void {
  for (let each = 0; each < tally.rulesTouched; each++) {
    const own = tally.touchedRules[each]!
    own.isTouched = false
    own.count = 0
    own.amount = 0
    own.elsewhere = 0
    own.findings = undefined
    own.ledger = undefined
  }
  for (let each = 0; each < tally.rowsTouched; each++) {
    const row = tally.touchedRows[each]!
    row.isTouched = false
    row.deducted = 0
    row.bonus = 0
    row.isZeroed = false
  }
  tally.rulesTouched = 0
  tally.rowsTouched = 0
  if (tally.disagreements.length > 0) tally.disagreements = []
}

function inRound(quarter: Quarter | undefined, { round }: TallyView): boolean {
  if (round === undefined) return true
  return quarter === undefined ? round.last : round.quarters.includes(quarter)
}

function addFinding(tally: Tally, rule: PreparedRule, finding: Finding, keep: boolean): void {
  const count = countOf(rule.byPersons, finding)
  const own = touch(tally, rule)
  own.count += count
  if (rule.combine === undefined) addAmount(own, amountOf(rule, finding, count))
  if (!keep) return
  if (own.findings) own.findings.push(finding)
  else own.findings = [finding]
}

function addAmount(own: RuleTally, amount: number): void {
  own.amount = own.rule.once ? Math.max(own.amount, amount) : own.amount + amount
}

/**
 * Adds the ledger to the findings. Both describe the same matter, so the larger count applies: neither is
 * charged twice, nor does one cancel the other. Findings that name a counter are compared with that
 * counter; the others with the remainder of all the rule's counters.
 */
function addLedger(
  tally: Tally,
  { rule, counters }: LedgerFeed,
  facts: UnitFacts,
  view: TallyView,
  keep: boolean,
): void {
  let beyond = 0
  let told: readonly LedgerCount[] | undefined
  for (const feed of counters) {
    const entries = facts.ledger.get(feed.counter)
    if (entries === undefined) continue
    if (view.silent.includes(feed.counter)) {
      if (feed.requirement === undefined) leaveToLedger(tally, rule, countFor(feed, entries, view))
      continue
    }
    const kept = countFor(feed, entries, view)
    const found = foundBy(tally, rule, counters.length === 1 ? undefined : feed.counter)
    if (keep && found !== undefined && found !== kept)
      tally.disagreements.push({ rule, counter: feed.counter, found, kept })
    beyond += Math.max(0, kept - (found ?? 0))
    if (keep) told = told === undefined ? entries : [...told, ...entries]
  }
  const more = counters.length === 1 ? beyond : beyond - (foundBy(tally, rule, null) ?? 0)
  if (more > 0) {
    const own = touch(tally, rule)
    own.count += more
    addAmount(own, rule.each! * (rule.once ? 1 : more))
  }
  const own = tally.rules[rule.at]!
  if (own.isTouched) own.ledger = told
}

/** Takes the occurrences that the ledger records out of those found: each costs once, in the ledger. (R17) */
function leaveToLedger(tally: Tally, rule: PreparedRule, kept: number): void {
  const found = foundBy(tally, rule, undefined) ?? 0
  const shared = Math.min(found, kept)
  if (shared === 0) return
  const own = tally.rules[rule.at]!
  own.count -= shared
  own.elsewhere = shared
  if (rule.once) {
    if (own.count === 0) own.amount = 0
    return
  }
  let cost = 0
  for (const finding of own.findings!) cost += amountOf(rule, finding, countOf(rule.byPersons, finding))
  own.amount -= Math.round((cost * shared) / found)
}

function countFor(
  { requirement }: LedgerFeed['counters'][number],
  entries: readonly LedgerCount[],
  { round }: TallyView,
): number {
  const count = (quarter?: Quarter) =>
    requirement === undefined
      ? countInLedger(entries, quarter)
      : shortfallInLedger(entries, requirement, quarter)
  return round === undefined ? count() : round.quarters.reduce((sum, quarter) => sum + count(quarter), 0)
}

/** Counts what was found under this rule: in all its findings, in those that name `counter`, or (null) in those that name none; undefined when there is no such finding. */
function foundBy(tally: Tally, rule: PreparedRule, counter: string | null | undefined): number | undefined {
  let found: number | undefined
  for (const finding of tally.rules[rule.at]!.findings ?? NO_FINDINGS) {
    if (counter !== undefined && (finding.counter ?? null) !== counter) continue
    found = (found ?? 0) + countOf(rule.byPersons, finding)
  }
  return found
}

function addMeasure(tally: Tally, rule: PreparedRule, facts: UnitFacts, view: TallyView): void {
  if (!inRound(undefined, view)) return
  const value = facts.measures.get(rule.measure!)
  if (value === undefined) return
  const amount = rule.form.measured!(rule.rule, value)
  if (amount === 0) return
  const own = touch(tally, rule)
  own.count += rule.form.measuredCount?.(rule.rule, value) ?? 1
  addAmount(own, amount)
}

function addTests(tally: Tally, rule: PreparedRule, facts: UnitFacts, view: TallyView): void {
  if (rule.each === undefined) return
  let failed = 0
  for (const test of facts.tests) if (inRound(test.quarter, view)) failed += test.failed
  if (failed === 0) return
  const own = touch(tally, rule)
  own.count += failed
  addAmount(own, rule.each * (rule.once ? 1 : failed))
}

function touch(tally: Tally, rule: PreparedRule): RuleTally {
  const own = tally.rules[rule.at]!
  if (own.isTouched) return own
  own.isTouched = true
  tally.touchedRules[tally.rulesTouched++] = own
  if (own.row.isTouched) return own
  own.row.isTouched = true
  tally.touchedRows[tally.rowsTouched++] = own.row
  return own
}

function settle(tally: Tally): void {
  for (let each = 0; each < tally.rulesTouched; each++) {
    const own = tally.touchedRules[each]!
    const { rule, row } = own
    own.beforeCap = rule.combine === undefined ? own.amount : rule.combine(rule.rule, own.findings!)
    own.amount = rule.cap === undefined ? own.beforeCap : Math.min(rule.cap, own.beforeCap)
    if (rule.effect === 'adds') row.bonus += own.amount
    else if (rule.effect === 'zeroes') row.isZeroed = true
    else row.deducted += own.amount
  }
}
