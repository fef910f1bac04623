import type { BallotScale } from '../../scheme/ruling.ts'
import type { BallotCount } from '../../year/facts/facts.ts'
import type { ClassVotes } from '../../year/facts/unitFacts.ts'
import { worthOf } from './voidRules.ts'

/** Adds the ballot counts (计票结果) of one component to the votes tallied from its sheets, by unit; merged classes stay together. (四（四）, R8) */
export function addCounts(
  tallied: ReadonlyMap<string, readonly ClassVotes[]>,
  counts: readonly BallotCount[],
  scale: BallotScale,
): ReadonlyMap<string, readonly ClassVotes[]> {
  if (counts.length === 0) return tallied
  const byUnit = new Map(tallied)
  for (const count of counts)
    byUnit.set(count.unit, [...(byUnit.get(count.unit) ?? []), votesOf(count, scale)])
  return byUnit
}

function votesOf({ voterClasses, marks, voided, abstained }: BallotCount, scale: BallotScale): ClassVotes {
  const worths = marks.map(mark =>
    worthOf(
      { unit: '', ...(typeof mark === 'string' ? { grade: mark } : { points: mark }) },
      scale.gradePoints,
    ),
  )
  const scored = worths.filter(worth => worth !== null)
  const [voterClass, ...also] = voterClasses as [string, ...string[]]
  return {
    voterClass,
    also: also.length === 0 ? undefined : also,
    marks: scored,
    voided,
    abstained: abstained + worths.length - scored.length,
  }
}
