import { expect, test } from 'vitest'
import { signInAs, visit, type Visitor } from './browse.ts'

interface Paper {
  readonly code: string
  readonly state: string
}

/** Slips of the demo test that nobody has begun. */
async function freeSlips(): Promise<readonly string[]> {
  const inspector = await signInAs('inspector')
  const ask = async (path: string) => (await inspector.context.request.get(path)).json()
  const { tests } = await ask('/api/years/2018/tests')
  const { papers } = await ask(`/api/years/2018/tests/${tests[0].id}`)
  await inspector.leave()
  return (papers as Paper[]).filter(one => one.state === 'made').map(one => one.code)
}

async function begin(code: string): Promise<Visitor> {
  const member = await visit('phone')
  await member.page.clock.install()
  await member.load(`/sit/${code}`)
  await member.page.getByText(/时限后10分钟内传到服务器仍有效/).waitFor()
  await member.page.getByRole('button', { name: '开始作答' }).click()
  await member.page.locator('fieldset').first().waitFor()
  return member
}

const answer = ({ page }: Visitor, at: number) =>
  page.locator('fieldset').nth(at).locator('label').first().click()

test('without a signal at 0:00 the paper locks, says how long answers still count, and hands itself in when the signal is back', async () => {
  const member = await begin((await freeSlips()).at(-1)!)
  const { page, context } = member
  await context.setOffline(true)
  await answer(member, 0)
  await page.clock.runFor(2000)
  await page.getByText(/作答已存在本机，信号恢复后自动保存。断网时，时限内的作答存在本机/).waitFor()
  expect(await member.faults({ axe: true, fingers: true })).toEqual([])
  await page.clock.runFor(11 * 60_000)
  await page.getByText(/时间到，已锁定；10分钟内连上，本机的作答自动交上/).waitFor()
  expect(await page.locator('fieldset:enabled').count()).toBe(0)
  expect(await member.faults({ axe: true, fingers: true })).toEqual([])
  await context.setOffline(false)
  await page.clock.runFor(10_000)
  await page.getByText('已交卷，答对').waitFor()
  await member.leave()
})

test('a paper handed in without a signal is handed in again until the server has it', async () => {
  const member = await begin((await freeSlips()).at(-1)!)
  const { page, context } = member
  await answer(member, 0)
  await page.clock.runFor(2000)
  await page.getByText('已保存', { exact: true }).waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: /^交卷/ }).click()
  await page.getByRole('button', { name: '仍要交卷' }).click()
  await page.clock.runFor(2000)
  await page.getByText('没有连上服务器：连上后自动交卷，请不要关掉这一页。').waitFor()
  await context.setOffline(false)
  await page.clock.runFor(10_000)
  await page.getByText('已交卷，答对').waitFor()
  await member.leave()
})

test('a second phone on one slip is told and takes over; the first says so and can take it back', async () => {
  const code = (await freeSlips()).at(-1)!
  const first = await begin(code)
  await answer(first, 0)
  await first.page.clock.runFor(2000)
  await first.page.getByText('已保存', { exact: true }).waitFor()
  const second = await visit('phone')
  await second.load(`/sit/${code}`)
  await second.page.getByText('这份卷已在另一部手机上打开').waitFor()
  expect(await second.faults({ axe: true })).toEqual([])
  await second.page.getByRole('button', { name: '在这部手机上接着答' }).click()
  await second.page.locator('label.is-chosen').first().waitFor()
  first.expect(422)
  await answer(first, 1)
  await first.page.clock.runFor(2000)
  await first.page.getByText('这份卷已在另一部手机上打开').waitFor()
  expect(await first.faults()).toEqual([])
  await second.leave()
  await first.leave()
})
