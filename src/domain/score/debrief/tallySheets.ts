import type { BallotSheet } from '../../year/facts/facts.ts'
import type { ClassVotes } from '../../year/facts/unitFacts.ts'
import type { BallotScale } from '../../scheme/ruling.ts'
import { voids, worthOf } from './voidRules.ts'

/**
 * Tallies ballot sheets (清点测评票): the marks (thousandths) of the valid sheets of one component, by unit
 * and voter class. A sheet void under R8 is void for all units on it. Abstentions and marks on void
 * sheets are counted, not scored. (四（四）, R8)
 */
export function tallySheets(
  sheets: readonly BallotSheet[],
  scale: BallotScale,
): ReadonlyMap<string, readonly ClassVotes[]> {
  const byUnit = new Map<string, Map<string, OpenVotes>>()
  for (const sheet of sheets) {
    const isVoid = scale.voids.some(rule => voids(rule, sheet.marks, scale.gradePoints))
    for (const mark of sheet.marks) {
      const votes = votesFor(byUnit, mark.unit, sheet.voterClass)
      const worth = worthOf(mark, scale.gradePoints)
      if (isVoid) votes.voided += 1
      else if (worth === null) votes.abstained += 1
      else votes.marks.push(worth)
    }
  }
  return new Map([...byUnit].map(([unit, classes]) => [unit, [...classes.values()]]))
}

interface OpenVotes extends ClassVotes {
  readonly marks: number[]
  voided: number
  abstained: number
}

function votesFor(byUnit: Map<string, Map<string, OpenVotes>>, unit: string, voterClass: string): OpenVotes {
  const classes = byUnit.get(unit) ?? new Map<string, OpenVotes>()
  byUnit.set(unit, classes)
  const votes = classes.get(voterClass) ?? { voterClass, marks: [], voided: 0, abstained: 0 }
  classes.set(voterClass, votes)
  return votes
}
