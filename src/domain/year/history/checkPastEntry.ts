import { countFaults } from '../../kernel/countFaults.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { GradeBand } from '../../scheme/ruling.ts'
import type { FactBook } from '../facts/factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { PastEntry } from './history.ts'

/** Checks a past result (查验一条历年结果): an earlier year, a unit in the roster or merged into one of its units, a known grade, possible places. (五（四）) */
export function checkPastEntry(
  year: number,
  entry: PastEntry,
  book: FactBook,
  merged: ReadonlySet<string>,
): readonly FactFault[] {
  const { cycle } = book.scheme
  const faults: FactFault[] = []
  if (year >= cycle) faults.push(faultIn('cycle', refuse('pastYearNotEarlier', { year, cycle })))
  const unknown = merged.has(entry.unit) ? undefined : book.unitRefusal(entry.unit)
  if (unknown) faults.push(faultIn('unit', unknown))
  const grade = termRefusal('grade', entry.grade, overallGrades(book))
  if (grade) faults.push(faultIn('grade', grade))
  return [...faults, ...(entry.of === undefined ? [] : countFaults('of', entry.of, 1)), ...placeFaults(entry)]
}

/** Lists the overall grades (综合评价等次), best first. (R12) */
function overallGrades(book: FactBook): readonly GradeBand[] {
  return book.rulings.find('overallGrades')?.answer?.grades ?? []
}

function placeFaults({ place, fromBottom, of }: PastEntry): readonly FactFault[] {
  const most = of ?? Number.MAX_SAFE_INTEGER
  return (['place', 'fromBottom'] as const).flatMap(field => {
    const value = field === 'place' ? place : fromBottom
    const possible = Number.isInteger(value) && value >= 1 && value <= most
    return possible ? [] : [faultIn(field, refuse('placeOutside', { place: value, of: most }))]
  })
}
