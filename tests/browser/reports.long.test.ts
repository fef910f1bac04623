import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countWords } from '../../src/domain/campaign/report/countWords.ts'
import { ownServer, post, read, signInAs, visit, type Visitor, viewports } from './browse.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer
let committee: Visitor
let secretary: Visitor
let leadUnit: Visitor

interface Row {
  readonly unit: string
  readonly unitName: string
  readonly leadUnitName?: string
  readonly state: string
}

let row: Row
let address: string

/** As it comes out of Word: blanks in front, automatic numbers with a tab, blank lines. */
const PASTED = [
  '2018年度抓基层党建工作述职报告',
  '',
  '一、\t履职成效',
  `　　${'本人每季度到联系点讲一次党课，带头落实三会一课。'.repeat(6)}`,
  '二、\t存在的问题及原因',
  `　　${'我到基层支部少，原因是本人重视不够、统筹不好。'.repeat(8)}`,
  '三、\t下一步打算',
  `　　${'我将每月到一个支部，年底前走遍全部支部。'.repeat(6)}`,
].join('\r\n')

beforeAll(async () => {
  server = await ownServer(['--units', '60', '--today', '2018-12-05'])
  committee = await signInAs('committee', 'wide', server.address)
  const { reports } = await read<{ reports: readonly Row[] }>(committee, '/api/years/2018/reports')
  row = reports.find(one => one.state === 'draft' && one.leadUnitName !== undefined)!
  address = `/2018/reports/${row.unit}`
  const { units } = await read<{ units: readonly { id: string; name: string }[] }>(
    committee,
    '/api/years/2018/roster',
  )
  const lead = units.find(({ name }) => name === row.leadUnitName)!.id
  secretary = await newAccount('书记甲', 'secretary', row.unit, 'wide')
  leadUnit = await newAccount('牵头甲', 'leadUnit', lead, 'wide')
})

afterAll(async () => {
  for (const one of [committee, secretary, leadUnit]) await one?.leave()
  await server?.stop()
})

const PASSWORD = 'Songbai-2018-er'

async function newAccount(
  username: string,
  role: string,
  unit: string,
  viewport: keyof typeof viewports,
): Promise<Visitor> {
  const entry = { username, name: username, administers: false, grants: [{ role, unit }] }
  const { password } = await post<{ password: string }>(committee, '/api/accounts', entry)
  const visitor = await visit(viewport, server.address)
  await post(visitor, '/api/session/sign-in', { username, password })
  await post(visitor, '/api/session/password', { current: password, next: PASSWORD })
  return visitor
}

/** Types something, and waits until the server has it. */
async function saved({ page }: Visitor, type: () => Promise<void>): Promise<void> {
  const put = page.waitForResponse(
    answer => answer.request().method() === 'PUT' && answer.ok() && answer.url().endsWith('/report'),
  )
  await type()
  await put
}

async function handIn({ page, settle }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '上报', exact: true }).click()
  const dialog = page.getByRole('dialog').filter({ hasText: '上报述职报告' })
  const button = dialog.getByRole('button', { name: /^上\s?报$/ })
  expect(await button.isDisabled()).toBe(true)
  await dialog.getByLabel('述职报告由本人撰写').check()
  await dialog.getByLabel('篇幅比例的说明').fill('本年度问题较多')
  await button.click()
  await page.getByText('述职报告已上报').waitFor()
  await settle()
}

describe('六（二）（三） a report from a pasted Word text to signed off by all three', () => {
  test('the secretary pastes the text: it is placed by its headings, counted as Word counts it, and saved as it is typed', async () => {
    const { page, go, load, settle, faults } = secretary
    const box = (name: string) => page.getByLabel(name, { exact: true })
    await go('/2018/reports')
    await page.getByRole('button', { name: '粘贴全文' }).click()
    await page.getByLabel('从 Word 全选复制').fill(PASTED)
    await page.getByRole('button', { name: '分到各部分' }).click()
    await page.getByText('没有分到内容').first().waitFor()
    await saved(secretary, () => page.getByRole('button', { name: '代替现在的内容' }).click())
    await settle()
    expect(await box('履职成效第1段').inputValue()).toMatch(/^本人每季度/)
    expect(await faults({ axe: true })).toEqual([])

    await saved(secretary, async () => {
      await box('特色做法第1段').fill('我带头建立“支部联建”机制。')
      await box('特色做法第1段').press('Enter')
      await box('特色做法第2段').fill('全年联建8次。')
      await page.locator('.report-paragraph summary').first().click()
      await page
        .getByLabel(/^主体责任/)
        .first()
        .check()
      await page.getByRole('button', { name: '加一项问题' }).click()
      await box('问题').fill('到基层支部少')
    })
    await load('/2018/reports')
    expect(await box('特色做法第2段').inputValue()).toBe('全年联建8次。')
    expect(await box('问题').inputValue()).toBe('到基层支部少')
    const { content } = await read<{ content: { title: string; sections: Section[] } }>(
      secretary,
      `/api/years/2018/units/${row.unit}/report`,
    )
    expect(content.title).toBe('2018年度抓基层党建工作述职报告')
    const words = page.getByRole('progressbar', { name: '字数' })
    expect(await words.getAttribute('aria-valuenow')).toBe(String(wordsOf(content)))
  })

  test('a session that ends while somebody writes loses nothing', async () => {
    const { page, context, load, expect: mayCome } = secretary
    await context.clearCookies()
    mayCome(401)
    const typed = page.getByLabel('特色做法第2段', { exact: true })
    await typed.fill('全年联建8次，参加500人。')
    const dialog = page.getByRole('dialog').filter({ hasText: '登录已过期' })
    await dialog.getByLabel('口令', { exact: true }).fill(PASSWORD)
    await saved(secretary, () => dialog.getByRole('button', { name: '登录' }).click())
    await load('/2018/reports')
    expect(await typed.inputValue()).toBe('全年联建8次，参加500人。')
  })

  test('hand-in lists what is lacking and asks for the declaration', async () => {
    const { page, faults } = secretary
    await handIn(secretary)
    expect(await page.getByRole('article', { name: '述职报告正文' }).count()).toBe(1)
    expect(await faults({ axe: true })).toEqual([])
  })

  test('the committee finds it in the list, comments on a paragraph and returns it with a reason', async () => {
    const { page, go, settle, faults } = committee
    await go('/2018/reports')
    await page.getByRole('textbox', { name: '查找单位、书记或拼音首字母' }).fill(row.unitName)
    await page.getByRole('row').filter({ hasText: row.unitName }).getByText('审核中').waitFor()
    expect(await faults({ axe: true })).toEqual([])
    await go(address)
    await page.getByRole('button', { name: '批注', exact: true }).first().click()
    await page.getByRole('textbox', { name: '批注' }).fill('请写明次数和地点。')
    await page.getByRole('button', { name: '保存批注' }).click()
    await page.getByText('批注已保存').waitFor()
    await page.getByRole('button', { name: '退回修改' }).first().click()
    await page.getByLabel('退回理由').fill('成绩写得过多，问题不具体。')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^退\s?回$/ })
      .click()
    await page.getByText('已退回，书记可以修改').waitFor()
    await settle()
    expect(await faults({ axe: true })).toEqual([])
  })

  test('the secretary corrects it on a phone, with the comment below its paragraph, and hands in again', async () => {
    const { page, load, faults } = secretary
    await page.setViewportSize(viewports.phone)
    await load('/2018/reports')
    await page.getByText('成绩写得过多，问题不具体。').waitFor()
    await page.getByText('请写明次数和地点。').waitFor()
    await saved(secretary, () =>
      page.getByLabel('履职成效第1段', { exact: true }).fill('本人到联系点讲党课4次。'),
    )
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '比较' }).first().click()
    await page.locator('.report-difference ins').filter({ hasText: '本人到联系点讲党课4次。' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.report-difference').waitFor({ state: 'detached' })
    await handIn(secretary)
  })

  test('both bodies of the committee and the lead unit sign off, each with its receipt', async () => {
    for (const [visitor, most] of [
      [committee, 2],
      [leadUnit, 1],
    ] as const) {
      const { page, go, settle } = visitor
      await go(address)
      for (let left = most; left > 0; left--) {
        const buttons = page.getByRole('complementary').getByRole('button', { name: '审核通过' })
        await buttons.first().click()
        await page.locator('.ant-popover').getByRole('button', { name: '审核通过' }).click()
        await buttons.nth(left - 1).waitFor({ state: 'detached' })
        await settle()
      }
    }
    expect(await leadUnit.faults({ axe: true })).toEqual([])
    const { page, load } = committee
    await load(address)
    expect(await page.getByRole('region', { name: '审核把关' }).getByText('已审核').count()).toBe(3)
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 Word' }).click()
    expect((await file).suggestedFilename()).toMatch(/\.docx$/)
  })
})

interface Section {
  readonly paragraphs: readonly { readonly text: string }[]
}

/** Counts apart from the product: title, numbered headings of the parts that have text, and their paragraphs. */
function wordsOf({
  title,
  sections,
}: {
  readonly title: string
  readonly sections: readonly Section[]
}): number {
  const written = sections.filter(({ paragraphs }) => paragraphs.some(({ text }) => text.trim() !== ''))
  const names = ['一、履职成效', '二、特色做法', '三、存在的问题及原因', '四、下步打算']
  const texts = written.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
  return [title, ...names, ...texts].reduce((sum, text) => sum + countWords(text), 0)
}
