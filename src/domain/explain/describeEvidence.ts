import type { Finding, LedgerCount } from '../year/facts/facts.ts'
import type { RuleExplained } from '../score/inspection/ruleExplained.ts'
import { printDay, printPeriod, printQuarter } from '../kernel/calendar.ts'
import type { Explained } from '../kernel/explanation.ts'
import { printPoints } from '../kernel/points.ts'
import type { Rule } from '../scheme/forms/ruleForms.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** Describes the evidence (依据) of a node: one line a finding, then one line a ledger counter; empty for nodes without evidence. */
export function describeEvidence(node: Explained, scheme: Scheme): readonly string[] {
  const { rule, findings = [], ledger = [] } = node as Partial<RuleExplained>
  const counters = new Map<string, LedgerCount[]>()
  for (const entry of ledger) counters.set(entry.counter, [...(counters.get(entry.counter) ?? []), entry])
  return [
    ...findings.map(finding => describeFinding(finding, rule, scheme)),
    ...[...counters].map(
      ([counter, entries]) => `台账（${counterName(scheme, counter)}）：${describeCounts(entries)}`,
    ),
  ]
}

function describeFinding(finding: Finding, rule: Rule | undefined, scheme: Scheme): string {
  const {
    quarter,
    foundOn,
    author,
    by,
    count,
    persons,
    occasions,
    amount,
    level,
    multiplier,
    counter,
    project,
    note,
    evidence,
  } = finding
  const levels = rule !== undefined && 'levels' in rule ? rule.levels : undefined
  const told = [
    quarter === undefined ? undefined : printQuarter(quarter),
    foundOn === undefined ? undefined : printDay(foundOn),
    by === 'leadUnit' ? '牵头单位核查' : undefined,
    author === undefined ? undefined : `核查人${author}`,
    counter === undefined ? undefined : counterName(scheme, counter),
    persons === undefined ? `${count}项（次）` : `${persons}人×${occasions ?? 1}次`,
    project === undefined ? undefined : `项目“${project}”`,
    level === undefined ? undefined : `档次“${nameIn(levels, level)}”`,
    multiplier === undefined ? undefined : nameIn(rule?.multipliers, multiplier),
    amount === undefined ? undefined : `${count > 1 ? '每次' : ''}酌定${printPoints(amount)}分`,
    note,
    evidence === undefined ? undefined : `印证：${evidence}`,
  ]
  return `核查情况：${told.filter(text => text !== undefined).join('，')}`
}

/** Prints the year before the first period only, since all periods belong to one cycle. */
function describeCounts(entries: readonly LedgerCount[]): string {
  return entries
    .map(
      ({ period, count }, at) =>
        `${at === 0 ? printPeriod(period) : printPeriod(period).replace(/^\d+年(?=.)/, '')}${count}次`,
    )
    .join('、')
}

function counterName(scheme: Scheme, counter: string): string {
  return nameIn(scheme.counters, counter)
}

function nameIn(
  list: readonly { readonly id: string; readonly name: string }[] | undefined,
  id: string,
): string {
  return list?.find(one => one.id === id)?.name ?? id
}
