import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import { refuse } from '../../kernel/refusal.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { markFaults } from './checkBallotMark.ts'
import { unitFaults } from './commonFaults.ts'
import { componentFaults, methodOfKind } from './componentFaults.ts'
import type { FactBook } from './factBook.ts'
import type { BallotCount } from './facts.ts'

/** Checks a ballot count (查验一条计票结果): known classes, each mark as the method requires, something counted. (四（四）) */
export function checkBallotCount(count: BallotCount, book: FactBook): readonly FactFault[] {
  const faults = [
    ...unitFaults(book, count.unit),
    ...componentFaults(book, count.component, count.unit, 'ballots'),
  ]
  const { marks, voterClasses, voided, abstained } = count
  if (voterClasses.length === 0 || marks.length + voided + abstained === 0)
    faults.push(faultIn(voterClasses.length === 0 ? 'voterClasses' : 'marks', refuse('countEmpty', {})))
  const method = methodOfKind(book, count.component, count.unit, 'ballots')
  if (!method) return faults
  const unknown = voterClasses
    .map(one => termRefusal('voterClass', one, method.classes))
    .find(refusal => refusal !== undefined)
  if (unknown) faults.push(faultIn('voterClasses', unknown))
  const [wrong] = [...new Set(marks)].flatMap(mark =>
    markFaults(typeof mark === 'string' ? { grade: mark } : { points: mark }, method),
  )
  return wrong === undefined ? faults : [...faults, faultIn('marks', wrong.refusal)]
}
