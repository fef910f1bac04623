import { countFaults } from '../../kernel/countFaults.ts'
import { printPoints } from '../../kernel/points.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Row } from '../../scheme/rubric.ts'
import { countOf, feedsOf, formOf, levelsOf, type Rule } from '../../scheme/forms/ruleForms.ts'
import { reasonFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import { printTerms, termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn, NO_FAULTS } from '../../kernel/factFault.ts'
import type { Finding } from './facts.ts'

/** Checks the fields of a finding against its rule (查验核查情况所填的各项是否合乎规则): amount, level, multiplier, persons, counter, and the maximum count. (附件, R14) */
export function checkFindingRule(
  finding: Finding,
  rule: Rule,
  row: Row,
  book: FactBook,
): readonly FactFault[] {
  if ('measure' in rule) {
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
  const bounds = formOf(rule).bounds?.(rule, row.base, book.rulings.find('discretionary')?.answer)
  if (bounds === undefined) {
    return finding.amount === undefined
      ? NO_FAULTS
      : [faultIn('amount', refuse('amountNotTaken', { rule: rule.text }))]
  }
  const faults = bounds.reasonRequired ? [...reasonFaults('note', finding.note)] : []
  if (finding.amount === undefined)
    return [...faults, faultIn('amount', refuse('amountMissing', { rule: rule.text }))]
  const { least, most, step } = bounds
  const amount = printPoints(finding.amount)
  if (finding.amount < least || finding.amount > most) {
    faults.push(
      faultIn(
        'amount',
        refuse('amountOutside', { amount, least: printPoints(least), most: printPoints(most) }),
      ),
    )
  } else if (step > 0 && (finding.amount - least) % step !== 0) {
    faults.push(faultIn('amount', refuse('amountOffStep', { amount, step: printPoints(step) })))
  }
  return faults
}

function levelFaults(finding: Finding, rule: Rule): readonly FactFault[] {
  const levels = levelsOf(rule)
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

function personFaults({ count, persons, occasions }: Finding, rule: Rule): readonly FactFault[] {
  if (persons === undefined && occasions === undefined) return NO_FAULTS
  if (formOf(rule).byPersons === undefined) {
    return [
      faultIn(
        persons === undefined ? 'occasions' : 'persons',
        refuse('personsNotTaken', { rule: rule.text }),
      ),
    ]
  }
  if (persons === undefined) return [faultIn('persons', refuse('personsMissing', {}))]
  // A count of 1 is what a line without one has.
  if (count !== 1 && count !== persons * (occasions ?? 1))
    return [faultIn('count', refuse('countBesidePersons', { count, persons, occasions: occasions ?? 1 }))]
  return [
    ...countFaults('persons', persons, 1),
    ...(occasions === undefined ? NO_FAULTS : countFaults('occasions', occasions, 1)),
  ]
}

function counterFaults({ counter }: Finding, rule: Rule, book: FactBook): readonly FactFault[] {
  if (counter === undefined) return NO_FAULTS
  const refusal = termRefusal('counter', counter, book.scheme.counters)
  if (refusal) return [faultIn('counter', refusal)]
  if (feedsOf(rule).some(feed => feed.counter === counter)) return NO_FAULTS
  const name = book.scheme.counters.find(each => each.id === counter)?.name ?? counter
  return [faultIn('counter', refuse('counterNotOfRule', { counter: name, rule: rule.text }))]
}

function mostFaults(finding: Finding, rule: Rule): readonly FactFault[] {
  const form = formOf(rule)
  const most = form.isOne === true ? 1 : rule.most
  if (most === undefined) return NO_FAULTS
  const count = countOf(form.byPersons, finding)
  const isByPersons = form.byPersons !== undefined && finding.persons !== undefined
  return count > most
    ? [faultIn(isByPersons ? 'persons' : 'count', refuse('countTooLarge', { count, most }))]
    : NO_FAULTS
}
