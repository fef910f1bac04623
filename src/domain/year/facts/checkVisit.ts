import { inspectorFaults, momentFaults, unitFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import type { FactFault } from '../../kernel/factFault.ts'
import type { Visit } from './facts.ts'

/** Checks a visit (查验一条核查场次). (三（二）2) */
export function checkVisit(visit: Visit, book: FactBook): readonly FactFault[] {
  return [
    ...unitFaults(book, visit.unit),
    ...momentFaults(book, visit.quarter, visit.heldOn, 'heldOn'),
    ...inspectorFaults(book, visit.unit, visit.by),
  ]
}
