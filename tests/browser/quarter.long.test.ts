import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer, read, signInAs, type Visitor } from './browse.ts'
import { finishUnsigned, keptOnPhone, type PhoneInHand, signInOnPhone, takePhone } from './inspector.ts'
import { openRelay, type Relay } from './openRelay.ts'
import { ROOT, type RunningServer } from './startServer.ts'
import { stepsOfOneWay } from '../oneWay.ts'

const PASSWORD = 'Yanshi-2018'

let server: RunningServer
let relay: Relay
let committee: Visitor
let unit: Visitor
let phone: PhoneInHand

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  relay = await openRelay(server.address, join(ROOT, 'dist/web'))
  committee = await signInAs('committee', 'wide', server.address)
  unit = await signInAs('unit', 'phone', server.address)
  phone = await takePhone(relay)
})

afterAll(async () => {
  await phone?.leave()
  await unit?.leave()
  await committee?.leave()
  await relay?.stop()
  await server?.stop()
})

interface Inspector {
  readonly name: string
  readonly username?: string
}

interface StoredSheet {
  readonly sheet: string
  readonly unit: string
  readonly roundName: string
  readonly by: string
  readonly findings: number
}

interface WholeSheet {
  readonly unit: string
  readonly rows: readonly { readonly id: string; readonly row: string }[]
}

describe('四（二） a quarter’s inspection, from the plan to the result', () => {
  stepsOfOneWay()
  let own: { readonly unit: string; readonly unitName: string }
  let drawn: readonly string[]
  let sheet: string

  const points = async () =>
    (await read<{ row: { composite: number } }>(committee, `/api/years/2018/units/${own.unit}/result`)).row
      .composite

  test('the committee plans a round with one more visit and issues it', async () => {
    const { page, go, settle, faults } = committee
    own = (await read<{ units: (typeof own)[] }>(unit, '/api/years/2018/draw-lists')).units[0]!
    const { inspectors } = await read<{ inspectors: readonly Inspector[] }>(
      committee,
      '/api/years/2018/inspectors',
    )
    const { name } = inspectors.find(({ username }) => username === 'hecha')!
    await go('/2018/rounds')
    await page.getByRole('button', { name: '拟定轮次' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('年底补查')
    await dialog.getByRole('button', { name: /拟\s?定/ }).click()
    await page.getByText('还没有安排单位').waitFor()
    await page.getByRole('button', { name: '逐个增加单位' }).click()
    await dialog.getByLabel('单位').fill(own.unitName)
    await page.locator('.ant-select-item-option').filter({ hasText: own.unitName }).click()
    await dialog.getByLabel('核查人员').fill(name)
    await page.locator('.ant-select-item-option').filter({ hasText: name }).click()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await page.getByText('已增加').waitFor()
    await page.getByRole('button', { name: '下达' }).click()
    await dialog.getByRole('button', { name: /下\s?达/ }).click()
    await page.getByText('安排已下达').waitFor()
    await settle()
    expect(await faults()).toEqual([])
  })

  test('two branches are drawn for it from the numbers of two parties', async () => {
    const { page, go, faults } = committee
    await go('/2018/newDraw')
    await page.getByRole('combobox', { name: '季度' }).selectOption('4')
    await page.getByRole('combobox', { name: '每个单位抽党员' }).selectOption('0')
    await page.getByRole('combobox', { name: '单位', exact: true }).fill(own.unitName)
    await page.locator('.ant-select-item-option').filter({ hasText: own.unitName }).first().click()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: '再抽的理由' }).fill('年底补查另抽，双方当场同意')
    const freeze = page.getByRole('button', { name: '冻结1个单位的名单' })
    if ((await freeze.count()) > 0) await freeze.click()
    await page.getByRole('button', { name: '准备好了，去定种子' }).click()
    // Drawing again takes a second person.
    await page.getByText('这是再次抽签，由您准备').waitFor()
    const address = new URL(page.url()).pathname
    const second = await signInAs('inspector', 'wide', committee.address)
    await second.go(address)
    await second.page.getByRole('group', { name: '第一方' }).getByLabel('数字').fill('1224')
    await second.page.getByRole('group', { name: '第二方' }).getByLabel('数字').fill('7701')
    await second.page.getByRole('button', { name: '定下种子并抽取' }).click()
    await second.page.getByText('1224-7701').first().waitFor()
    await second.leave()
    await committee.load(address)
    const { parts } = await read<{ parts: { result: { name: string }[] }[] }>(
      committee,
      `/api/years/2018/draws/${page.url().split('/').at(-1)}`,
    )
    drawn = parts[0]!.result.map(line => line.name)
    expect(drawn).toHaveLength(2)
    expect(await faults()).toEqual([])
  })

  test('without a signal the inspector fills in the sheet; it survives a reload and a closed browser, and arrives once', async () => {
    const task = () =>
      phone.page.locator('.task').filter({ hasText: own.unitName }).filter({ hasText: '年底补查' })
    await signInOnPhone(phone, 'hecha', PASSWORD)
    await phone.signal(false)
    await phone.page.reload()
    await task().click()
    await phone.page.getByText('抽中的支部和党员').click()
    for (const branch of drawn) expect(await phone.page.locator('.drawn').innerText()).toContain(branch)
    await phone.row('五.3').getByRole('button', { name: '发现问题', exact: true }).click()
    const violations = () => phone.row('五.3').getByRole('group', { name: /违纪违法/ })
    await violations().getByRole('button', { name: /加一/ }).click()
    await violations().getByText('1起').waitFor()
    await phone.page.reload()
    await violations().getByText('1起').waitFor()
    await phone.row('五.3').getByLabel('说明').fill('一人受警告处分')
    await expect
      .poll(async () =>
        (await keptOnPhone<{ readonly rowNotes: object }>(phone, 'drafts')).map(draft => draft.rowNotes),
      )
      .toEqual([{ '五.3': '一人受警告处分' }])
    await phone.reopen()
    await phone.page.goto('/inspect')
    await task().click()
    await violations().getByText('1起').waitFor()
    await finishUnsigned(phone, own.unitName)
    await phone.page.getByText('没有信号：已存在手机上，有信号后自动发送。').waitFor()
    const before = await points()
    await phone.signal(true)
    await phone.page.reload()
    await phone.page.getByRole('button', { name: '登录', exact: true }).click()
    await phone.page.getByLabel('口令').fill(PASSWORD)
    await phone.page.getByRole('button', { name: '登录', exact: true }).click()
    await phone.page.getByRole('heading', { name: '已送达' }).waitFor()
    const { sheets } = await read<{ sheets: readonly StoredSheet[] }>(committee, '/api/years/2018/sheets')
    const ours = sheets.filter(one => one.unit === own.unit && one.roundName === '年底补查')
    expect(ours).toMatchObject([{ findings: 1 }])
    sheet = ours[0]!.sheet
    expect(await points()).toBeLessThan(before)
  })

  test('the unit objects on a phone in four steps', async () => {
    const { page, load, settle, faults } = unit
    await load('/2018/home')
    await page.getByText('答复第四季度核查情况').first().waitFor()
    await page.locator(`a[href$="/sheets/${sheet}"]`).first().click()
    await settle()
    expect(await faults({ axe: true })).toEqual([])
    const article = page.getByRole('article').first()
    await article.getByText('有异议', { exact: true }).click()
    await page.getByRole('button', { name: '提交答复' }).click()
    expect(await article.getByText('请写明哪里与实际不符。').isVisible()).toBe(true)
    await article.getByLabel('异议的理由（必填）').fill('处分决定属于外单位人员')
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: '提交答复' }).click()
    await article.getByText('有异议，待裁定').waitFor()
  })

  test('the committee previews what would change and drops the finding; the result changes, and the unit sees why', async () => {
    const { page, load, faults } = committee
    const { rows } = await read<WholeSheet>(unit, `/api/years/2018/sheets/${sheet}`)
    const had = await points()
    await load('/2018/objections')
    expect(await faults({ axe: true })).toEqual([])
    await load(`/2018/objections/${rows[0]!.id}`)
    await page.getByText('撤销', { exact: true }).click()
    await page.getByText('变动的单位').first().waitFor()
    expect(await points()).toBe(had)
    await page.getByLabel('理由').fill('核对处分决定，情况不属实')
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '保存裁定' }).click()
    await page.getByText('裁定：撤销').waitFor()
    expect(await points()).toBeGreaterThan(had)
    await unit.load(`/2018/sheets/${sheet}`)
    await unit.page.getByText('核对处分决定，情况不属实').first().waitFor()
    expect(await unit.faults()).toEqual([])
  })
})

test('a finding in an explanation links to its sheet', async () => {
  const { sheets } = await read<{ sheets: readonly StoredSheet[] }>(committee, '/api/years/2018/sheets')
  const one = sheets.find(each => each.findings > 0 && each.by === 'committee')!
  const { unit: whose, rows } = await read<WholeSheet>(committee, `/api/years/2018/sheets/${one.sheet}`)
  const explanation = await read<object>(
    committee,
    `/api/years/2018/units/${whose}/explanation?row=${encodeURIComponent(rows[0]!.row)}`,
  )
  expect(JSON.stringify(explanation)).toContain(`"origin":"sheet:`)
  await committee.go(`/2018/sheets/${one.sheet}`)
  expect(await committee.faults()).toEqual([])
})
