import { countFaults } from '../../kernel/countFaults.ts'
import { refuse } from '../../kernel/refusal.ts'
import { unitFaults } from './commonFaults.ts'
import { componentFaults, methodOfKind } from './componentFaults.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { SurveyTally } from './facts.ts'

/** Checks a survey tally (查验一条民意调查汇总): a known group, known answers, whole numbers from 0 to a million. (三（二）3) */
export function checkSurveyTally(tally: SurveyTally, book: FactBook): readonly FactFault[] {
  const faults = [
    ...unitFaults(book, tally.unit),
    ...componentFaults(book, tally.component, tally.unit, 'survey'),
  ]
  const method = methodOfKind(book, tally.component, tally.unit, 'survey')
  if (!method) return faults
  const group = termRefusal('group', tally.group, method.groups)
  if (group) faults.push(faultIn('group', group))
  if (Object.keys(tally.answers).length === 0) faults.push(faultIn('answers', refuse('answersMissing', {})))
  for (const [answer, count] of Object.entries(tally.answers)) {
    const refusal = termRefusal('answer', answer, method.answers)
    if (refusal) faults.push(faultIn(`answers.${answer}`, refusal))
    else faults.push(...countFaults(`answers.${answer}`, count, 0))
  }
  return faults
}
