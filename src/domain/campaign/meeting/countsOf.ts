import { points } from '../../kernel/points.ts'
import type { BallotCount } from '../../year/facts/facts.ts'
import type { BallotForm } from '../ballot/ballotForm.ts'
import type { MeetingCount } from '../ballot/countSheets.ts'

/** Turns the count of a meeting into the year's ballot counts (计票结果): one a unit and class, or merged classes. A class without a sheet gives none, a withheld one neither. (四（四）) */
export function countsOf(
  { component, session, lines }: Pick<BallotForm, 'component' | 'session' | 'lines'>,
  count: MeetingCount,
): readonly BallotCount[] {
  const rated = new Set(lines.map(line => line.unit))
  return count.units
    .filter(({ unit }) => rated.has(unit))
    .flatMap(({ unit, classes }) =>
      classes
        .filter(one => one.marks.length + one.voided + one.abstained > 0)
        .map(({ voterClasses, marks, voided, abstained }) => ({
          component,
          session,
          unit,
          voterClasses,
          marks: marks.map(mark => (typeof mark === 'number' ? points(mark) : mark)),
          voided,
          abstained,
        })),
    )
}
