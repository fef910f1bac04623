import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer, read, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'
import { stepsOfOneWay } from '../oneWay.ts'

/** An objection without a decision holds up the seal, until it is decided by clicks. */
let server: RunningServer
let committee: Visitor
let leadingGroup: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  leadingGroup = await signInAs('leadingGroup', 'wide', server.address)
})

afterAll(async () => {
  for (const visitor of [committee, leadingGroup]) await visitor?.leave()
  await server?.stop()
})

stepsOfOneWay()

interface Objections {
  readonly objections: readonly { readonly state: string }[]
}

test('the checks name the objections and lead to them; the result cannot be sealed', async () => {
  const { page, go, settle, faults } = committee
  await go('/2018/seals')
  const check = page.locator('.check', { hasText: /单位的异议\d+条，等待裁定/ })
  await check.waitFor()
  expect(await check.innerText()).toContain('不能封存')
  expect(await page.getByRole('button', { name: '封存结果' }).isDisabled()).toBe(true)
  await check.getByRole('link', { name: '去处理' }).first().click()
  await page.getByRole('heading', { name: '异议与裁定' }).waitFor()
  await settle()
  expect(await faults()).toEqual([])
})

test('each objection is decided with a reason', async () => {
  const { page, settle } = committee
  const { objections } = await read<Objections>(committee, '/api/years/2018/objections')
  const open = objections.filter(one => one.state === 'objected').length
  expect(open).toBeGreaterThan(0)
  await page.getByRole('table', { name: '异议清单' }).getByRole('link').first().click()
  for (let left = open; left > 0; left--) {
    await page.getByRole('radio', { name: '维持' }).check()
    await page.getByLabel('理由').fill('核对原始记录，核查情况属实')
    await page.getByRole('button', { name: '保存裁定' }).click()
    await page.getByText('裁定：维持').waitFor()
    await settle()
    if (left > 1) await page.getByRole('link', { name: '下一条待裁定' }).click()
  }
})

test('the result is sealed, and the leading group sees what was still under way before it approves', async () => {
  const { page, go } = committee
  await go('/2018/seals')
  await page.getByRole('button', { name: '封存结果' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '封存', exact: true }).click()
  await page.getByText('正等待领导小组审定').waitFor()
  const group = leadingGroup.page
  await leadingGroup.go('/2018/seals')
  await group.getByRole('heading', { name: '封存前检查的结果' }).waitFor()
  expect(await group.locator('.check').count()).toBeGreaterThan(0)
  expect(await leadingGroup.faults()).toEqual([])
  await group.getByRole('button', { name: '审定', exact: true }).click()
  await group.getByRole('dialog').getByRole('button', { name: '审定', exact: true }).click()
  await group.getByText('等待组织考核者向单位公布').waitFor()
})
