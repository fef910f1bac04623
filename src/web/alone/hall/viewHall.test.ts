import { expect, test } from 'vitest'
import type { HallState } from './hallState.ts'
import { remoteActs } from './remoteActs.ts'
import { viewHall } from './viewHall.ts'

const first = { unit: 'a', unitName: '州林业局', secretary: '王小林' }
const second = { unit: 'b', unitName: '州民政局', secretary: '李桂芳' }

const hall = (over: Partial<HallState> = {}): HallState => ({
  screen: 'hall',
  meeting: '00000000-0000-4000-8000-000000000000',
  institution: '州直工委',
  name: '述职测评会议',
  place: '一号厅',
  heldOn: '2018-12-25',
  rehearsal: false,
  time: '09:30',
  phones: true,
  phase: 'running',
  voting: 'notYet',
  reviewAfterEach: false,
  minutes: 8,
  agenda: [],
  turnout: [],
  revision: 1,
  ...over,
})

const speech = (elapsed: number, running = true): Partial<HallState> => ({
  speech: { ...first, place: 1, of: 2, minutes: 8, elapsed, running, stage: 'within' },
  next: second,
})

const clockOf = (state: HallState, since: number) => {
  const view = viewHall(state, since)
  return view.shows === 'speech' ? view.clock : undefined
}

test('六（二） the clock counts down between two answers, warns in the last minute, then shows the overrun', () => {
  const begun = hall(speech(0))
  expect(clockOf(begun, 0)).toMatchObject({ text: '8:00', stage: 'within', used: 0 })
  expect(clockOf(begun, 400_000)).toMatchObject({ text: '1:20', stage: 'within' })
  expect(clockOf(begun, 420_000)).toMatchObject({ text: '1:00', stage: 'warned', said: '即将到时' })
  expect(clockOf(begun, 480_000)).toMatchObject({ text: '0:00', stage: 'warned' })
  expect(clockOf(begun, 545_000)).toMatchObject({ text: '1:05', stage: 'overrun', said: '已超时', used: 1 })
})

test('a paused clock stands still, however long the line is down', () => {
  expect(clockOf(hall(speech(60_000, false)), 999_000)).toMatchObject({ text: '7:00', said: '计时暂停' })
})

test('before the meeting the screen says when it begins', () => {
  const what = (over: Partial<HallState>) => viewHall(hall({ phase: 'issued', ...over }), 0)
  expect(what({ startsAt: '09:30' })).toMatchObject({ what: '2018年12月25日9时30分' })
  expect(what({})).toMatchObject({ what: '2018年12月25日' })
})

test('the screen follows the meeting: before, speech, all spoken, voting, closed, broken off', () => {
  const heading = (over: Partial<HallState>) => {
    const view = viewHall(hall(over), 0)
    return view.shows === 'speech' ? view.speaker.secretary : view.heading
  }
  expect(heading({ phase: 'issued', next: first })).toBe('会议即将开始')
  expect(heading(speech(0))).toBe('王小林')
  expect(heading({ next: second })).toBe('请准备述职')
  expect(heading({})).toBe('述职完毕')
  expect(heading({ voting: 'open' })).toBe('现在投票')
  expect(heading({ phase: 'counted', voting: 'closed' })).toBe('投票已结束')
  expect(heading({ phase: 'brokenOff' })).toBe('会议中止')
})

test('四（四） while voting the screen shows the time left and the turnout that the server gives, nothing else of the votes', () => {
  const turnout = [{ name: '党务干部', percent: 50 }]
  const view = viewHall(hall({ voting: 'open', votingLeft: 90_000, turnout }), 30_000)
  expect(view).toMatchObject({ shows: 'voting', left: '1:00', turnout })
  expect(viewHall(hall({ voting: 'open', votingLeft: 1000 }), 30_000)).toMatchObject({ left: '0:00' })
  expect(viewHall(hall({ voting: 'open', phones: false }), 0)).toMatchObject({
    phones: false,
    what: '请填写纸质票，投入票箱。',
  })
})

test('the remote offers what can be done now; voting is opened and closed only after a question', () => {
  const names = (over: Partial<HallState>) => remoteActs(hall(over)).map(act => act.name)
  expect(names({ phase: 'issued', next: first })).toEqual(['开始会议'])
  expect(names({ next: first })).toEqual(['请王小林述职'])
  expect(names(speech(0))).toEqual(['请李桂芳述职', '暂停计时'])
  expect(names({ ...speech(0, false), next: undefined })).toEqual(['述职完毕', '继续计时', '开始投票'])
  expect(names({})).toEqual(['开始投票'])
  expect(names({ voting: 'open' })).toEqual(['结束投票'])
  expect(names({ phase: 'closed', voting: 'closed' })).toEqual([])
  const asks = remoteActs(hall({ voting: 'open' })).concat(remoteActs(hall()))
  expect(asks.every(act => act.ask !== undefined)).toBe(true)
})

test('一述一评: voting may be opened before the speeches', () => {
  const acts = remoteActs(hall({ reviewAfterEach: true, next: first }))
  expect(acts.map(act => act.name)).toEqual(['请王小林述职', '开始投票'])
})
