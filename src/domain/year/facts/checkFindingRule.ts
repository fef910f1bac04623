import { countFaults } from '../../kernel/countFaults.ts'
import { printPoints, type Points } from '../../kernel/points.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { DiscretionaryRule, Level, RangeRule, Row, Rule } from '../../scheme/rubric.ts'
import { reasonFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import { printTerms, termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn, NO_FAULTS } from '../../kernel/factFault.ts'
import type { Finding } from './facts.ts'

/** 查验核查情况所填的各项是否合乎规则: amount, level, multiplier, persons, counter and the most that can be counted. (附件, R14) */
export function checkFindingRule(
  finding: Finding,
  rule: Rule,
  row: Row,
  book: FactBook,
): readonly FactFault[] {
  if (rule.form === 'steps' || rule.form === 'tiers') {
    const measure = book.scheme.measures.find(each => each.id === rule.measure)?.name ?? rule.measure
    return [faultIn('rule', refuse('ruleTakesMeasure', { rule: rule.text, measure }))]
  }
  return [
    ...amountFaults(finding, rule, row, book),
    ...levelFaults(finding, rule),
    ...multiplierFaults(finding, rule),
    ...personFaults(finding, rule),
    ...counterFaults(finding, rule, book),
    ...mostFaults(finding, rule),
  ]
}

function amountFaults(finding: Finding, rule: Rule, row: Row, book: FactBook): readonly FactFault[] {
  if (rule.form !== 'discretionary' && rule.form !== 'range') {
    return finding.amount === undefined
      ? NO_FAULTS
      : [faultIn('amount', refuse('amountNotTaken', { rule: rule.text }))]
  }
  const faults =
    rule.form === 'discretionary' && needsReason(book) ? [...reasonFaults('note', finding.note)] : []
  if (finding.amount === undefined)
    return [...faults, faultIn('amount', refuse('amountMissing', { rule: rule.text }))]
  const { least, most, step } = rule.form === 'range' ? rangeOf(rule) : discretionOf(rule, row, book)
  const amount = printPoints(finding.amount)
  if (finding.amount < least || finding.amount > most) {
    faults.push(
      faultIn(
        'amount',
        refuse('amountOutside', { amount, least: printPoints(least), most: printPoints(most) }),
      ),
    )
  } else if (step > 0 && (finding.amount - (rule.form === 'range' ? least : 0)) % step !== 0) {
    faults.push(faultIn('amount', refuse('amountOffStep', { amount, step: printPoints(step) })))
  }
  return faults
}

interface Allowed {
  readonly least: Points
  readonly most: Points
  readonly step: Points
}

function rangeOf({ least, limit, step }: RangeRule): Allowed {
  return { least, most: limit, step }
}

function discretionOf(rule: DiscretionaryRule, row: Row, book: FactBook): Allowed {
  const answer = book.rulings.find('discretionary')?.answer
  const step = answer?.step ?? (1 as Points)
  const limit = rule.limit ?? (answer === undefined || answer.limit === 'row' ? row.base : answer.limit)
  return { least: step, most: limit, step }
}

function needsReason(book: FactBook): boolean {
  return book.rulings.find('discretionary')?.answer?.reasonRequired ?? true
}

function levelFaults(finding: Finding, rule: Rule): readonly FactFault[] {
  const levels: readonly Level[] | undefined = 'levels' in rule ? rule.levels : undefined
  if (levels === undefined) {
    return finding.level === undefined
      ? NO_FAULTS
      : [faultIn('level', refuse('levelNotTaken', { rule: rule.text }))]
  }
  if (finding.level === undefined)
    return [faultIn('level', refuse('levelMissing', { rule: rule.text, known: printTerms(levels) }))]
  const refusal = termRefusal('level', finding.level, levels)
  return refusal ? [faultIn('level', refusal)] : NO_FAULTS
}

function multiplierFaults({ multiplier }: Finding, rule: Rule): readonly FactFault[] {
  if (multiplier === undefined) return NO_FAULTS
  if (rule.multipliers === undefined)
    return [faultIn('multiplier', refuse('multiplierNotTaken', { rule: rule.text }))]
  const refusal = termRefusal('multiplier', multiplier, rule.multipliers)
  return refusal ? [faultIn('multiplier', refusal)] : NO_FAULTS
}

function personFaults({ persons, occasions }: Finding, rule: Rule): readonly FactFault[] {
  if (persons === undefined && occasions === undefined) return NO_FAULTS
  if (rule.form !== 'personOccasion') {
    return [
      faultIn(
        persons === undefined ? 'occasions' : 'persons',
        refuse('personsNotTaken', { rule: rule.text }),
      ),
    ]
  }
  if (persons === undefined) return [faultIn('persons', refuse('personsMissing', {}))]
  return [
    ...countFaults('persons', persons, 1),
    ...(occasions === undefined ? NO_FAULTS : countFaults('occasions', occasions, 1)),
  ]
}

function counterFaults({ counter }: Finding, rule: Rule, book: FactBook): readonly FactFault[] {
  if (counter === undefined) return NO_FAULTS
  const refusal = termRefusal('counter', counter, book.scheme.counters)
  if (refusal) return [faultIn('counter', refusal)]
  const ofRule =
    rule.form === 'perShortfall' ? rule.requires.map(requirement => requirement.counter) : [rule.counter]
  if (ofRule.includes(counter)) return NO_FAULTS
  const name = book.scheme.counters.find(each => each.id === counter)?.name ?? counter
  return [faultIn('counter', refuse('counterNotOfRule', { counter: name, rule: rule.text }))]
}

function mostFaults(finding: Finding, rule: Rule): readonly FactFault[] {
  if (rule.most === undefined) return NO_FAULTS
  const byPersons = rule.form === 'personOccasion' && finding.persons !== undefined
  const count = byPersons ? finding.persons * (finding.occasions ?? 1) : finding.count
  return count > rule.most
    ? [faultIn(byPersons ? 'persons' : 'count', refuse('countTooLarge', { count, most: rule.most }))]
    : NO_FAULTS
}
