import { printPoints, type Points } from '../../kernel/points.ts'
import { refuse } from '../../kernel/refusal.ts'
import { unitFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { MeasureValue } from './facts.ts'

/** Checks the value of a measure (查验一条指标数值): a known measure, a value within its bounds. */
export function checkMeasureValue(
  { unit, measure, value }: MeasureValue,
  book: FactBook,
): readonly FactFault[] {
  const faults = [...unitFaults(book, unit)]
  const refusal = termRefusal('measure', measure, book.scheme.measures)
  if (refusal) return [...faults, faultIn('measure', refusal)]
  const known = book.scheme.measures.find(each => each.id === measure)
  const { least, most } = known ?? {}
  if ((least !== undefined && value < least) || (most !== undefined && value > most)) {
    faults.push(
      faultIn(
        'value',
        refuse('measureOutside', {
          value: printPoints(value),
          ...bound('least', least),
          ...bound('most', most),
        }),
      ),
    )
  }
  return faults
}

function bound(
  side: 'least' | 'most',
  value: Points | undefined,
): { readonly [S in 'least' | 'most']?: string } {
  return value === undefined ? {} : { [side]: printPoints(value) }
}
