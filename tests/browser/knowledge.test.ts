import { expect, test } from 'vitest'
import { signInAs, visit } from './browse.ts'
import { testInLongRun } from '../testInLongRun.ts'

interface Paper {
  readonly code: string
  readonly state: string
  readonly unitName: string
  readonly seat: number
}

test('四（二） a member answers by slip on a phone, across a lost signal and a reload; the inspector sees the result', async () => {
  const inspector = await signInAs('inspector')
  const { tests } = await (await inspector.context.request.get('/api/years/2018/tests')).json()
  const address = `/2018/tests/${tests[0].id}`
  const { papers } = await (
    await inspector.context.request.get(`/api/years/2018/tests/${tests[0].id}`)
  ).json()
  const paper = (papers as Paper[]).find(one => one.state === 'made')!

  await inspector.go(`${address}/slips`)
  await inspector.page
    .getByRole('img', { name: `第${paper.seat}号卷的二维码` })
    .locator('svg')
    .waitFor()
  expect(await inspector.faults({ axe: true })).toEqual([])

  const member = await visit('phone')
  const { page } = member
  await member.go('/sit')
  await page.getByLabel('答题条上的编码').fill('太短')
  await page.getByRole('button', { name: '打开试卷' }).click()
  await page.getByText('编码是12位').waitFor()
  await page.getByLabel('答题条上的编码').fill(paper.code.toLowerCase())
  await page.getByRole('button', { name: '打开试卷' }).click()
  await page.getByText(`${paper.unitName}，第${paper.seat}号卷`).waitFor()
  expect(await member.faults({ axe: true, fingers: true })).toEqual([])
  await page.getByRole('button', { name: '开始作答' }).click()
  const questions = page.locator('fieldset')
  await questions.first().waitFor()
  expect(await questions.count()).toBe(10)

  // Without a signal the answers stay on the phone; after a reload they are there, and reach the server.
  await member.context.setOffline(true)
  for (const question of (await questions.all()).slice(0, 9)) await question.locator('label').first().click()
  await page.getByText('作答已存在本机').waitFor()
  await member.context.setOffline(false)
  await page.getByText('已保存', { exact: true }).waitFor()
  await page.reload()
  await questions.first().waitFor()
  expect(await page.locator('label.is-chosen').count()).toBe(9)
  expect(await member.faults({ axe: true, fingers: true })).toEqual([])
  await page.getByRole('button', { name: '交卷（已答9题，共10题）' }).click()
  await page.getByText('还有第10题没有作答').waitFor()
  await page.getByRole('button', { name: '仍要交卷' }).click()
  await page.getByText('已交卷，答对').waitFor()
  await member.leave()

  await inspector.load(address)
  const row = inspector.page.getByRole('row').filter({ hasText: '手机' })
  expect(await row.first().innerText()).toMatch(/已交/)
  expect(await inspector.faults({ axe: true })).toEqual([])
  await inspector.leave()
})

testInLongRun(
  'on a slow connection the codes of one unit never appear under the name of another',
  async () => {
    const committee = await signInAs('committee')
    const { page } = committee
    const { tests } = await (await committee.context.request.get('/api/years/2018/tests')).json()
    await committee.go(`/2018/tests/${tests[0].id}/slips`)
    const slips = page.locator('.test-slip')
    await slips.first().waitFor()
    const first = await slips.first().locator('b').textContent()
    let letGo = (): void => undefined
    const held = new Promise<void>(resolve => (letGo = resolve))
    await page.route('**/sheets?unit=*', async route => {
      await held
      await route.continue()
    })
    await page.getByRole('combobox', { name: '单位' }).press('ArrowDown')
    await page.locator('.ant-select-item-option:not(.ant-select-item-option-selected)').first().click()
    await page.getByRole('status', { name: '正在读取' }).waitFor()
    expect(await slips.count()).toBe(0)
    letGo()
    await slips.first().waitFor()
    expect(await slips.first().locator('b').textContent()).not.toBe(first)
    await committee.leave()
  },
)
