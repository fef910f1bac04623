import { NO_POINTS, printPoints } from '../../kernel/points.ts'
import { refuse } from '../../kernel/refusal.ts'
import { reasonFaults, unitFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { Decision } from './facts.ts'
import { rankingsOf } from './rankingsOf.ts'

/** Checks a decision (查验一条决定): what it names is known, its points and place are possible, its reason is given. (R7, R9, R11) */
export function checkDecision(decision: Decision, book: FactBook): readonly FactFault[] {
  const faults = [...reasonFaults('reason', decision.reason)]
  if (decision.kind === 'bandsApply') {
    const refusal = termRefusal('ranking', decision.ranking, rankingsOf(book.scheme))
    return refusal ? [...faults, faultIn('ranking', refusal)] : faults
  }
  faults.push(...unitFaults(book, decision.unit))
  if (decision.kind === 'fromBottom') {
    const [place, of] = [decision.place, book.units.size]
    if (!Number.isInteger(place) || place < 1 || place > of)
      faults.push(faultIn('place', refuse('placeOutside', { place, of })))
    return faults
  }
  const refusal = termRefusal('component', decision.component, book.scheme.components)
  if (refusal) return [...faults, faultIn('component', refusal)]
  const base = book.components.get(decision.component)?.base ?? NO_POINTS
  if (decision.points < NO_POINTS || decision.points > base) {
    faults.push(
      faultIn(
        'points',
        refuse('pointsOutside', { points: printPoints(decision.points), most: printPoints(base) }),
      ),
    )
  }
  return faults
}
