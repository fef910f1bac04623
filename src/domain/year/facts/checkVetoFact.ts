import { reasonFaults, unitFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { VetoFact } from './facts.ts'

/** Checks a veto (查验一条一票否决事实): known, with its reason. */
export function checkVetoFact(fact: VetoFact, book: FactBook): readonly FactFault[] {
  const refusal = termRefusal('veto', fact.veto, book.scheme.vetoes)
  return [
    ...unitFaults(book, fact.unit),
    ...(refusal ? [faultIn('veto', refusal)] : []),
    ...reasonFaults('reason', fact.reason),
  ]
}
