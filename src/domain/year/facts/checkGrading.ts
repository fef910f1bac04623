import { refuse } from '../../kernel/refusal.ts'
import { unitFaults } from './commonFaults.ts'
import { componentFaults, methodOfKind } from './componentFaults.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn, NO_FAULTS } from '../../kernel/factFault.ts'
import type { Grading } from './facts.ts'

/** Checks a grading (查验一条等次评定): one of the method's grades, given by the unit's own lead unit where lead units grade their groups, and never by the unit itself. (三（二）1) */
export function checkGrading(grading: Grading, book: FactBook): readonly FactFault[] {
  const faults = [
    ...unitFaults(book, grading.unit),
    ...componentFaults(book, grading.component, grading.unit, 'quotaGrading'),
  ]
  const method = methodOfKind(book, grading.component, grading.unit, 'quotaGrading')
  const refusal = method && termRefusal('grade', grading.grade, method.grades)
  if (refusal) faults.push(faultIn('grade', refusal))
  return [...faults, ...graderFaults(grading, method?.within === 'leadUnit', book)]
}

function graderFaults({ unit, by }: Grading, byLeadUnit: boolean, book: FactBook): readonly FactFault[] {
  const known = book.units.get(unit)
  if (by === undefined || known === undefined) return NO_FAULTS
  if (by === unit || by === known.name) return [faultIn('by', refuse('gradedByItself', { unit: known.name }))]
  const lead = known.leadUnit === undefined ? undefined : book.units.get(known.leadUnit)
  if (!byLeadUnit || lead === undefined || by === lead.id || by === lead.name) return NO_FAULTS
  return [faultIn('by', refuse('gradedByOther', { by: book.units.get(by)?.name ?? by, lead: lead.name }))]
}
