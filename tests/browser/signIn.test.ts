import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signInAs, type Visitor, visit } from './browse.ts'

const PASSWORD = 'Yanshi-2018'

describe('the sign-in page', () => {
  let visitor: Visitor
  beforeEach(async () => {
    visitor = await visit()
    await visitor.go('/')
  })
  afterEach(() => visitor.leave())

  test('is small, clean, and names the demo', async () => {
    expect(await visitor.faults({ axe: true })).toEqual([])
    const bytes = await visitor.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    )
    expect(bytes).toBeGreaterThan(20_000)
    expect(bytes).toBeLessThan(100_000)
  })

  test('clicking a demo account fills in the form, and the desks open at the requested address', async () => {
    await visitor.go('/me')
    await visitor.page.getByRole('button', { name: '组织考核者' }).click()
    await visitor.page.keyboard.press('Enter')
    await visitor.page.getByRole('heading', { name: '我的账号' }).waitFor()
    expect(new URL(visitor.page.url()).pathname).toBe('/me')
    expect(await visitor.faults()).toEqual([])
  })

  test('says in Chinese what is missing or wrong, and keeps the name', async () => {
    await visitor.page.getByRole('button', { name: '登录' }).click()
    expect(await visitor.page.getByRole('alert').textContent()).toBe('请填写用户名。')
    await visitor.page.getByLabel('用户名').fill('kaohe')
    await visitor.page.getByLabel('口令').fill('not-the-password')
    visitor.expect(401)
    await visitor.page.keyboard.press('Enter')
    await visitor.page.getByText('用户名或口令不正确').waitFor()
    expect(await visitor.page.getByLabel('用户名').inputValue()).toBe('kaohe')
    expect(await visitor.faults()).toEqual([])
  })
})

test('when a session expires, signing in again over the page loses nothing typed', async () => {
  const visitor = await signInAs('committee')
  await visitor.go('/me')
  await visitor.page.getByLabel('新口令', { exact: true }).fill('half a thou')
  await visitor.context.clearCookies()
  visitor.expect(401)
  visitor.expect(422)
  await visitor.page.getByRole('button', { name: '启用动态验证码' }).click()
  await visitor.page.getByLabel('请先填写现在的口令').fill(PASSWORD)
  await visitor.page.getByRole('button', { name: '下一步' }).click()
  const dialog = visitor.page.getByRole('dialog', { name: '登录已过期' })
  await dialog.getByLabel('口令').fill(PASSWORD)
  await dialog.getByRole('button', { name: '登录' }).click()
  await dialog.waitFor({ state: 'hidden' })
  // The act went on by itself; its answer is that a demo account keeps its password.
  await visitor.page.getByText('演示账号供所有人试用').waitFor()
  expect(await visitor.page.getByLabel('新口令', { exact: true }).inputValue()).toBe('half a thou')
  expect(await visitor.faults()).toEqual([])
  await visitor.leave()
})

test('signing out leads to the sign-in page, and going back does not sign in again', async () => {
  const visitor = await visit()
  await visitor.go('/')
  await visitor.page.getByRole('button', { name: '监督审计人员' }).click()
  await visitor.page.keyboard.press('Enter')
  await visitor.page.getByRole('button', { name: /^账号/ }).click()
  await visitor.page.getByRole('button', { name: '退出登录' }).click()
  await visitor.page.getByLabel('用户名').waitFor()
  await visitor.page.goBack()
  await visitor.settle()
  expect(await visitor.page.getByLabel('用户名').isVisible()).toBe(true)
  await visitor.leave()
})
