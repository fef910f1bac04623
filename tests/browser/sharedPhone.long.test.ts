import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer, post, read, signInAs, visit, type Visitor } from './browse.ts'
import {
  aPicture,
  finishUnsigned,
  keptOnPhone,
  type PhoneInHand,
  signInOnPhone,
  takePhone,
  writeName,
} from './inspector.ts'
import { MOST_IN_SIGNATURE } from '../../src/contract/sheets/sheetLimits.ts'
import { stepsOfOneWay } from '../oneWay.ts'
import { type LaidRound, layInspection } from '../server/rounds/layInspection.ts'
import { openRelay, type Relay } from './openRelay.ts'
import { ROOT, type RunningServer } from './startServer.ts'
import { join } from 'node:path'
import { testInLongRun } from '../testInLongRun.ts'

const [FIRST, SECOND] = ['Yanshi-2018', 'Songbai-2018-er']

let server: RunningServer
let relay: Relay
let committee: Visitor
let laid: LaidRound
let phone: PhoneInHand

stepsOfOneWay()

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  relay = await openRelay(server.address, join(ROOT, 'dist/web'))
  committee = await signInAs('committee', 'wide', server.address)
  const entry = {
    username: 'hecha2',
    name: '第二核查组',
    administers: false,
    grants: [{ role: 'inspector' }],
  }
  const { password } = await post<{ password: string }>(committee, '/api/accounts', entry)
  const newcomer = await visit('phone', server.address)
  await post(newcomer, '/api/session/sign-in', { username: 'hecha2', password })
  await post(newcomer, '/api/session/password', { current: password, next: SECOND })
  await newcomer.leave()
  const desk = {
    read: <T>(path: string) => read<T>(committee, path),
    post: <T>(path: string, data: object) => post<T>(committee, path, data),
  }
  laid = await layInspection(desk, ['hecha', 'hecha2'], 3)
  phone = await takePhone(relay)
})

afterAll(async () => {
  await phone?.leave()
  await committee?.leave()
  await relay?.stop()
  await server?.stop()
})

const button = (name: string | RegExp) =>
  phone.page.getByRole('button', { name, exact: typeof name === 'string' })
const task = (at: number) => phone.page.locator('.task').filter({ hasText: laid.assignments[at]!.unitName })
const drafts = () => keptOnPhone<{ readonly account: string; readonly note: string }>(phone, 'drafts')

async function open(at: number): Promise<void> {
  await phone.page.goto('/inspect')
  await task(at).click()
}

/** Fills the inspector's glass with strokes, far denser than a name. */
async function scribble(): Promise<void> {
  const { page } = phone
  const glass = page.getByRole('img', { name: '核查人签字处' })
  await glass.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await glass.boundingBox())!
  await page.mouse.move(x + 4, y + 4)
  await page.mouse.down()
  for (let step = 0; step < 160; step++)
    await page.mouse.move(x + 4 + ((width - 8) * step) / 160, y + (step % 2 === 0 ? 6 : height - 6))
  for (let step = 0; step < 60; step++)
    await page.mouse.move(step % 2 === 0 ? x + 6 : x + width - 6, y + 4 + ((height - 8) * step) / 60)
  await page.mouse.up()
  await page.getByAltText('核查人的签字').waitFor()
}

async function signOut(): Promise<void> {
  await phone.page.goto('/inspect/own')
  await button('退出登录').click()
  await button('退出').click()
  await phone.page.getByLabel('用户名').waitFor()
}

test('one HEIC among several photos is named and the others are kept; a photo enlarges, and is not deleted by one tap', async () => {
  await signInOnPhone(phone, 'hecha', FIRST)
  const { page, row } = phone
  await open(0)
  await row('五.3').getByRole('button', { name: '发现问题', exact: true }).click()
  await row('五.3').getByLabel('说明').fill('副职未到分管单位指导')
  const jpeg = async (name: string, seed: number) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: await aPicture(page, 800, 600, seed),
  })
  const heic = { name: 'two.heic', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') }
  await row('五.3')
    .getByLabel('从相册选')
    .setInputFiles([await jpeg('one.jpg', 1), heic, await jpeg('three.jpg', 3)])
  await row('五.3').getByText('“two.heic”：这张照片是 HEIC 格式').waitFor()
  const photos = row('五.3').getByAltText(/^第\d张照片$/)
  await expect.poll(() => photos.count()).toBe(2)
  await row('五.3').getByRole('button', { name: '放大第1张照片' }).click()
  await page.getByAltText('第1张照片，放大').waitFor()
  expect(await phone.faults()).toEqual([])
  await button('关闭').click()
  await row('五.3').getByRole('button', { name: '去掉第2张照片' }).click()
  await row('五.3').getByRole('button', { name: '留着' }).click()
  expect(await photos.count()).toBe(2)
})

test('the unit signs what it sees: notes, photos and their number; ink stays when the name is typed after it', async () => {
  const { page } = phone
  await button('签字发送').click()
  await page.getByText('说明：副职未到分管单位指导').waitFor()
  await page.getByAltText('五.3第1张照片').waitFor()
  await page.getByText('共附照片2张').waitFor()
  await writeName(page, '核查人')
  const glass = page.getByRole('img', { name: '单位签字处' })
  await glass.scrollIntoViewIfNeeded()
  const box = (await glass.boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 240, box.y + 90, { steps: 8 })
  await page.mouse.up()
  await page.getByText('签字还没有存下：请填姓名').waitFor()
  await page.getByLabel('单位姓名').fill('李主任')
  await page.getByLabel('单位姓名').blur()
  await page.getByAltText('单位的签字').waitFor()
  expect(await phone.faults()).toEqual([])
})

test('a corrected day keeps both signatures; a day to come is refused before the sheet is sent', async () => {
  const { page } = phone
  await page.getByLabel('核查日期').fill('2018-12-20')
  await page.getByText(/签字时核查日期写的是2018年12月24日，现在更正/).waitFor()
  expect(await page.getByAltText('单位的签字').count()).toBe(1)
})

test('四（二）a second account on the phone is asked whether to take the draft over, and sends it as its own', async () => {
  const { page, row } = phone
  await signOut()
  await signInOnPhone(phone, 'hecha2', SECOND)
  await page.getByText(/本机还有其他账号没有发送的1份核查表/).waitFor()
  await task(0).click()
  await page.getByText(/本机有“第一核查组”填写的一份核查表/).waitFor()
  expect(await phone.faults()).toEqual([])
  await button('接着写，由我报送').click()
  expect(await row('五.3').getByLabel('说明').inputValue()).toBe('副职未到分管单位指导')
  await button('签字发送').click()
  await page.getByAltText('单位的签字').waitFor()
  await scribble()
  const [taken] = await keptOnPhone<{ readonly inspectorSignature: { readonly picture: string } }>(
    phone,
    'drafts',
  )
  expect(taken!.inspectorSignature.picture.length).toBeLessThanOrEqual(MOST_IN_SIGNATURE)
  await button('完成并发送').click()
  await page.getByText('照片2张齐全，内容核对一致').waitFor()
  const { sheets } = await read<{ sheets: { sheet: string; unit: string; round: string }[] }>(
    committee,
    '/api/years/2018/sheets',
  )
  const ours = sheets.filter(one => one.unit === laid.assignments[0]!.unit && one.round === laid.round)
  expect(ours.length).toBe(1)
  const { history } = await read<{ history: { by: string; what: string }[] }>(
    committee,
    `/api/years/2018/sheets/${ours[0]!.sheet}`,
  )
  const said = history.map(step => `${step.by} ${step.what}`)
  expect(said).toContain('第二核查组 在同一部手机上接着“第一核查组”填写的核查表写完')
  expect(said.some(text => text.includes('由2018年12月24日改为2018年12月20日'))).toBe(true)
})

test('each account has its own draft of a task; the list shows that a colleague has sent one', async () => {
  const { row } = phone
  await open(1)
  await row('一.2').getByRole('button', { name: '未发现问题' }).click()
  // Kept a moment after the tap; who leaves before that leaves no draft.
  await expect.poll(async () => JSON.stringify(await drafts())).toContain('一.2')
  await signOut()
  await signInOnPhone(phone, 'hecha', FIRST)
  expect(await task(0).innerText()).toContain('第二核查组已报送一份')
  await open(1)
  await button('另起一份').click()
  await row('一.3').getByRole('button', { name: '未发现问题' }).click()
  await expect.poll(async () => (await drafts()).length).toBe(2)
})

test('without a signal a finished sheet that cannot have left is taken back', async () => {
  const { page } = phone
  await phone.signal(false)
  await finishUnsigned(phone, laid.assignments[1]!.unitName)
  await page.getByText('没有信号：已存在手机上，有信号后自动发送。').waitFor()
  await button('取回修改').click()
  await button('完成并发送').waitFor()
  await phone.signal(true)
  expect(relay.arrived.filter(line => line === 'POST /api/years/2018/sheets').length).toBe(1)
})

testInLongRun('where the server does not answer, a sheet has not left either and is taken back', async () => {
  relay.decide((_, path) => (path.startsWith('/api/') ? 'breakBefore' : 'pass'))
  await button('完成并发送').click()
  await button('取回修改').click()
  await button('完成并发送').waitFor()
  relay.decide(() => 'pass')
})

testInLongRun(
  'a write that the phone does not keep is said in a red bar until one succeeds, and the text is tried again',
  async () => {
    const { page } = phone
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...of: Parameters<typeof put>) {
        if ((window as { full?: boolean }).full === true) throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, of)
      }
      ;(window as { full?: boolean }).full = true
    })
    await page.getByLabel('总的说明').fill('写在满了的手机上')
    await page.getByText('没有存下：刚才的改动没有存到手机里').waitFor()
    await page.getByText('这段文字还没有存下。').waitFor()
    expect(await phone.faults()).toEqual([])
    await page.evaluate(() => void ((window as { full?: boolean }).full = false))
    await page.getByText('没有存下：刚才的改动').waitFor({ state: 'detached' })
    expect((await drafts()).map(one => one.note)).toContain('写在满了的手机上')
  },
)

testInLongRun('an untouched draft gives way to an import; a begun one can be given up', async () => {
  const { page } = phone
  await page.goto('/inspect/own')
  const coming = page.waitForEvent('download')
  await button(/^导出 /).click()
  const file = await (await coming).path()
  await button(/^放弃 /).click()
  await button('确定放弃').click()
  await page.getByText('没有可以导出的核查表。').waitFor()
  await open(1)
  await button('另起一份').click()
  await page.getByText(/已看 0/).waitFor()
  await page.goto('/inspect/own')
  await page.getByLabel('核查表文件').setInputFiles(file)
  await page.getByText(/^已导入/).waitFor()
  expect((await drafts()).map(one => one.note)).toContain('写在满了的手机上')
})

test('who signs out while the phone asks who is signed in stays signed out', async () => {
  const { page } = phone
  await page.goto('/inspect/own')
  await button('退出登录').waitFor()
  await page.evaluate(() => {
    const ask = window.fetch
    const held = window as { held?: boolean; letGo?: () => void; done?: boolean }
    window.fetch = async (...of) => {
      const said = await ask(...of)
      if (held.held === undefined && new Request(...of).url.endsWith('/api/session')) {
        held.held = true
        await new Promise<void>(resolve => (held.letGo = resolve))
        held.done = true
      }
      return said
    }
    window.dispatchEvent(new Event('online'))
  })
  await page.waitForFunction(() => 'held' in window)
  await button('退出登录').click()
  await button('退出').click()
  await page.getByLabel('用户名').waitFor()
  await page.evaluate(() => (window as { letGo?: () => void }).letGo!())
  await page.waitForFunction(() => (window as { done?: boolean }).done === true)
  // What the answer would write is written, if at all, in a moment: asked until well after it.
  for (let asked = 0; asked < 10; asked++) {
    expect(await keptOnPhone(phone, 'owner')).toEqual([])
    await page.waitForTimeout(50)
  }
  expect(await page.getByLabel('用户名').count()).toBe(1)
  await signInOnPhone(phone, 'hecha', FIRST)
})

testInLongRun(
  'sign-out without a signal says that one cannot get in again, and ends the session when the signal is back',
  async () => {
    const { page } = phone
    await phone.signal(false)
    await page.goto('/inspect/own')
    await button('退出登录').click()
    await page.getByText(/退出后要等有信号才能再登录/).waitFor()
    await button('退出').click()
    await page.getByLabel('用户名').waitFor()
    await phone.signal(true)
    await expect
      .poll(async () => 'account' in (await (await phone.context.request.get('/api/session')).json()))
      .toBe(false)
    await page.goto('/inspect')
    await page.getByLabel('用户名').waitFor()
  },
)
