import type { ShapeFault } from '../../contract/shape/shapeFault.ts'
import { shapeFaultSentences } from '../../contract/shape/shapeFaultSentences.ts'
import type { FaultSentence } from '../../contract/scheme/faultSentence.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'

/** Converts a fault of shape to a refusal, with the same codes as for a workbook where both know the fault. `item` is the fact as written in the file. */
export function refusalOfShape(fault: ShapeFault, item: unknown): Refusal {
  const field = fault.path.at(-1)
  switch (fault.code) {
    case 'fieldMissing':
      return refuse('fieldMissing', { field: fault.values.field })
    case 'fieldUnknown': {
      const { field: key, nearest } = fault.values
      return refuse('keyUnknown', nearest === undefined ? { key } : { key, nearest })
    }
    case 'notThousandths':
      return refuse('tooManyDecimals', { found: fault.values.found })
    case 'notWhole':
      return refuse('countFractional', { count: fault.values.found })
    case 'belowLeast': {
      const count = Number(fault.values.found)
      return count < 0 ? refuse('countNegative', { count }) : refuse('countNotWhole', { count })
    }
    case 'notAmong':
      if (field === 'quarter') return refuse('quarterOutsideYear', { quarter: plain(fault.values.found) })
      return inWords(fault)
    case 'notDay':
      return refuse('cellWrongKind', { expected: 'date', found: plain(fault.values.found) })
    case 'notPeriod':
      return refuse('cellWrongKind', { expected: 'period', found: plain(fault.values.found) })
    case 'notOneMark':
      return hasPoints(item, fault.path) ? refuse('markBoth', {}) : refuse('markMissing', {})
    case 'moreFailedThanSat': {
      const { failed, sat } = item as { readonly failed: number; readonly sat: number }
      return refuse('moreFailedThanSat', { failed, sat })
    }
    default:
      return inWords(fault)
  }
}

function inWords(fault: ShapeFault): Refusal {
  const say = shapeFaultSentences[fault.code] as (values: object) => FaultSentence
  const { wrong, remedy } = say(fault.values)
  return refuse('wrongShape', { wrong, remedy })
}

function plain(found: string): string {
  return found.replace(/^“|”$/g, '')
}

function hasPoints(item: unknown, path: readonly (string | number)[]): boolean {
  let at: unknown = item
  for (const step of path) at = (at as Record<string | number, unknown> | undefined)?.[step]
  return (at as { readonly points?: unknown } | undefined)?.points !== undefined
}
