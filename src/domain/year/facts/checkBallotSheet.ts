import { refuse } from '../../kernel/refusal.ts'
import { checkBallotMark } from './checkBallotMark.ts'
import type { FactBook } from './factBook.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { BallotSheet } from './facts.ts'

/** Checks a ballot sheet (查验一张测评票): each of its marks, no unit twice, not empty. A fault of a mark carries its place, `marks[2].points`. (四（四）) */
export function checkBallotSheet(sheet: BallotSheet, book: FactBook): readonly FactFault[] {
  if (sheet.marks.length === 0) return [faultIn('marks', refuse('ballotEmpty', {}))]
  const seen = new Set<string>()
  return sheet.marks.flatMap((mark, at) => {
    const faults = checkBallotMark(sheet, mark, book).map(fault => ofMark(fault, at))
    if (seen.has(mark.unit))
      faults.push(
        faultIn(
          `marks[${at}].unit`,
          refuse('markTwice', { unit: book.units.get(mark.unit)?.name ?? mark.unit }),
        ),
      )
    seen.add(mark.unit)
    return faults
  })
}

function ofMark(fault: FactFault, at: number): FactFault {
  const ofSheet = fault.field === 'component' || fault.field === 'voterClass'
  return ofSheet ? fault : faultIn(`marks[${at}].${fault.field ?? 'unit'}`, fault.refusal)
}
