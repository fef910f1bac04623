import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../results/readWorkbook.ts'
import { signInAs, type Visitor } from './browse.ts'

/** In front of a wide page, for all tests that leave it as it was. */
let committee: Visitor

beforeAll(async () => {
  committee = await signInAs('committee')
})

afterAll(() => committee.leave())

test('the menu is a drawer on a phone and closes when a page is opened', async () => {
  const { page, go, faults, leave } = await signInAs('committee', 'phone')
  await go('/me')
  await page.getByRole('button', { name: '菜单' }).click()
  const drawer = page.getByRole('dialog', { name: '衡评' })
  await drawer.getByRole('link').first().click()
  await drawer.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor()
  expect(await faults()).toEqual([])
  await leave()
})

test('by keyboard, the first stop skips the menu', async () => {
  const { page, load } = committee
  await load('/me')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
})

test('an address without a page says so and links to the first page', async () => {
  const { page, go, faults } = committee
  await go('/2018/no/such/page')
  await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  expect(await faults({ axe: true })).toEqual([])
})

test('an unreachable server is reported in Chinese; repeating a request reuses its key, another request has another key', async () => {
  const { page, context, go, leave } = await signInAs('committee')
  const keys: string[] = []
  page.on('request', request => {
    if (request.url().endsWith('/second-factor/begin')) keys.push(request.headers()['idempotency-key']!)
  })
  await go('/me')
  const next = page.getByRole('button', { name: '下一步' })
  await page.getByRole('button', { name: '启用动态验证码' }).click()
  await page.getByLabel('请先填写现在的口令').fill('Yanshi-2018')
  await context.setOffline(true)
  await next.click()
  await page.getByText('与服务器的连接中断').waitFor()
  await context.setOffline(false)
  await next.click()
  await page.getByText('演示账号供所有人试用').waitFor()
  await next.click()
  await expect.poll(() => keys.length).toBe(3)
  expect(keys[0]).toMatch(/^[\w-]{16,}$/)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
  await leave()
})

test('a double click sends one request', async () => {
  const { page, go, leave } = await signInAs('committee')
  let sent = 0
  await page.route('**/second-factor/begin', async route => {
    sent++
    await new Promise(resolve => setTimeout(resolve, 200))
    await route.continue()
  })
  await go('/me')
  await page.getByRole('button', { name: '启用动态验证码' }).click()
  await page.getByLabel('请先填写现在的口令').fill('Yanshi-2018')
  await page.getByRole('button', { name: '下一步' }).dblclick()
  await page.getByText('演示账号供所有人试用').waitFor()
  expect(sent).toBe(1)
  await leave()
})

test('the search opens by a key, finds a unit by pinyin and opens its page; a page by its name', async () => {
  const { page, go, settle, faults } = committee
  await go('/2018/home')
  await page.keyboard.press('/')
  const box = page.getByRole('combobox', { name: '查找单位' })
  await box.fill('lyj')
  const option = page.getByRole('option').filter({ hasText: '林业局' }).first()
  await option.waitFor()
  expect(await faults({ axe: true })).toEqual([])
  await option.click()
  await page.getByRole('heading', { level: 1, name: '林业局' }).waitFor()
  await page.keyboard.press('Control+k')
  await box.fill('名册')
  await page.getByRole('option', { name: '名册' }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '名册' }).waitFor()
  await settle()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: '林业局' }).waitFor()
  await page.keyboard.press('/')
  await box.fill('四.4')
  await page.getByRole('option').filter({ hasText: '细则' }).first().click()
  await page.locator('.rubric-row[aria-current=true]').waitFor()
  expect(await page.locator('.rubric-row[aria-current=true] .rubric-row-id').innerText()).toBe('四.4')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
})

test('back goes where one came from, with its filters; an address opened by itself goes to its list', async () => {
  const { page, go, load } = committee
  await go('/2018/roster')
  await page.getByPlaceholder('单位、姓名或拼音首字母').fill('lyj')
  await page
    .getByRole('link', { name: /林业局/ })
    .first()
    .click()
  await page.getByRole('button', { name: '返回名册' }).click()
  await page.getByRole('heading', { level: 1, name: '名册' }).waitFor()
  expect(await page.getByPlaceholder('单位、姓名或拼音首字母').inputValue()).toBe('lyj')
  await go('/2018/ranking')
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: '查找单位' }).fill('赵示')
  await page.getByRole('option').filter({ hasText: '人员' }).first().click()
  await page.getByRole('button', { name: '返回排名' }).click()
  await page.getByRole('heading', { level: 1, name: '排名' }).waitFor()
  await load('/2018/roster/SF001')
  await page.getByRole('link', { name: '返回名册' }).waitFor()
})

test('every list is saved as it is searched, with the rows that were not read yet', async () => {
  const { page, go } = committee
  await go('/2018/sheets')
  const search = page.getByPlaceholder('单位、核查人员或拼音首字母')
  const save = async () => {
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出清单' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('2018年度核查表清单.xlsx')
    const sheet = readWorkbook(new Uint8Array(await buffer(await file.createReadStream()))).get('核查表清单')!
    return [...sheet.values()].map(cells => cells.map(cell => cell?.value).join(' '))
  }
  const counted = page.getByText(/^共 \d+ 份$/)
  await counted.waitFor()
  const all = Number(/\d+/.exec(await counted.innerText())![0])
  expect(all).toBeGreaterThan(100)
  // Title, office and date, headings.
  expect((await save()).length).toBe(all + 3)
  await search.fill('林业')
  await page.getByText(new RegExp(`^\\d / ${all} 份$`)).waitFor()
  const found = await save()
  expect(found.length).toBeLessThan(10)
  expect(found[3]).toContain('林业局')
})

test('without animations the options of a list open at its field, within a dialog too', async () => {
  const { page, go, leave } = await signInAs('committee')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await go('/2018/inspectors')
  await page.getByRole('button', { name: '增加人员' }).first().click()
  const field = page.getByRole('dialog').getByRole('combobox').first()
  await field.click()
  const option = page.locator('.ant-select-item-option').first()
  await option.waitFor()
  const [list, at] = [await option.boundingBox(), await field.boundingBox()]
  expect(Math.abs(list!.x - at!.x)).toBeLessThan(200)
  expect(Math.abs(list!.y - at!.y)).toBeLessThan(200)
  await leave()
})

test('the first page names the next act with its button', async () => {
  const { page, go, faults } = committee
  await go('/2018/home')
  const waiting = page.getByRole('region', { name: '等我办理' })
  await waiting.getByText('下一步').waitFor()
  expect(await waiting.getByRole('link', { name: '去办理' }).count()).toBe(1)
  expect(await faults({ axe: true })).toEqual([])
})

test('the first page says which stage of the year is now and that the one beside it comes next', async () => {
  const unit = await signInAs('unit', 'phone')
  await unit.go('/2018/home')
  const steps = unit.page.locator('.stepper li:visible')
  expect(await steps.allInnerTexts()).toEqual([
    expect.stringContaining('汇总计分'),
    expect.stringContaining('接下来'),
  ])
  await unit.leave()
})
