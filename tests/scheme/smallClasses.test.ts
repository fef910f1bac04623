import { expect, test } from 'vitest'
import { readScheme } from '../../bench/readScheme.ts'
import type { CastSheet } from '../../src/domain/campaign/ballot/ballotForm.ts'
import { countSheets } from '../../src/domain/campaign/ballot/countSheets.ts'
import { countsOf } from '../../src/domain/campaign/meeting/countsOf.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { checkScheme } from '../../src/domain/scheme/checkScheme.ts'
import type { RulingAnswers } from '../../src/domain/scheme/ruling.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { ballotFormOf } from '../../src/server/rooms/meetings/ballotFormOf.ts'
import type { LoadedMeeting } from '../../src/server/rooms/meetings/loadMeeting.ts'
import { rulingAnswerSchemas } from '../../src/contract/scheme/rulingSchema.ts'
import { describeAnswer } from '../../src/contract/scheme/topics.ts'

const { scheme } = readScheme()
const [large, small, other] = ['delegate', 'partyAffairsOfficer', 'memberRepresentative'] as const

function answering(answer?: RulingAnswers['smallClasses']): Scheme {
  const rest = scheme.rulings.filter(({ topic }) => topic !== 'smallClasses')
  const [own] = scheme.rulings.filter(one => one.topic === 'smallClasses')
  return { ...scheme, rulings: answer === undefined ? rest : [...rest, { ...own!, answer }] }
}

/** Six sheets of one class, five of another, three of the third. */
function countBy(answer?: RulingAnswers['smallClasses']) {
  const speaker = { unit: 'u1', unitName: '甲', secretary: '乙', removedWhy: null }
  const stored = { id: 'm', name: '会', kind: 'committee', component: 'debrief', form: null, dual: null }
  const loaded = { stored, speakers: [speaker] } as unknown as LoadedMeeting
  const form = ballotFormOf(loaded, answering(answer))
  const cast = (voterClass: string, sheets: number): readonly CastSheet[] =>
    Array.from({ length: sheets }, (_, at) => ({
      voterClass,
      marks: [{ unit: 'u1', points: points(80 + at) }],
    }))
  const count = countSheets(form, [...cast(large, 6), ...cast(small, 5), ...cast(other, 3)], [])
  return { count, facts: countsOf(form, count).map(one => one.voterClasses) }
}

test('R37 small voter classes are merged or withheld as the scheme rules; without a ruling fewer than five merge', () => {
  for (const answer of [undefined, { least: 5, small: 'merge' }] as const)
    expect(countBy(answer).facts).toEqual([[large], [small, other]])
  const withheld = countBy({ least: 5, small: 'withhold' })
  expect(withheld.facts).toEqual([[large], [small]])
  expect(withheld.count.withheld).toEqual([other])
  expect(countBy({ least: 6, small: 'withhold' }).count.withheld).toEqual([small, other])
  expect(countBy({ least: 9, small: 'merge' }).facts).toEqual([[large, small, other]])
})

test('R37 a scheme with meetings and without an answer is told what is usual; fewer than five is no answer', () => {
  const told = checkScheme(answering()).filter(({ code }) => code === 'rulingUsual')
  expect(told.map(({ severity, values }) => [severity, values])).toEqual([
    ['warning', { topic: 'smallClasses' }],
  ])
  const schema = rulingAnswerSchemas.smallClasses
  expect(schema.safeParse({ least: 4, small: 'merge' }).success).toBe(false)
  expect(describeAnswer('smallClasses', { least: 6, small: 'withhold' }, {} as never)).toBe(
    '有效票不足6张的票种不公布也不计分',
  )
})
