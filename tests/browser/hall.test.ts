import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, ownServer, post, read, signInAs, visit, type Visitor } from './browse.ts'
import { tryKeys } from './heldMeeting.ts'
import type { RunningServer } from './startServer.ts'
import { testInLongRun } from '../testInLongRun.ts'

interface Meeting {
  readonly id: string
  readonly revision: number
  readonly agenda: readonly { readonly unit: string; readonly secretary: string }[]
}

let server: RunningServer
let committee: Visitor
let meeting: Meeting

beforeAll(async () => {
  server = await ownServer(['--units', '40', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  meeting = await planPaperMeeting(committee)
})

afterAll(async () => {
  await committee?.leave()
  await server?.stop()
})

test('四（四） the hall screen: no text under 40 px, contrast of 7 to 1, the same after a reload, and after a killed server, in mid-speech', async () => {
  const hall = await openHall('hall')
  const { page } = hall
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.getByRole('heading', { name: '会议即将开始' }).waitFor()
  expect(await page.evaluate(lookAtScreen)).toEqual([])
  const remote = await openHall('remote')
  await remote.page.getByRole('button', { name: '开始会议' }).click()
  const [first, second] = meeting.agenda
  const call = remote.page.getByRole('button', { name: `请${first!.secretary}述职` })
  // A double tap calls one speaker.
  await call.dblclick()
  await page.getByText('第1位，共').waitFor()
  await page.getByText(first!.secretary, { exact: true }).waitFor()
  await page.getByText(second!.secretary, { exact: true }).waitFor()
  await page.waitForFunction(() => /^7:5\d$/.test(document.querySelector('.hall-digits')?.textContent ?? ''))
  expect(await page.evaluate(lookAtScreen)).toEqual([])
  await page.reload()
  await page.waitForFunction(() => /^7:\d\d$/.test(document.querySelector('.hall-digits')?.textContent ?? ''))
  await page.getByText(first!.secretary, { exact: true }).waitFor()

  // The server is killed in mid-speech: the screen says so and goes on counting, and is right afterwards.
  const left = async () => {
    const [minutes, seconds] = (await page.locator('.hall-digits').textContent())!.split(':').map(Number)
    return { seconds: minutes! * 60 + seconds!, at: performance.now() / 1000 }
  }
  const before = await left()
  await server.restart(async () => {
    await page.getByText('连接中断，计时照常').waitFor()
    expect(await page.evaluate(lookAtScreen)).toEqual([])
  })
  await page.getByText('连接中断').waitFor({ state: 'detached' })
  await page.getByText(first!.secretary, { exact: true }).waitFor()
  await remote.page.getByText('会场遥控，已连接').waitFor()
  const after = await left()
  expect(Math.abs(before.seconds - after.seconds - (after.at - before.at))).toBeLessThan(3)
  hall.expect(0)
  remote.expect(0)

  await remote.page.getByRole('button', { name: '暂停计时' }).click()
  await page.getByText('计时暂停').waitFor()
  expect(await remote.faults({ axe: true, fingers: true })).toEqual([])
  expect((await read<Meeting>(committee, addressOf(meeting.id))).revision).toBe(meeting.revision + 3)
  await hall.leave()
  await remote.leave()
})

test('the remote closes voting only after a question, and the screen shows no result', async () => {
  const hall = await openHall('hall')
  const remote = await openHall('remote')
  const { page } = remote
  await step({ step: 'next' })
  for (let left = meeting.agenda.length - 1; left > 0; left--) await step({ step: 'next' })
  // The remote has heard that the last speech is over: a step from before would be refused.
  await page.getByRole('button', { name: '暂停计时' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '开始投票' }).click()
  await page.getByRole('button', { name: '开始投票，10分钟后截止' }).click()
  await hall.page.getByText('请填写纸质票，投入票箱').waitFor()
  // The close is moved later, with a reason; hall and remote count anew.
  await page.getByText(/^\d{4}年.+截止，还有9:\d\d$/).waitFor()
  await page.getByRole('button', { name: '推迟投票截止' }).click()
  expect(await page.getByRole('button', { name: '推迟5分钟' }).isDisabled()).toBe(true)
  await page.getByLabel('理由').fill('还有人没有投完')
  expect(await remote.faults({ axe: true, fingers: true })).toEqual([])
  await page.getByRole('button', { name: '推迟5分钟' }).click()
  await page.getByText(/截止，还有14:\d\d$/).waitFor()
  await hall.page.getByText(/14:\d\d/).waitFor()
  await page.getByRole('button', { name: '结束投票', exact: true }).click()
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: '结束投票', exact: true }).click()
  await page.getByRole('button', { name: '确定结束投票' }).click()
  await hall.page.getByRole('heading', { name: '投票已结束' }).waitFor()
  await page.getByText('投票已结束').waitFor()
  expect(await remote.faults()).toEqual([])
  await hall.leave()
  await remote.leave()
})

testInLongRun('pairingUnknown: a wrong code is told in a sentence, and another may be typed', async () => {
  const visitor = await visit('phone', server.address)
  visitor.expect(404)
  visitor.expect(422)
  await visitor.load('/hall')
  await visitor.page.getByLabel('配对码').fill('AAAA BBBB CCCC')
  await visitor.page.getByRole('button', { name: '打开' }).click()
  await visitor.page.getByText('配对码不对或已过期').waitFor()
  expect(await visitor.faults({ axe: true })).toEqual([])
  await visitor.leave()
})

function addressOf(id: string): string {
  return `/api/years/2018/meetings/${id}`
}

testInLongRun(
  'a rehearsal: one is taken off, made voters vote, it is broken off, and afterwards nothing of it is left',
  async () => {
    const { page } = committee
    const { id, agenda } = await planPaperMeeting(committee, { phones: true, rehearsal: true })
    const api = addressOf(id)
    await tryKeys(committee, api)
    const voterClass = 'delegate'
    await post(committee, `${api}/paper/printed`, { voterClass, sheets: 1, style: 'figures' })
    // One falls ill before voting opens.
    await committee.go(`/2018/debriefs/${id}`)
    const openStep = (name: string) =>
      page
        .locator('summary')
        .filter({ has: page.getByRole('heading', { name, exact: true }) })
        .click()
    await openStep('议程')
    await page.getByRole('button', { name: '移出议程' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('突发疾病住院')
    await dialog.getByRole('button', { name: '移出议程' }).click()
    await page.getByText('已移出议程').first().waitFor()
    for (const move of ['start', ...agenda.slice(1).map(() => 'next'), 'next', 'openVoting'])
      await step({ step: move }, id)
    await committee.load(`/2018/debriefs/${id}`)
    await page.getByRole('button', { name: '模拟200人投票' }).click()
    await page.getByText(/^200张票全部收到，共用/).waitFor()
    expect(await committee.faults({ axe: true })).toEqual([])
    // The power fails: the sheets are destroyed uncounted.
    await page.getByRole('button', { name: '中止会议' }).click()
    await dialog.getByLabel('理由').fill('会场停电')
    await dialog.getByRole('button', { name: '中止会议' }).click()
    await page.getByText('会议已中止').first().waitFor()
    await openStep('开会')
    await page.getByText('中止会议，理由：会场停电').waitFor()
    expect(await committee.faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '结束演练' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '结束演练' }).click()
    await page.waitForURL(/\/2018\/debriefs$/)
    await page.getByText('演练已结束，会议和票已全部删去').waitFor()
    const { meetings } = await read<{ meetings: { id: string }[] }>(committee, '/api/years/2018/meetings')
    expect(meetings.some(one => one.id === id)).toBe(false)
    expect(await committee.faults()).toEqual([])
  },
)

/** Plans the committee's meeting on paper only, or as `more` says. */
async function planPaperMeeting(visitor: Visitor, more: object = {}): Promise<Meeting> {
  const { plannable } = await read<{
    readonly plannable: readonly {
      readonly kind: string
      readonly classes: readonly { readonly id: string }[]
    }[]
  }>(visitor, '/api/years/2018/meetings')
  const { kind, classes } = plannable[0]!
  return post<Meeting>(visitor, '/api/years/2018/meetings', {
    kind,
    heldOn: '2018-12-24',
    place: '一号厅',
    minutes: 8,
    convenor: '周主持',
    teller: '钱计票',
    scrutineer: '孙监票',
    supervisors: [],
    reviewAfterEach: false,
    phones: false,
    rehearsal: false,
    classes: classes.map(({ id }) => ({ id, expected: 20 })),
    ...more,
  })
}

async function step(move: object, id = meeting.id): Promise<void> {
  const { revision } = await read<Meeting>(committee, addressOf(id))
  await ask(committee, `POST ${addressOf(id)}/steps`, { move, revision })
}

async function openHall(screen: 'hall' | 'remote'): Promise<Visitor> {
  const { code } = await post<{ readonly code: string }>(committee, `${addressOf(meeting.id)}/pairings`, {
    screen,
  })
  const visitor = await visit(screen === 'hall' ? 'wide' : 'phone', server.address)
  await visitor.page.goto(`/hall#${code}`)
  await visitor.page.locator('.hall, .remote').waitFor()
  return visitor
}

/** Runs in the page: texts that are too small, too faint, or cut off. */
function lookAtScreen(): readonly string[] {
  const faults: string[] = []
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const light = (colour: string) => {
    const [r, g, b] = channels(colour).map(value => {
      const share = value / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const groundOf = (element: Element | null): string => {
    for (let at = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if ((channels(backgroundColor)[3] ?? 1) > 0) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement!
    const text = node.textContent!.trim()
    if (text === '' || !element.checkVisibility() || element.closest('script, style, noscript')) continue
    const { fontSize, color } = getComputedStyle(element)
    if (Number.parseFloat(fontSize) < 40) faults.push(`${fontSize}: ${text}`)
    const [one, other] = [light(color), light(groundOf(element))]
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (contrast < 7) faults.push(`contrast ${contrast.toFixed(1)}: ${text}`)
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.right > innerWidth || box.bottom > innerHeight) faults.push(`cut: ${text}`)
  }
  return faults
}
