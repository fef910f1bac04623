import { points } from '../../kernel/points.ts'
import type { BallotForm } from '../ballot/ballotForm.ts'
import type { MeetingCount } from '../ballot/countSheets.ts'
import { debriefMarks, type DebriefSide, debriefVoters } from './dualDebrief.ts'

const GRADES = ['good', 'fair', 'ordinary', 'poor'] as const
const CLASSES = ['first', 'second'] as const

/** Returns how the ballots of a dual debrief are marked (双述双评的票样): four grades by two voter classes, no sheet void for its marks. (六（四）) */
export function debriefBallotOf(
  side: DebriefSide,
): Pick<BallotForm, 'marks' | 'full' | 'grades' | 'classes' | 'voids' | 'gradePoints'> {
  return {
    marks: 'grades',
    full: points(100),
    grades: GRADES.map((id, at) => ({ id, name: debriefMarks[at]! })),
    classes: CLASSES.map((id, at) => ({ id, name: debriefVoters[side][at]! })),
    voids: [],
    // What a grade is worth decides nothing here; only one without worth would be an abstention.
    gradePoints: Object.fromEntries(GRADES.map((id, at) => [id, points(100 - at)])),
  }
}

/** Returns how often each mark was given to a person (评议结果), best first; `undefined` where the count shows none, because nobody marked or too few did. (R37) */
export function marksOf(count: MeetingCount, unit: string): readonly number[] | undefined {
  const given = count.units
    .filter(one => one.unit === unit)
    .flatMap(({ classes }) => classes.flatMap(({ marks }) => marks))
  return given.length === 0 ? undefined : GRADES.map(id => given.filter(mark => mark === id).length)
}
