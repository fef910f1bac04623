import { expect, test } from 'vitest'
import { isScored } from './meetingKinds.ts'

const of = (appraisees: readonly object[]) => ({ kind: { component: 'debrief' }, appraisees }) as never
const scored = {
  outcome: {
    components: {
      columns: [{ component: { component: { id: 'debrief' } }, missing: [undefined, 'survey'] }],
    },
  },
  places: new Map([
    ['A', 0],
    ['B', 1],
  ]),
} as never

test.each([
  ['all who debrief have a score', [{ unit: 'A' }], true],
  ['one has none', [{ unit: 'A' }, { unit: 'B' }], false],
  ['one is not in the roster', [{ unit: 'C' }], false],
  ['nobody debriefs, as before there is a roster', [], false],
])('三（二）4 whether a meeting is scored already: %s', (_, appraisees, is) => {
  expect(isScored(of(appraisees), scored)).toBe(is)
})
