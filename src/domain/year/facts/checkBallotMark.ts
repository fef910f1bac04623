import { NO_POINTS, printPoints, type Points } from '../../kernel/points.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { BallotsMethod } from '../../scheme/component.ts'
import { unitFaults } from './commonFaults.ts'
import { componentFaults, methodOfKind } from './componentFaults.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn, NO_FAULTS } from '../../kernel/factFault.ts'
import type { BallotMark, BallotSheet } from './facts.ts'

/** Checks one mark of a ballot (查验一票中的一个评价): points up to the full mark, or one of the grades, as the method requires. (四（四）) */
export function checkBallotMark(
  sheet: Omit<BallotSheet, 'marks'>,
  mark: BallotMark,
  book: FactBook,
): readonly FactFault[] {
  const faults = [
    ...unitFaults(book, mark.unit),
    ...componentFaults(book, sheet.component, mark.unit, 'ballots'),
  ]
  const method = methodOfKind(book, sheet.component, mark.unit, 'ballots')
  if (!method) return faults
  const voterClass = termRefusal('voterClass', sheet.voterClass, method.classes)
  if (voterClass) faults.push(faultIn('voterClass', voterClass))
  return [...faults, ...markFaults(mark, method)]
}

/** Checks the value of a mark (评价的错处): points or a grade, as the method requires. */
export function markFaults(
  { points, grade }: Omit<BallotMark, 'unit'>,
  method: BallotsMethod,
): readonly FactFault[] {
  if (points === undefined && grade === undefined)
    return [faultIn(method.marks === 'points' ? 'points' : 'grade', refuse('markMissing', {}))]
  if (points !== undefined && grade !== undefined) return [faultIn('grade', refuse('markBoth', {}))]
  if (method.marks === 'points') {
    return points === undefined
      ? [faultIn('grade', refuse('markWrongKind', { wants: 'points' }))]
      : pointsFaults(points, method.full)
  }
  if (grade === undefined) return [faultIn('points', refuse('markWrongKind', { wants: 'grades' }))]
  const refusal = termRefusal('grade', grade, method.grades)
  return refusal ? [faultIn('grade', refusal)] : NO_FAULTS
}

function pointsFaults(points: Points, full: Points): readonly FactFault[] {
  if (points >= NO_POINTS && points <= full) return NO_FAULTS
  return [faultIn('points', refuse('markOutside', { points: printPoints(points), full: printPoints(full) }))]
}
