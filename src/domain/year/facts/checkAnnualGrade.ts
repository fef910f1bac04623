import { unitFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { AnnualGradeProposal } from './facts.ts'

/** Checks a proposed annual grade (查验一条年度考核等次建议). Only grades for which the scheme sets a condition are accepted. (五（四）) */
export function checkAnnualGrade(
  { unit, annualGrade }: AnnualGradeProposal,
  book: FactBook,
): readonly FactFault[] {
  const terms = book.scheme.annualGradeRules.map(rule => ({ id: rule.annualGrade, name: rule.name }))
  const refusal = termRefusal('annualGrade', annualGrade, terms)
  return [...unitFaults(book, unit), ...(refusal ? [faultIn('annualGrade', refusal)] : [])]
}
