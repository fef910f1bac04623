import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepsOfOneWay } from '../oneWay.ts'
import { ask, openSite, ownServer, read, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'
import type { Meeting } from './wholeMeeting.ts'

let server: RunningServer
let clerk: Visitor
let phone: Visitor
let meeting = ''
let copy = ''
let codes: readonly string[] = []

/** The grades that the voters give, one each. */
const GRADES = ['好', '好', '好', '较好', '一般'] as const

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  clerk = await signInAs('unit', 'wide', server.address)
  phone = await signInAs('secretary', 'phone', server.address)
})

afterAll(async () => {
  await clerk?.leave()
  await phone?.leave()
  await server?.stop()
})

stepsOfOneWay()

const inDialog = (name: string | RegExp) => clerk.page.getByRole('dialog').getByRole('button', { name })

test('六（四） a unit lists a branch secretary and plans a small meeting', async () => {
  const { page, load, settle, faults } = clerk
  await load('/2018/dualDebriefs')
  await page.getByRole('button', { name: '列入一人' }).click()
  await page.getByLabel('姓名').fill('宋一枝')
  await page.getByLabel('职务').selectOption({ label: '党支部书记' })
  await page.getByLabel('所在党组织').fill('机关第二党支部')
  await inDialog(/^列\s?入$/).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settle()
  await page.getByRole('button', { name: '安排评议会' }).click()
  await page.getByLabel('哪一次述职评议').selectOption({ label: '向党员述职' })
  await page.getByText('宋一枝（机关第二党支部，党支部书记）').first().waitFor()
  await page.getByLabel('向谁述职').fill('第二党支部党员大会')
  await page.getByLabel('开会日期').fill('2018-12-24')
  await page.getByLabel('开会日期').press('Enter')
  await page.getByLabel('开会时间').fill('9:30')
  await page.getByLabel('地点').fill('三楼会议室')
  await page.getByLabel('主持人').fill('周主持')
  await page.getByLabel('计票人').fill('钱计票')
  await page.getByLabel('监票人').fill('孙监票')
  await page.getByLabel('党员应到人数').fill('5')
  await page.getByLabel('群众代表应到人数').fill('0')
  expect(await faults({ axe: true })).toEqual([])
  await inDialog(/^安\s?排$/).click()
  await page.getByRole('heading', { name: '机关第二党支部书记向党员述职评议会' }).waitFor()
  await settle()
  await page.getByText('2018年12月24日9时30分；三楼会议室').waitFor()
  expect(await page.getByText('监督指导').count()).toBe(0)
  expect(await faults({ axe: true })).toEqual([])
  meeting = new URL(page.url()).pathname.split('/').at(-1)!
})

test('六（四） its key is made and tried, slips are printed, and those who came are entered', async () => {
  const { page, settle, faults } = clerk
  await page.getByRole('button', { name: '生成开票钥匙' }).click()
  copy = await page.locator('.key-copy-letters').innerText()
  for (const who of ['计票人钱计票', '监票人孙监票']) {
    await page.getByLabel(`${who}的钥匙`).fill(copy)
    const part = page.locator('.key-copy').filter({ hasText: who })
    await part.getByRole('button', { name: '试钥匙' }).click()
    await page.getByText(`${who}的钥匙已试过，能用`).waitFor()
  }
  await page.getByRole('link', { name: '票条' }).click()
  await page.getByRole('button', { name: '生成票条' }).click()
  const slips = page.locator('.vote-slip')
  await slips.first().waitFor()
  codes = (await slips.allInnerTexts()).map(text => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)![0])
  expect(codes.length).toBe(GRADES.length)
  await page.getByRole('button', { name: '打印好了，关掉' }).click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.getByRole('button', { name: '生成票条' }).waitFor()
  await page.goBack()
  await settle()
  await page.getByRole('button', { name: '登记实到人数' }).click()
  await page.getByText('应到5人，实到5人').waitFor()
  expect(await faults()).toEqual([])
})

test('六（四） the voters mark on their phones; the count is published and fills the record', async () => {
  const { page, load, settle, faults } = clerk
  const address = `/api/years/2018/meetings/${meeting}`
  const step = async (move: object) => {
    const { revision } = await read<Meeting>(clerk, address)
    return ask(clerk, `POST ${address}/steps`, { move, revision })
  }
  await step({ step: 'start' })
  await step({ step: 'next' })
  await step({ step: 'next' })
  await step({ step: 'openVoting' })
  for (const [at, grade] of GRADES.entries()) await castGrade(codes[at]!, grade)
  await step({ step: 'closeVoting' })
  await load(`/2018/debriefs/${meeting}`)
  await page.getByLabel('党员票条发出').fill(String(GRADES.length))
  await page.getByRole('button', { name: '登记发放情况' }).click()
  await page.getByText('发放情况已登记').waitFor()
  await page.getByLabel(/^开票钥匙/).fill(copy)
  await page.getByRole('button', { name: '开票', exact: true }).click()
  await page.getByText('密封的票已销毁').waitFor()
  await page.getByRole('button', { name: /^计\s?票$/ }).click()
  await page.getByText('好3张、较好1张、一般1张').waitFor()
  await page.getByRole('button', { name: '公布回执和评价' }).click()
  await page.getByText('已公布').first().waitFor()
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '登记到双述双评' }).click()
  await inDialog(/^登\s?记$/).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('已登记到双述双评').first().waitFor()
  await page.getByRole('link', { name: '返回双述双评' }).click()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('link', { name: '宋一枝' }).first().click()
  await page.getByText('好3票，较好1票，一般1票，差0票').waitFor()
  await page.getByText('会议投票，由计票登记').waitFor()
  expect(await page.getByRole('button', { name: '更正登记' }).count()).toBe(0)
  expect(await faults({ axe: true })).toEqual([])
})

test('六（四） the secretary of the group sees the meeting on a phone and changes nothing', async () => {
  const { page, load, faults } = phone
  await load('/2018/dualDebriefs')
  expect(await faults({ axe: true })).toEqual([])
  await load(`/2018/debriefs/${meeting}`)
  await page.getByText('已登记到双述双评').first().waitFor()
  expect(await page.getByRole('button', { name: '收回登记' }).count()).toBe(0)
  expect(await faults({ axe: true })).toEqual([])
})

/** Marks and casts a sheet with one grade on a phone of its own. */
async function castGrade(code: string, grade: string): Promise<void> {
  const { browser } = await openSite()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${server.address}/vote#${code}`)
  await page.getByRole('button', { name: '开始评价' }).click()
  const marks = page.getByRole('group', { name: '对宋一枝的评价' })
  await marks.getByRole('button', { name: grade, exact: true }).click()
  await page.getByRole('button', { name: '检查并投票' }).click()
  await page.getByRole('button', { name: '投票', exact: true }).click()
  await page.getByRole('heading', { name: '已投票' }).waitFor()
  await context.close()
}
