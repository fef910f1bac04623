import { countFaults } from '../../kernel/countFaults.ts'
import { nearestName } from '../../kernel/nearestName.ts'
import { refuse } from '../../kernel/refusal.ts'
import { checkFindingRule } from './checkFindingRule.ts'
import { inspectorFaults, momentFaults, unitFaults } from './commonFaults.ts'
import type { BookRow, FactBook } from './factBook.ts'
import { type FactFault, faultIn, NO_FAULTS } from '../../kernel/factFault.ts'
import type { Finding } from './facts.ts'

/** Checks a finding (查验一条核查情况) against scheme and roster. Returns all faults, each with its field. (三（二）2, 附件) */
export function checkFinding(finding: Finding, book: FactBook): readonly FactFault[] {
  const faults = [
    ...unitFaults(book, finding.unit),
    ...countFaults('count', finding.count, 1),
    ...momentFaults(book, finding.quarter, finding.foundOn, 'foundOn'),
    ...inspectorFaults(book, finding.unit, finding.by),
  ]
  const row = book.rows.get(finding.row)
  if (!row) return [...faults, faultIn('row', unknownRow(book, finding.row))]
  const rule = row.rules.get(finding.rule)
  if (!rule) return [...faults, faultIn('rule', unknownRule(row, finding.rule))]
  return [
    ...faults,
    ...rubricFaults(finding, row, book),
    ...tierFaults(finding, row, book),
    ...checkFindingRule(finding, rule, row.row, book),
  ]
}

/** Refuses an unknown row (没有这一行). */
function unknownRow(book: FactBook, row: string): ReturnType<typeof refuse<'unknownRow'>> {
  const nearest = nearestName(row, book.rows.keys())
  return refuse('unknownRow', nearest === undefined ? { row } : { row, nearest })
}

/** Refuses a rule unknown in its row (该行没有这条规则). */
function unknownRule({ row, rules }: BookRow, rule: string): ReturnType<typeof refuse<'unknownRule'>> {
  const known = [...rules.values()].map(each => `${each.text}（${each.id}）`).join('、')
  return refuse('unknownRule', { row: row.id, rule, known })
}

/** Refuses a row of a rubric that no method uses for the unit; it would be ignored silently. */
function rubricFaults(finding: Finding, { row, rubric }: BookRow, book: FactBook): readonly FactFault[] {
  const unit = book.units.get(finding.unit)
  if (rubric === undefined || unit === undefined) return NO_FAULTS
  const uses = book.scheme.components.some(component => {
    const method = book.methodOf(component.id, unit.id)
    return method?.kind === 'rubric' && method.rubric === rubric
  })
  return uses ? NO_FAULTS : [faultIn('row', refuse('rowNotForUnit', { row: row.id, unit: unit.name }))]
}

/** Refuses a row meant for other tiers, such as the duty of lead units. (六（四）) */
function tierFaults(finding: Finding, { row }: BookRow, { scheme, units }: FactBook): readonly FactFault[] {
  const unit = units.get(finding.unit)
  if (row.tiers === undefined || unit === undefined || row.tiers.includes(unit.tier)) return NO_FAULTS
  const nameOf = (tier: string): string => scheme.tiers.find(one => one.id === tier)?.name ?? tier
  const allowed = row.tiers.map(nameOf).join('、')
  return [
    faultIn(
      'row',
      refuse('rowNotForTier', { row: row.id, unit: unit.name, tier: nameOf(unit.tier), allowed }),
    ),
  ]
}
