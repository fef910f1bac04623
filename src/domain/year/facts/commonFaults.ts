import { type Day, quarterOf } from '../../kernel/calendar.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Named } from '../../scheme/scheme.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import type { FactBook } from './factBook.ts'
import { type FactFault, faultIn, NO_FAULTS } from '../../kernel/factFault.ts'

/** Checks the unit of a fact (单位的错处). */
export function unitFaults(book: FactBook, unit: string, field = 'unit'): readonly FactFault[] {
  const refusal = book.unitRefusal(unit)
  return refusal ? [faultIn(field, refusal)] : NO_FAULTS
}

/** Checks quarter and day (季度与日期的错处): a quarter from 1 to 4, a day inside the cycle and inside the quarter. */
export function momentFaults(
  book: FactBook,
  quarter: number | undefined,
  day: Day | undefined,
  dayField: string,
): readonly FactFault[] {
  const { cycle } = book.scheme
  const faults: FactFault[] = []
  const inYear = quarter === undefined || [1, 2, 3, 4].includes(quarter)
  if (!inYear) faults.push(faultIn('quarter', refuse('quarterOutsideYear', { quarter })))
  if (day === undefined) return faults
  if (!day.startsWith(`${cycle}-`)) faults.push(faultIn(dayField, refuse('dayOutsideCycle', { day, cycle })))
  else if (quarter !== undefined && inYear && quarterOf(day) !== quarter) {
    faults.push(faultIn('quarter', refuse('quarterNotOfDay', { quarter, day })))
  }
  return faults
}

/** Bodies that inspect (核查者): the committee and lead units. */
export const INSPECTORS = [
  { id: 'committee', name: '考核组织者' },
  { id: 'leadUnit', name: '牵头单位' },
] as const satisfies readonly Named[]

/** Checks the inspector (核查者的错处): the committee or a lead unit, the latter only for a unit that has one. */
export function inspectorFaults(book: FactBook, unit: string, by: string | undefined): readonly FactFault[] {
  if (by === undefined) return NO_FAULTS
  const unknown = termRefusal('inspector', by, INSPECTORS)
  if (unknown) return [faultIn('by', unknown)]
  const known = book.units.get(unit)
  return by === 'leadUnit' && known !== undefined && known.leadUnit === undefined
    ? [faultIn('by', refuse('noLeadUnit', { unit: known.name }))]
    : NO_FAULTS
}

/** Checks a written reason (书面理由的错处). */
export function reasonFaults(field: string, reason: string | undefined): readonly FactFault[] {
  return reason === undefined || reason.trim() === ''
    ? [faultIn(field, refuse('reasonMissing', {}))]
    : NO_FAULTS
}
