import { expect, test } from 'vitest'
import { ownServer, signInAs } from './browse.ts'
import { holdMeetingByPage } from './holdMeetingByPage.ts'
import { newcomer, withdrawBallots } from './wholeMeeting.ts'

test('三（二）4 the committee holds its meeting before the leading group from plan to facts, with 12 phones and 8 paper sheets; the count is the hand count', async () => {
  const server = await ownServer(['--units', '60', '--today', '2018-12-24'], withdrawBallots)
  const clerk = await signInAs('committee', 'wide', server.address)
  const second = await newcomer(server.address, 'luruyuan', [{ role: 'committee' }])
  await holdMeetingByPage(server.address, clerk, second)
  expect(await clerk.faults()).toEqual([])
  await clerk.leave()
  await second.leave()
  await server.stop()
})
