import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONG } from '../longRun.ts'
import { read, signInAs, type Visitor } from './browse.ts'

/** In front of a wide page, for all tests that leave it as it was. */
let committee: Visitor

beforeAll(async () => {
  committee = await signInAs('committee')
})

afterAll(() => committee.leave())

interface Head {
  readonly version: string
  readonly number: number
  readonly state: string
}

async function versions({ context }: Visitor): Promise<readonly Head[]> {
  return (await (await context.request.get('/api/schemes')).json()).versions
}

/** A draft of the demo's scheme under an id of its own, so that tests do not meet in one draft. */
async function aDraft({ context }: Visitor): Promise<string> {
  const inUse = (await (await context.request.get('/api/schemes')).json()).versions.find(
    (one: { years: number[] }) => one.years.includes(2018),
  )
  const { document } = await (await context.request.get(`/api/schemes/${inUse.version}`)).json()
  const data = { document: { ...document, id: `试行${randomUUID().slice(0, 8)}` } }
  const made = await context.request.post('/api/schemes', {
    data,
    headers: { 'idempotency-key': randomUUID() },
  })
  expect(made.ok(), await made.text()).toBe(true)
  return (await made.json()).version
}

function weight(page: Page, component: string) {
  return page.getByRole('spinbutton', { name: `${component} 权重` })
}

const check = (page: Page) => page.getByRole('region', { name: '检查结果' })

test('附件: the rubric is shown beside its rules, and a clause opens what it defines', async () => {
  for (const viewport of ['wide', 'phone'] as const) {
    const visitor = await signInAs('unit', viewport)
    const { page, go, faults, leave } = visitor
    await go('/2018/scheme')
    const row = page.getByRole('article', { name: /^四\.4/ })
    await row.getByText('工委会议派人代替，一次减0.5分', { exact: true }).waitFor()
    await row.getByText('每查出一项扣0.5分；次数取自台账“工委会议派人代会”', { exact: false }).waitFor()
    await row.getByRole('button', { name: '条款 附件 四.4' }).click()
    await row.getByRole('note').getByText('党务规范，工委会议到会，材料报表按时无误').waitFor()
    expect(await page.getByRole('button', { name: '另起草案' }).count()).toBe(0)
    expect(await faults({ axe: viewport === 'wide' })).toEqual([])
    const parts = {
      wide: ['components', 'results', 'scope', 'rulings', 'clauses'],
      phone: ['rulings', 'scope'],
    }
    for (const part of parts[viewport].slice(0, LONG ? 5 : 1)) {
      await go(`/2018/scheme?part=${part}`)
      expect((await faults({ axe: viewport === 'wide' })).map(fault => `${part}: ${fault}`)).toEqual([])
    }
    await leave()
  }
})

test('R5 settling it leaves the promulgated version unchanged; a draft holds the answer with author and time', async () => {
  const visitor = committee
  const { page, go, settle, faults } = visitor
  await go('/2018/scheme?part=rulings')
  const before = await versions(visitor)
  await page
    .getByRole('listitem')
    .filter({ hasText: '日常管理的好、较好、一般各折多少分？' })
    .getByRole('link', { name: /^确认/ })
    .click()
  await page.getByRole('heading', { name: '口径R5', level: 1 }).waitFor()
  await page.getByRole('spinbutton', { name: '各等次的分值 一般' }).fill('70')
  expect(await page.getByLabel('答复的文字').inputValue()).toBe('好95分，较好85分，一般70分')
  await page.getByRole('textbox', { name: '答复者' }).fill('示例工委')
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('heading', { name: '已确认 1条' }).waitFor()
  await settle()
  await page.getByText('示例工委，2018年12月24日已确认').waitFor()
  const after = await versions(visitor)
  expect(after).toHaveLength(before.length + 1)
  expect(await page.getByText(/第2版，草案/).count()).toBe(1)
  await go('/2018/scheme?part=rulings')
  await page
    .getByRole('listitem')
    .filter({ hasText: '好95分，较好85分，一般75分' })
    .getByRole('link', { name: /^确认/ })
    .click()
  await page.getByText('这一版已有草案（第2版），请在草案中确认').waitFor()
})

test('三（一） weights that do not add up are reported, corrected, saved and promulgated', async () => {
  const visitor = committee
  const { page, go, settle, faults } = visitor
  const draft = await aDraft(visitor)
  await go(`/schemes/${draft}/edit?part=components`)
  await weight(page, '日常管理').fill('30')
  await check(page).getByText('各分项权重合计 110，与 100 相比多 10').waitFor()
  await page.getByText('合计 110%，多出 10').waitFor()
  expect(await faults({ axe: true })).toEqual([])
  await weight(page, '实地核查').fill('40')
  await check(page).getByText('没有错误，可以印发').waitFor()
  await page.getByRole('button', { name: '保存草案' }).click()
  await page.getByText('没有未保存的修改').waitFor()
  await page.getByRole('link', { name: '返回阅读' }).click()
  await page.getByRole('button', { name: '印发' }).click()
  const dialog = page.getByRole('dialog', { name: /印发第1版/ })
  await dialog.getByText('内容检查：没有错误').waitFor()
  const { document } = await read<{ document: { rulings: readonly { state: string }[] } }>(
    visitor,
    `/api/schemes/${draft}`,
  )
  const assumed = document.rulings.filter(({ state }) => state === 'assumed').length
  await dialog.getByText(`口径：${assumed}条暂按默认`, { exact: false }).waitFor()
  await dialog.getByRole('button', { name: '印发' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await settle()
  await page.getByText(/第1版，考核办公室于\d{4}年\d+月\d+日 \d\d:\d\d印发/).waitFor()
  expect((await versions(visitor)).find(one => one.version === draft)?.state).toBe('promulgated')
  await go(`/schemes/${draft}/edit`)
  await page.getByText('第1版已印发，不能再改').waitFor()
  expect(await faults()).toEqual([])
})

test('a fault links to its field, and a draft with faults is not promulgated', async () => {
  const visitor = committee
  const { page, go, load, settle, faults } = visitor
  const draft = await aDraft(visitor)
  await go(`/schemes/${draft}/edit?part=rubrics`)
  await page.getByRole('button', { name: /^四\.4/ }).click()
  await page.getByRole('spinbutton', { name: '分值' }).fill('6')
  await check(page).getByText('各行分值合计 101，与满分 100 相比多 1', { exact: false }).waitFor()
  await load(`/schemes/${draft}/edit?part=basics`)
  await page.getByText('上次没有保存的修改还在').waitFor()
  await page.getByRole('button', { name: '保存草案' }).click()
  await page.getByText('没有未保存的修改').waitFor()
  await check(page)
    .getByRole('button', { name: /党建述职考核细则/ })
    .first()
    .click()
  await page.getByText('23行分值合计 101，满分 100').waitFor()
  await go(`/schemes/${draft}`)
  await page.getByText('还有1处错误，改正后才能印发').waitFor()
  await page.getByRole('button', { name: '印发' }).click()
  await settle()
  expect(await page.getByRole('dialog').getByRole('button', { name: '印发' }).isDisabled()).toBe(true)
  expect(await faults()).toEqual([])
})

test('when two tabs edit one draft, the second sees the first, and both changes are kept', async () => {
  const [one, other] = [await signInAs('committee'), await signInAs('committee')]
  const draft = await aDraft(one)
  await one.go(`/schemes/${draft}/edit?part=components`)
  await other.go(`/schemes/${draft}/edit`)
  await weight(one.page, '日常管理').fill('25')
  await weight(one.page, '实地核查').fill('45')
  await other.page.getByLabel('方案名称').fill('改过的名称')
  await one.page.getByRole('button', { name: '保存草案' }).click()
  await one.page.getByText('没有未保存的修改').waitFor()

  other.expect(409)
  await other.page.getByRole('button', { name: '保存草案' }).click()
  const conflict = other.page.getByRole('alert', { name: '修改冲突' })
  await conflict.getByText(/方案第1版草案已由考核办公室于.+改动，您这次操作没有生效/).waitFor()
  await conflict.getByRole('row', { name: /改过的名称/ }).waitFor()
  expect(await conflict.getByRole('row').count()).toBe(2)
  expect(await other.faults({ axe: true })).toEqual([])
  await conflict.getByRole('button', { name: '仍以我的为准' }).click()
  await conflict.waitFor({ state: 'detached' })
  const { document, head } = await (await other.context.request.get(`/api/schemes/${draft}`)).json()
  expect([
    document.title,
    document.components.map((part: { weight: number }) => part.weight),
    head.revision,
  ]).toEqual(['改过的名称', [25, 45, 10, 20], 3])
  await one.leave()
  await other.leave()
})

test('what was typed survives a reload and an expired session', async () => {
  const visitor = await signInAs('committee')
  const { page, context, go, settle, leave } = visitor
  const draft = await aDraft(visitor)
  await go(`/schemes/${draft}/edit`)
  await page.getByLabel('方案名称').fill('没有保存的名称')
  await page.reload()
  await settle()
  await page.getByText('上次没有保存的修改还在').waitFor()
  expect(await page.getByLabel('方案名称').inputValue()).toBe('没有保存的名称')
  const cookies = await context.cookies()
  await context.clearCookies()
  visitor.expect(401)
  await page.getByRole('button', { name: '保存草案' }).click()
  await page.getByRole('dialog').getByLabel('口令').waitFor()
  expect(await page.getByLabel('方案名称').inputValue()).toBe('没有保存的名称')
  await context.addCookies(cookies)
  await leave()
})

test('a file is read with its faults by line, and becomes a draft once they are corrected', async () => {
  const visitor = committee
  const { page, go, faults } = visitor
  const folder = join(import.meta.dirname, '..', '..', 'schemes', 'jiangnan-2024')
  const text = ['scheme.yaml', 'rubric.yaml'].map(name => readFileSync(join(folder, name), 'utf8')).join('\n')
  const choose = (content: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: '方案.yaml', mimeType: 'application/yaml', buffer: Buffer.from(content) })
  await go('/schemes/new')
  await choose(text.replace('weight: 60', 'weight: 六十'))
  await page.getByText('读不成方案', { exact: false }).waitFor()
  await page
    .getByText(/第\d+行/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: '建立草案' }).count()).toBe(0)
  expect(await faults({ axe: true })).toEqual([])
  await choose(text)
  await page.getByText('没有错误', { exact: false }).waitFor()
  await page.getByRole('button', { name: '建立草案' }).click()
  await page.getByRole('heading', { name: '江南市（虚构）2024年市直单位履职考核' }).waitFor()
  await page.getByText('“年度任务完成率”低于', { exact: false }).first().waitFor()
  expect(await faults()).toEqual([])
})

test('R1 to R38 each ruling has a page and, if there is a choice, a form', async () => {
  const visitor = committee
  const { page, context, go, faults } = visitor
  const draft = await aDraft(visitor)
  await go(`/schemes/${draft}`)
  const { document } = await (await context.request.get(`/api/schemes/${draft}`)).json()
  const topics = new Map<string, { id: string; question: string }>(
    document.rulings.map((one: { topic: string; id: string; question: string }) => [one.topic, one]),
  )
  expect(topics.size).toBe(28)
  // Some of them, and all in the long run.
  for (const { id, question } of [...topics.values()].filter((_, at) => LONG || at % 7 === 0)) {
    await go(`/schemes/${draft}/rulings/${id}`)
    await page.getByRole('heading', { name: question }).waitFor()
    await page.getByRole('button', { name: '确认', exact: true }).waitFor()
    expect((await faults()).map(fault => `${id}: ${fault}`)).toEqual([])
  }
})

test('every part of a scheme can be edited by form', async () => {
  const visitor = committee
  const { page, go, settle, faults } = visitor
  const draft = await aDraft(visitor)
  await go(`/schemes/${draft}/edit`)
  const parts = page.getByRole('navigation', { name: '方案的各部分' }).getByRole('button')
  for (let at = 0; at < (await parts.count()); at++) {
    const name = await parts.nth(at).innerText()
    await parts.nth(at).click()
    await page.getByRole('heading', { name, exact: true }).waitFor()
    const first = page.locator('.list-open:visible').first()
    if ((await first.count()) > 0) await first.click()
    await settle()
    const axe = ['分项与权重', '评分细则', '口径', '时间节点'].includes(name)
    expect((await faults({ axe })).map(fault => `${name}: ${fault}`)).toEqual([])
  }
  await check(page).getByText('没有错误，可以印发').waitFor()
})

test('two versions are compared by part and by clause', async () => {
  const visitor = await signInAs('auditor', 'phone')
  const { page, go, faults, leave } = visitor
  const [first, second] = (await versions(visitor)).toSorted((one, other) =>
    one.version.localeCompare(other.version),
  )
  await go(`/schemes/${first!.version}/difference?from=${second?.version ?? first!.version}`)
  await page.getByRole('combobox', { name: '后来的版本' }).waitFor()
  expect(await faults({ axe: true })).toEqual([])
  await leave()
})
