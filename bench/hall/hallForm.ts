import type { BallotForm } from '../../src/domain/campaign/ballot/ballotForm.ts'
import { sheetText } from '../../src/domain/campaign/ballot/sheetText.ts'
import { points } from '../../src/domain/kernel/points.ts'

/** The one class of voters in the hall. */
export const CLASS = 'delegate'

/** The form of a hall's meeting: 40 secretaries, marked by points. */
export function hallForm(meeting: string): BallotForm {
  return {
    meeting,
    session: '2018',
    component: 'debrief',
    marks: 'points',
    full: points(100),
    grades: [],
    classes: [{ id: CLASS, name: '两代表一委员' }],
    lines: Array.from({ length: 40 }, (_, at) => ({
      unit: `danwei-${at + 1}`,
      unitName: `示范州第${at + 1}局机关党委`,
      secretary: `书记${at + 1}`,
    })),
    voids: [{ kind: 'allEqual' }, { kind: 'tooManyHigh', moreThan: 12, atLeast: points(90) }],
    smallClass: { least: 5, how: 'merge' },
  }
}

/** The text of a sheet that marks every line by chance. */
export function chanceSheet(form: BallotForm): string {
  const mark = () => points(60 + Math.floor(Math.random() * 41))
  const marks = form.lines.map(({ unit }) => ({ unit, points: mark() }))
  return sheetText(form, { voterClass: CLASS, marks })
}
