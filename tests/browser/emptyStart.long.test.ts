import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer, signInFirst, visit, type Visitor } from './browse.ts'
import { promulgateSample } from './promulgateSample.ts'
import type { RunningServer } from './startServer.ts'

/** A new office on an empty installation, from the printed password to its first roster. */
let server: RunningServer
let visitor: Visitor

beforeAll(async () => {
  server = await ownServer(['--empty', '--today', '2018-02-01'])
  visitor = await visit('wide', server.address)
})

afterAll(async () => {
  await visitor?.leave()
  await server?.stop()
})

const PASSWORDS = { admin: 'Meihua-2018-yi', committee: 'Songbai-2018-er' }

test('the first administrator changes the printed password and lands on the first steps', async () => {
  const { page, go, settle, faults } = visitor
  const [, username, password] = /用户名 (\S+)，一次性口令 (\S+)/.exec(server.said())!
  await go('/')
  await signInFirst(visitor, username!, password!, PASSWORDS.admin)
  await page.getByRole('heading', { name: '首次使用：还有5步' }).waitFor()
  await settle()
  expect(await page.locator('[aria-current=step]').innerText()).toContain('填写本单位名称')
  expect(await faults({ axe: true })).toEqual([])
})

test('the institution is named and appears at once in the page header', async () => {
  const { page, faults } = visitor
  await page.getByRole('button', { name: '保存名称' }).click()
  await page.getByText('请填写本单位的全称。').waitFor()
  await page.getByLabel('本单位名称').fill('示例县委组织部')
  await page.getByRole('button', { name: '保存名称' }).click()
  await page.locator('.header-institution', { hasText: '示例县委组织部' }).waitFor()
  await page.getByRole('heading', { name: '首次使用：还有4步' }).waitFor()
  expect(await faults()).toEqual([])
})

test('the page says what others do, and the administrator continues to the accounts', async () => {
  const { page, settle, faults } = visitor
  expect(await page.getByText('由组织考核者办理。').count()).toBe(3)
  await page.getByRole('link', { name: '去开设账号' }).click()
  await page.getByRole('heading', { name: '账号', level: 1 }).waitFor()
  await settle()
  for (const [role, name, username] of [
    ['安全管理员', '安全员甲', 'anquan'],
    ['审计管理员', '审计员乙', 'shenji'],
    ['组织考核者', '考核办公室', 'kaohe'],
  ] as const) {
    const person = page.getByRole('group', { name: role })
    await person.getByLabel('姓名').fill(name)
    await person.getByLabel('用户名').fill(username)
  }
  await page.getByRole('button', { name: '开设三个账号' }).click()
  await page.getByRole('heading', { name: '一次性口令' }).waitFor()
  await page.getByText('只有这台电脑能打开').waitFor()
  expect(await faults()).toEqual([])
})

test('the committee bases its scheme on a sample and promulgates it', async () => {
  const { page, load, context, settle, faults } = visitor
  const slip = page.getByRole('listitem').filter({ hasText: 'kaohe' })
  const password = await slip.locator('.slips-password').innerText()
  await context.clearCookies()
  await load('/')
  await signInFirst(visitor, 'kaohe', password, PASSWORDS.committee)
  await page.getByRole('heading', { name: '首次使用：还有3步' }).waitFor()
  await page.getByRole('link', { name: '去编制方案' }).click()
  await page.getByRole('heading', { level: 1, name: '方案' }).waitFor()
  await promulgateSample(visitor)
  await settle()
  expect(await faults()).toEqual([])
})

test('the first year is opened with that scheme and an empty roster', async () => {
  const { page, go, settle, faults } = visitor
  await go('/')
  await page.getByRole('heading', { name: '首次使用：还有2步' }).waitFor()
  await page.getByRole('link', { name: '去开启年度' }).click()
  await page.getByText('没有2017年度的名册，不能选').waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '开启2018年度' }).click()
  await page.getByText('名册还是空的').waitFor()
  await settle()
  expect(await faults()).toEqual([])
})

test('every page of a year without units says so, with the next step', async () => {
  const { page, go, faults } = visitor
  await go('/2018/year')
  await page.getByText('名册还是空的').waitFor()
  expect(await page.getByRole('link', { name: '去录入名册' }).count()).toBe(1)
  expect(await faults()).toEqual([])
  const pages =
    'home year/missing year/phases consequences documents problems problems/board problems/proposals'
  const more = 'remedies publication seals leadDuty dualDebriefs ranking'
  for (const path of `${pages} ${more}`.split(' ')) {
    await go(`/2018/${path}`)
    expect(await faults()).toEqual([])
  }
})
