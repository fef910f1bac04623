import type { BallotMark } from '../../year/facts/facts.ts'
import type { BallotScale, BallotVoidRule } from '../../scheme/ruling.ts'

/** Returns the points of one mark (一个评价的分值) in thousandths, null for an abstention. (R8) */
export function worthOf(mark: BallotMark, gradePoints: BallotScale['gradePoints']): number | null {
  if (mark.points !== undefined) return mark.points
  return (mark.grade === undefined ? null : gradePoints?.[mark.grade]) ?? null
}

/** Checks whether a rule voids a sheet (废票) with these marks. (R8) */
export function voids(
  rule: BallotVoidRule,
  marks: readonly BallotMark[],
  gradePoints: BallotScale['gradePoints'],
): boolean {
  const worths = marks.map(mark => worthOf(mark, gradePoints)).filter(worth => worth !== null)
  if (rule.kind === 'allEqual') return worths.length > 1 && worths.every(worth => worth === worths[0])
  return worths.filter(worth => worth >= rule.atLeast).length > rule.moreThan
}
