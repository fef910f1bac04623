import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer, post, read, signInAs, type Visitor } from './browse.ts'
import {
  aPicture,
  finishUnsigned,
  keptOnPhone,
  type PhoneInHand,
  signInOnPhone,
  takePhone,
  writeName,
} from './inspector.ts'
import { SLOWER } from '../longRun.ts'
import { type LaidRound, layInspection } from '../server/rounds/layInspection.ts'
import { layNewerPages } from './layNewerPages.ts'
import { openRelay, type Relay } from './openRelay.ts'
import { ROOT, type RunningServer } from './startServer.ts'
import { stepsOfOneWay } from '../oneWay.ts'
import { describeInLongRun } from '../testInLongRun.ts'

const BUILT = join(ROOT, 'dist/web')
const PASSWORD = 'Yanshi-2018'
/** in ms; measured where nothing else runs. */
const OPENS_WITHIN = 2000 * SLOWER

let server: RunningServer
let relay: Relay
let committee: Visitor
let laid: LaidRound
let phone: PhoneInHand
const newer = mkdtempSync(join(tmpdir(), 'hengping-pages-'))

stepsOfOneWay()

beforeAll(async () => {
  server = await ownServer(['--units', '40', '--today', '2018-12-24'])
  relay = await openRelay(server.address, BUILT)
  committee = await signInAs('committee', 'wide', server.address)
  laid = await layInspection(
    { read: path => read(committee, path), post: (path, data) => post(committee, path, data) },
    ['hecha'],
    3,
  )
  phone = await takePhone(relay)
})

afterAll(async () => {
  await phone?.leave()
  await committee?.leave()
  await relay?.stop()
  await server?.stop()
  rmSync(newer, { recursive: true, force: true })
})

interface StoredSheet {
  readonly sheet: string
  readonly unit: string
  readonly round: string
}

async function sheetsOf(unit: string): Promise<readonly StoredSheet[]> {
  const { sheets } = await (await committee.context.request.get('/api/years/2018/sheets')).json()
  return (sheets as readonly StoredSheet[]).filter(sheet => sheet.unit === unit && sheet.round === laid.round)
}

const task = (at: number) =>
  phone.page
    .locator('.task')
    .filter({ hasText: laid.assignments[at]!.unitName })
    // Other rounds of the year may lead there, too.
    .filter({ hasText: '手机核查试用' })
const sentSheets = () => relay.arrived.filter(line => line === 'POST /api/years/2018/sheets').length

async function signInAgain(): Promise<void> {
  await phone.page.getByRole('button', { name: '登录', exact: true }).click()
  await phone.page.getByLabel('口令').fill(PASSWORD)
  await phone.page.getByRole('button', { name: '登录', exact: true }).click()
  await phone.page.getByRole('heading', { name: '重新登录' }).waitFor({ state: 'detached' })
}

const kept = <T>(table: string): Promise<readonly T[]> => keptOnPhone(phone, table)

describe('without a signal', () => {
  test('after sign-in and one fetch it opens in under 2 seconds on a slow phone, even after the browser was closed', async () => {
    await signInOnPhone(phone, 'hecha', PASSWORD)
    expect(await phone.page.locator('.task').count()).toBeGreaterThanOrEqual(3)
    expect(await phone.faults()).toEqual([])
    await phone.signal(false)
    await phone.reopen()
    const slow = await phone.context.newCDPSession(phone.page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    let shown = Infinity // the best of three: whatever else the machine is at is not the page's
    for (let opened = 0; opened < 3 && shown >= OPENS_WITHIN; opened++) {
      await phone.page.goto('/inspect')
      await task(0).waitFor()
      shown = Math.min(shown, await phone.page.evaluate(() => performance.now()))
    }
    await slow.detach()
    expect(shown).toBeLessThan(OPENS_WITHIN)
    expect(await phone.page.getByText('没有信号，照常填写').count()).toBe(1)
  })

  test('附件 四.1 rules are counted by taps, the points agree with the engine, and every tap survives a reload and a closed browser', async () => {
    const { row } = phone
    await task(0).click()
    const points = () => phone.page.getByRole('status', { name: '实地核查得分' })
    await points().waitFor()
    const before = Number.parseFloat(await points().innerText())
    await row('五.3').getByRole('button', { name: '发现问题', exact: true }).click()
    const violations = row('五.3').getByRole('group', { name: /违纪违法/ })
    await violations.getByRole('button', { name: /加一/ }).click()
    await violations.getByText('1起').waitFor()
    await phone.page.reload()
    await row('五.3')
      .getByRole('group', { name: /违纪违法/ })
      .getByRole('button', { name: /加一/ })
      .click()
    await row('五.3').getByText('2起').waitFor()
    await row('二.2').getByRole('button', { name: '发现问题', exact: true }).click()
    await row('二.2').getByRole('button', { name: '记一笔' }).click()
    await row('二.2').getByRole('button', { name: '多扣' }).click()
    await row('一.1').getByRole('button', { name: '未发现问题' }).click()
    await row('五.3').getByLabel('说明').fill('两起均已通报')
    const notes = async () =>
      (await kept<{ readonly rowNotes: object }>('drafts')).map(draft => draft.rowNotes)
    await expect.poll(notes).toEqual([{ '五.3': '两起均已通报' }])
    await phone.reopen()
    await phone.page.goto('/inspect')
    await expect.poll(() => phone.page.title()).toBe('（1份未发送）实地核查 · 衡评')
    await task(0).click()
    await row('五.3').getByText('2起').waitFor()
    expect(await row('五.3').getByLabel('说明').inputValue()).toBe('两起均已通报')
    expect(await row('一.1').getByRole('button', { name: '✓ 未发现问题' }).count()).toBe(1)
    expect(Number.parseFloat(await points().innerText())).toBeLessThanOrEqual(before - 4)
    expect(await phone.faults()).toEqual([])
  })

  test('photos are shrunk and lose their metadata; an unreadable one is reported', async () => {
    const { page, row } = phone
    const album = row('五.3').getByLabel('从相册选')
    const picture = await aPicture(page, 2400, 1800, 1)
    expect(picture.includes('GPS 28.3N')).toBe(true)
    await album.setInputFiles([{ name: 'one.jpg', mimeType: 'image/jpeg', buffer: picture }])
    await row('五.3').getByAltText('第1张照片').waitFor()
    await album.setInputFiles([
      { name: 'two.jpg', mimeType: 'image/jpeg', buffer: await aPicture(page, 900, 1200, 2) },
    ])
    await row('五.3').getByAltText('第2张照片').waitFor()
    await album.setInputFiles([
      { name: 'three.heic', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') },
    ])
    await row('五.3').getByText('这张照片是 HEIC 格式').waitFor()
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('.strip img')].map(img => img.naturalWidth),
    )
    expect(sizes).toEqual([1600, 900])
  })

  test('R14 the end lists what is missing; both sides sign on the screen; the sheet waits for the signal', async () => {
    const { page, row } = phone
    await page.getByRole('button', { name: '签字发送' }).click()
    await page.getByRole('button', { name: '完成并发送' }).click()
    const lacking = page.locator('.lacking li')
    await lacking.first().waitFor()
    expect(await lacking.allInnerTexts()).toEqual([
      expect.stringMatching(/^二\.2 .*须写理由/),
      '请核查人填写姓名并签字。',
      '请单位填写姓名并签字；不签字的，选“不签字”并写明原因。',
    ])
    await page.getByRole('button', { name: '返回' }).click()
    await row('二.2').getByLabel(/理由/).fill('职工在网上转发负面信息')
    await page.getByRole('button', { name: '签字发送' }).click()
    await writeName(page, '核查人')
    await page.getByLabel('单位姓名').fill('李主任')
    await writeName(page, '单位')
    expect(await phone.faults()).toEqual([])
    await page.getByRole('button', { name: '完成并发送' }).click()
    await page.getByText('没有信号：已存在手机上，有信号后自动发送。').waitFor()
    await phone.reopen()
  })

  test('四（二）the signal breaks at every step: one sheet, every photo complete, and only then does the phone delete its copy', async () => {
    await phone.page.goto('/inspect')
    const photos = await kept<{ readonly hash: string; readonly bytes: ArrayBuffer }>('photos')
    expect(photos.length).toBe(2)
    const broken = new Set<string>()
    await phone.signal(true)
    relay.decide((method, path) => {
      const isWrite = method === 'POST' && (path === '/api/files' || path.endsWith('/sheets'))
      for (const fate of ['breakBefore', 'breakAfter'] as const) {
        if (!isWrite || broken.has(`${fate} ${path}`)) continue
        broken.add(`${fate} ${path}`)
        return fate
      }
      return 'pass'
    })
    await phone.page.reload()
    // A browser that was closed has forgotten the session.
    await signInAgain()
    await task(0).click()
    const [sendNow, arrived] = [
      phone.page.getByRole('button', { name: '现在发送' }),
      phone.page.getByRole('heading', { name: '已送达' }),
    ]
    while (!(await arrived.isVisible())) {
      await sendNow.or(arrived).first().waitFor()
      // It goes away by itself where the phone tries again before the tap.
      await sendNow.click({ timeout: 1000 }).catch(() => undefined)
    }
    await phone.page.getByText('照片2张齐全，内容核对一致').waitFor()
    expect([...broken].toSorted()).toEqual([
      'breakAfter /api/files',
      'breakAfter /api/years/2018/sheets',
      'breakBefore /api/files',
      'breakBefore /api/years/2018/sheets',
    ])
    const [stored, ...more] = await sheetsOf(laid.assignments[0]!.unit)
    expect(more).toEqual([])
    const sheet = await (
      await committee.context.request.get(`/api/years/2018/sheets/${stored!.sheet}`)
    ).json()
    const files: string[] = sheet.rows.flatMap((one: { readonly photos: readonly string[] }) => one.photos)
    expect(files.length).toBe(2)
    for (const file of files) {
      const got = await committee.context.request.get(`/api/years/2018/units/${stored!.unit}/files/${file}`)
      const bytes = await got.body()
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file)
      expect(bytes.includes('GPS')).toBe(false)
    }
    expect([await kept('drafts'), await kept('photos')]).toEqual([[], []])
    expect((await kept<{ readonly hash: string }>('receipts'))[0]!.hash).toBe(sheet.hash)
    await expect.poll(() => phone.page.title()).toBe('实地核查 · 衡评')
  })
})

describeInLongRun('an update with unsent drafts', () => {
  test('the old page continues, the new one waits for confirmation, and nothing is lost', async () => {
    await phone.page.goto('/inspect')
    await task(1).click()
    await phone.row('一.2').getByRole('button', { name: '未发现问题' }).click()
    await phone.row('一.2').getByRole('button', { name: '✓ 未发现问题' }).waitFor()
    layNewerPages(BUILT, newer)
    relay.pagesFrom(newer)
    await phone.page.goto('/inspect')
    await phone.page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await phone.page.getByText('有新版本。手机上1份未发送的核查表会原样保留。').waitFor()
    expect(await phone.page.locator('meta[name=newer]').count()).toBe(0)
    await task(1).click()
    await phone.row('一.3').getByRole('button', { name: '未发现问题' }).click()
    await phone.row('一.3').getByRole('button', { name: '✓ 未发现问题' }).waitFor()
    await phone.page.getByRole('button', { name: '更新' }).click()
    await phone.page.locator('meta[name=newer]').waitFor({ state: 'attached' })
    await phone.row('一.3').getByRole('button', { name: '✓ 未发现问题' }).waitFor()
    expect((await kept<{ readonly clean: readonly string[] }>('drafts')).map(draft => draft.clean)).toEqual([
      ['一.2', '一.3'],
    ])
    await phone.signal(false)
    await phone.page.reload()
    await phone.row('一.2').getByRole('button', { name: '✓ 未发现问题' }).waitFor()
    expect(await phone.page.locator('meta[name=newer]').count()).toBe(1)
    await phone.signal(true)
  })
})

describeInLongRun('with others', () => {
  test('an expired session loses nothing: after signing in again it continues; a unit that refuses to sign is noted', async () => {
    const { page } = phone
    await phone.context.clearCookies()
    await page.getByRole('button', { name: '签字发送' }).click()
    await writeName(page, '核查人')
    await page.getByRole('button', { name: '不签字' }).click()
    await page.getByLabel(/不签字的原因/).fill('对结果有不同看法')
    await page.getByRole('button', { name: '完成并发送' }).click()
    await page.getByText('登录已过期：重新登录后自动发送。').waitFor()
    await signInAgain()
    await page.getByRole('heading', { name: '已送达' }).waitFor()
    expect((await sheetsOf(laid.assignments[1]!.unit)).length).toBe(1)
  })

  test('四（二）a draft is transferred to another phone as a file; a second sheet is kept beside it, and a person decides', async () => {
    const { page } = phone
    await page.goto('/inspect')
    await task(2).click()
    await phone.row('七.3').getByRole('button', { name: '发现问题', exact: true }).click()
    await phone
      .row('七.3')
      .getByRole('button', { name: /没有活动场所：记下/ })
      .click()
    await phone
      .row('七.3')
      .getByLabel('从相册选')
      .setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPicture(page, 800, 600, 3) }])
    await phone.row('七.3').getByAltText('第1张照片').waitFor()
    await page.goto('/inspect/own')
    await page.getByRole('heading', { name: '本机' }).waitFor()
    expect(await phone.faults()).toEqual([])
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: /^导出 / }).click()
    const file = await (await coming).path()
    const other = await takePhone(relay)
    try {
      await signInOnPhone(other, 'hecha', PASSWORD)
      await other.page.goto('/inspect/own')
      await other.page.getByLabel('核查表文件').setInputFiles(file)
      await other.page.getByText('的核查表，照片1张。').waitFor()
      const photo = await kept<{ readonly hash: string }>('photos')
      expect(photo.length).toBe(1)
      await finishUnsigned(other, laid.assignments[2]!.unitName)
      await other.page.getByText('照片1张齐全').waitFor()
      await sendSecond()
    } finally {
      await other.leave()
    }
  })

  /** The first phone has gone on with the same draft: it is told that another content has arrived, and sends its own as another. */
  async function sendSecond(): Promise<void> {
    const before = sentSheets()
    await phone.page.goto('/inspect')
    await phone.page.locator('.task-filling').click()
    await phone.row('七.2').getByRole('button', { name: '未发现问题' }).click()
    await phone.row('七.3').getByLabel('说明').fill('门锁着')
    await finishUnsigned(phone, laid.assignments[2]!.unitName)
    await phone.page.getByRole('button', { name: '改作另一份' }).click()
    await phone.page.getByRole('button', { name: '改作另一份' }).waitFor({ state: 'detached' })
    await phone.page.getByRole('button', { name: '完成并发送' }).click()
    await phone.page.getByText('两份都已保留，由组织考核者选定，您不用重填。').waitFor()
    expect(await phone.faults()).toEqual([])
    expect(sentSheets()).toBe(before + 1)
    expect((await sheetsOf(laid.assignments[2]!.unit)).length).toBe(2)
  }
})
