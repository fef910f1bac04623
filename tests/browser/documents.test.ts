import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editDocx } from '../server/documents/editDocx.ts'
import { upholdObjections } from '../server/upholdObjections.ts'
import { ask, ownServer, post, read, signInAs, type Visitor, viewports } from './browse.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer
let committee: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '40', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
})

afterAll(async () => {
  await committee?.leave()
  await server?.stop()
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test('五（一） what a sealed year refuses is not offered: a record amended, lateness confirmed, a period closed, a day set for the boards, a round, a test, a meeting or a survey planned', async () => {
  const { page, go } = committee
  const entering = page.getByRole('button', {
    name: /补登|更正|不予登记|^确认\d+项|^截止|^开放|设定期限|拟定轮次|组织测试|^安排$/,
  })
  const pages = ['meetings', 'reportLateness', 'ledgerPeriods', 'routine', 'rounds', 'tests', 'debriefs']
  for (const one of pages) {
    await go(`/2018/${one}`)
    expect(await entering.count(), one).toBeGreaterThan(0)
  }
  const survey = page.getByRole('link', { name: '拟委托' })
  await go('/2018/surveys')
  await survey.waitFor()
  await upholdObjections((route, body) => ask(committee, route, body))
  const { revision } = await (await committee.context.request.get('/api/years/2018')).json()
  await post(committee, '/api/years/2018/seals', { revision })
  await committee.load('/2018/year')
  for (const one of pages) {
    await go(`/2018/${one}`)
    await page.getByText('结果已封存，不再登记').waitFor()
    expect(await entering.allInnerTexts(), one).toEqual([])
  }
  await go('/2018/surveys')
  await page.getByText('结果已封存，不再登记').waitFor()
  expect(await survey.count()).toBe(0)
  await go('/2018/reportLateness')
  expect(await page.getByRole('checkbox').count()).toBe(0)
  for (const one of ['sheets', 'objections', 'inspectors']) {
    await go(`/2018/${one}`)
    await page.getByText('结果已封存，不再登记').waitFor()
  }
  // A rehearsal does not count: it goes on, and is ended.
  await go('/2018/debriefs')
  const rehearsal = page.getByRole('link', { name: /演练/ })
  const before = await rehearsal.count()
  await rehearsal.first().click()
  await page.getByRole('button', { name: '结束演练' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '结束演练' }).click()
  await page.getByRole('heading', { name: '述职测评会议', exact: true }).waitFor()
  await committee.settle()
  expect(await rehearsal.count()).toBe(before - 1)
  // What is only read stays.
  await go('/2018/rounds')
  await page.getByRole('link', { name: '核查人员' }).waitFor()
  await go('/2018/leadDuty')
  await page.getByRole('heading', { name: '走过场的迹象' }).waitFor()
  await go('/2018/reports')
  await page.getByRole('link', { name: '迟报漏报' }).waitFor()
})

test('五（一）四（五） an issuing body is registered; the report is drafted from the seal, completed and issued; letters of all units are drafted and issued at once', async () => {
  const { page, go, load, settle, faults } = committee
  await load('/documentIssuers')
  await page.getByRole('button', { name: '登记发文机关' }).click()
  await page.getByRole('combobox', { name: '发文机关' }).fill('中共示范州直属机关工作委员会')
  await page.keyboard.press('Enter')
  await page.getByLabel('发文机关代字').fill('州直工发')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('发文机关已保存').waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])

  await go('/2018/documents')
  await page.getByText('结果还没有审定').first().waitFor()
  await page
    .getByRole('row', { name: /报送审阅报告/ })
    .getByRole('button', { name: '起草' })
    .click()
  const paper = page.getByRole('article', { name: '正文' })
  await paper.getByText('以上报告，请审阅。').waitFor()
  // A text that is too long is not cut.
  await page.getByLabel('签发人').fill('王'.repeat(102))
  await page.getByText('签发人最多100字，现有102字，请删去2字。').waitFor()
  await page.getByRole('button', { name: '保存草稿' }).click()
  expect(await page.getByLabel('签发人').inputValue()).toHaveLength(102)
  await page.getByLabel('签发人').fill('王五')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('草稿已保存').waitFor()
  await settle()
  expect(await paper.innerText()).toContain('签发人：王五')
  expect(await faults({ axe: true, contrast: true })).toEqual([])
  await page.setViewportSize(viewports.phone)
  await settle()
  expect(await faults()).toEqual([])
  await page.setViewportSize(viewports.wide)
  // What is typed and not saved would be missing from the file: it is said, and kept over a reload.
  await page.getByLabel('补充内容').fill('请阅示。')
  await page.reload()
  await page.getByRole('button', { name: '印发', exact: true }).click()
  await page.getByText('草稿有改动还没有保存').waitFor()
  expect(await page.getByRole('button', { name: '编号并印发' }).isDisabled()).toBe(true)
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await paper.getByText('请阅示。').waitFor()
  await page.getByRole('button', { name: '印发', exact: true }).click()
  // A day typed key by key is the one that is sent, also without Enter: this one is before the seal.
  const typeDay = async (day: string) => {
    await page.getByLabel('成文日期').click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(day)
    await page.getByRole('button', { name: '编号并印发' }).click()
  }
  await typeDay('2018-12-19')
  await page.getByText('成文日期过早').waitFor()
  expect(await page.getByLabel('成文日期').inputValue()).toBe('2018年12月19日')
  expect(await faults()).toEqual([expect.stringMatching(/^422: POST .*issue$/)])
  // A day of another month is picked in the calendar.
  await page.getByLabel('成文日期').click()
  await page.locator('.ant-picker-header-prev-btn').click()
  await page.getByTitle('2018年11月20日', { exact: true }).click()
  expect(await page.getByLabel('成文日期').inputValue()).toBe('2018年11月20日')
  expect(await faults()).toEqual([])
  // What cannot be read stays where it was typed, and nothing is sent: a number once given is not taken back.
  const dialog = page.getByRole('dialog')
  await typeDay('乱写')
  expect(await page.getByLabel('成文日期').inputValue()).toBe('乱写')
  await dialog.getByText('“乱写”不是日期').waitFor()
  const number = page.getByLabel('序号')
  for (const [typed, fault] of [
    ['一百', '“一百”不是数字，请填数字。'],
    ['5到8', '“5到8”不是数字，请填数字。'],
    ['2.5', '序号应为整数。'],
    ['100000', '序号应在1到99999之间。'],
  ] as const) {
    await number.fill(typed)
    await typeDay('2018-12-24')
    await dialog.getByText(fault).waitFor()
    expect(await number.inputValue(), typed).toBe(typed)
  }
  // A number beyond the next one is asked about first.
  await number.fill('9')
  await typeDay('2018-12-24')
  await page.getByText('这个代字本年度还没有编过号，中间空8个号').waitFor()
  await page.getByRole('button', { name: '再改' }).click()
  await number.fill('')
  await typeDay('2018/12/24')
  // The page, which stays, and not only the message, which goes after some seconds.
  await page.getByText('州直工发〔2018〕1号').first().waitFor()
  await settle()
  expect(await page.getByText('第1次封存的结果').count()).toBe(1)
  expect(await faults({ axe: true })).toEqual([])

  const leadingGroup = await signInAs('leadingGroup', 'wide', server.address)
  await post(leadingGroup, '/api/years/2018/seals/1/approve', { opinion: '同意' })
  await leadingGroup.leave()
  // What a colleague did meanwhile is shown once an act is refused for it.
  const notice = '/api/years/2018/documents'
  const { document } = await post<{ document: string }>(committee, notice, { kind: 'transmittal' })
  await load(`/2018/documents/${document}`)
  await page.getByLabel('补充内容').fill('我写了很多字')
  await committee.context.request.delete(`${notice}/${document}`, {
    headers: { 'idempotency-key': randomUUID() },
  })
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect.poll(() => page.getByText('没有找到这份文件').count()).toBe(2)
  expect(await page.getByLabel('补充内容').inputValue()).toBe('我写了很多字')
  expect(await faults()).toEqual(['PUT', 'GET'].map(method => `404: ${method} ${notice}/${document}`))
  // Who deletes a draft is led to the list, and nobody asks for it any more.
  const { document: spare } = await post<{ document: string }>(committee, notice, { kind: 'transmittal' })
  await load(`/2018/documents/${spare}`)
  await page.getByRole('button', { name: '删除草稿' }).click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('heading', { name: '公文', exact: true }).waitFor()
  await settle()
  expect(await faults()).toEqual([])
  const { document: other } = await post<{ document: string }>(committee, notice, { kind: 'transmittal' })
  await load(`/2018/documents/${other}`)
  // The mouse upon it makes it no harder to read.
  await page.getByRole('button', { name: '删除草稿' }).hover()
  expect(await faults({ axe: true, contrast: true })).toEqual([])
  await page.getByLabel('补充内容').fill('又写了很多字')
  const { issuers } = await read<{ issuers: { id: string }[] }>(committee, '/api/documents/issuers')
  const { revision: drafted } = await read<{ revision: number }>(committee, `${notice}/${other}`)
  await post(committee, `${notice}/${other}/issue`, {
    issuer: issuers[0]!.id,
    day: '2018-12-24',
    revision: drafted,
  })
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('发文字号', { exact: true }).waitFor()
  await page.getByRole('alert').filter({ hasText: '印发' }).waitFor()
  expect(await page.getByLabel('补充内容').inputValue()).toBe('又写了很多字')
  await page.getByRole('button', { name: '放弃填写的内容' }).click()
  await page.getByLabel('补充内容').waitFor({ state: 'detached' })
  expect(await faults()).toEqual([`422: PUT ${notice}/${other}`])
  await load('/2018/documents')
  const letters = page.getByRole('row', { name: /书面反馈意见/ }).first()
  await letters.getByRole('button', { name: /^起草全部单位/ }).click()
  await letters.getByRole('button', { name: /^起草全部单位/ }).waitFor({ state: 'detached' })
  await letters.getByRole('button', { name: '印发全部草稿' }).click()
  await page.getByRole('button', { name: /^印发\d+份$/ }).click()
  await letters.getByRole('button', { name: '打包下载' }).waitFor()
  await settle()
  expect(await page.getByText(/已印发\d\d份/).count()).toBe(1)
  expect(await faults({ axe: true })).toEqual([])
})

test('a template with a mistyped name is shown where and how to mend it, and is not offered; the mended one is put in force; a paper is checked for its style', async () => {
  const { page, load, go, settle, faults } = committee
  const ours = new Uint8Array(
    await (
      await committee.context.request.get('/api/documents/templates/reminder/template.docx?version=0')
    ).body(),
  )
  const upload = (bytes: Uint8Array) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: '报告.docx', mimeType: DOCX, buffer: Buffer.from(bytes) })
  await load('/documentTemplates')
  await upload(editDocx(ours, text => text.replace('{截至日期}', '{截止日期}')))
  await page.getByText('是否指“截至日期”').waitFor()
  expect(await page.getByRole('button', { name: '换用这个模板' }).count()).toBe(0)
  expect(await faults({ axe: true })).toEqual([])
  await upload(ours)
  const use = page.getByRole('button', { name: '换用这个模板' })
  await use.click()
  await page.getByRole('tooltip').getByRole('button', { name: '换用', exact: true }).click()
  await use.waitFor({ state: 'detached' })
  await page.getByText('报告.docx').last().waitFor()
  await settle()
  expect(await faults()).toEqual([])

  await go('/documentStyle')
  await upload(editDocx(ours, text => text.replace('w:top="2098"', 'w:top="1440"')))
  await page.getByText('上边距是 25.4 毫米，应为 37 毫米').waitFor()
  expect(await faults({ axe: true })).toEqual([])
})

test('work that broke off is put away once it was read, and stays so', async () => {
  const { page, load, settle, faults } = committee
  const { jobs } = (await (await committee.context.request.get('/api/jobs')).json()) as {
    jobs: { id: string; kind: string; name: string; fault?: string }[]
  }
  const [job] = jobs.filter(({ kind }) => kind === 'issueDocuments')
  const broken = {
    ...job,
    id: randomUUID(),
    name: '印发2018年度问题清单',
    state: 'failed',
    fault: '服务器重新启动',
  }
  await page.route('**/api/jobs', route => route.fulfill({ json: { jobs: [broken, ...jobs] } }))
  await load('/2018/documents')
  const line = page.getByText('“印发2018年度问题清单”没有做完：服务器重新启动。')
  await line.getByRole('button', { name: '知道了' }).click()
  await line.waitFor({ state: 'detached' })
  await load('/2018/documents')
  await page.getByText('”已完成。').first().waitFor()
  expect(await line.count()).toBe(0)
  await page.unroute('**/api/jobs')
  await settle()
  expect(await faults()).toEqual([])
})
