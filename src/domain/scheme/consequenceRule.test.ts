import { expect, test } from 'vitest'
import { type ConsequenceEffect, followUpsOf } from './consequenceRule.ts'

const measure = (nextYear: boolean, followUp?: 'talk' | 'proposal' | 'supervision' | 'none') =>
  ({ kind: 'measure', measure: '措施', nextYear, followUp }) as ConsequenceEffect

test.each([
  ['unit', measure(false, 'talk'), ['talk']],
  ['appraisee', measure(false, 'proposal'), ['proposal']],
  ['unit', measure(true, 'supervision'), ['supervision']],
  ['appraisee', measure(false, 'none'), []],
  ['unit', measure(true, 'none'), []],
  // as older schemes write it
  ['unit', measure(true), ['supervision']],
  ['appraisee', measure(false), ['talk', 'proposal']],
  ['unit', measure(false), []],
  ['appraisee', { kind: 'performanceDeduction', points: 1000 } as ConsequenceEffect, []],
] as const)('五（四） what follows a consequence on a %s: %o', (on, effect, follows) => {
  expect(followUpsOf({ on, effect })).toEqual(follows)
})
