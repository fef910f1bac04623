import { expect, test } from 'vitest'
import { surveySteps } from './surveySteps.ts'
import type { Survey } from './surveyTypes.ts'

const delivered = (answers: number) =>
  surveySteps({ stage: 'commissioned', way: 'file', answers, planned: 24, version: 1 } as Survey)

test('a bureau’s file comes before its hand-over, so that one step has the primary button', () => {
  const stateOf = (answers: number) => delivered(answers).find(({ id }) => id === 'handOver')!.state
  expect([stateOf(0), stateOf(24)]).toEqual(['ahead', 'now'])
})
