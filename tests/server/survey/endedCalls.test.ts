import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AppContext } from '../../../src/server/platform/appContext.ts'
import { keepDraft, readDraft } from '../../../src/server/rooms/survey/draft.ts'
import { dropEnded, keepEnded, listEnded } from '../../../src/server/rooms/survey/endedCalls.ts'
import { memoryDrafts } from '../memoryDrafts.ts'

const [SURVEY, CASE] = [randomUUID(), randomUUID()]
const was = {
  unit: '示范州林业局',
  group: 'members',
  state: 'waiting',
  attempts: 0,
  disposition: null,
} as const
const sheet = randomBytes(40)
const becomes = { state: 'waiting', attempts: 1, lastTried: 'any', disposition: 'busy', dueAt: null } as const
const ENDED = {
  case: CASE,
  key: 'one',
  was,
  becomes,
  on: '2018-11-20',
  band: 0,
  keeps: 'none',
  sheet,
} as const

function openContext() {
  const context = {
    drafts: memoryDrafts(),
    keys: { read: async () => undefined },
    newId: randomUUID,
    now: () => new Date('2018-11-20T11:00:00Z'),
  }
  return context as unknown as AppContext
}

test('四（三） when ended calls are entered twice at once, a case that a desk took meanwhile stays on that desk', async () => {
  const context = openContext()
  await keepEnded(context, SURVEY, ENDED)
  const entered = await listEnded(context, SURVEY)
  expect(entered.map(one => one.case)).toEqual([CASE])

  await dropEnded(context, SURVEY, entered)
  await keepDraft(context, SURVEY, {
    case: CASE,
    holder: 'interviewer',
    heldUntil: '2018-11-20T11:02:00.000Z',
    was: { ...was, attempts: 1 },
    sheet,
  })
  await Promise.all([dropEnded(context, SURVEY, entered), dropEnded(context, SURVEY, entered)])
  expect((await readDraft(context, SURVEY, CASE))?.holder).toBe('interviewer')
})

test('a draft that a killed server left beside the end of its call is dropped with it', async () => {
  const context = openContext()
  await keepDraft(context, SURVEY, { case: CASE, holder: 'interviewer', heldUntil: '', was, sheet })
  await keepEnded(context, SURVEY, ENDED)
  await dropEnded(context, SURVEY, await listEnded(context, SURVEY))
  expect(await readDraft(context, SURVEY, CASE)).toBeUndefined()
})
