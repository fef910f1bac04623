import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readZip } from '../../verify/zip.ts'
import { upholdObjections } from '../server/upholdObjections.ts'
import { ask, ownServer, signInAs, type Visitor } from './browse.ts'
import { ROOT, type RunningServer } from './startServer.ts'
import { stepsOfOneWay } from '../oneWay.ts'

let server: RunningServer
let committee: Visitor
let leadingGroup: Visitor
let unit: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  leadingGroup = await signInAs('leadingGroup', 'wide', server.address)
  unit = await signInAs('unit', 'phone', server.address)
})

afterAll(async () => {
  for (const visitor of [committee, leadingGroup, unit]) await visitor?.leave()
  await server?.stop()
})

async function seal(): Promise<void> {
  await committee.go('/2018/seals')
  await committee.page.getByRole('button', { name: '封存结果' }).click()
  await committee.page.getByRole('dialog').getByRole('button', { name: '封存', exact: true }).click()
  await committee.page.getByText('正等待领导小组审定').waitFor()
  await committee.settle()
}

async function approve(): Promise<void> {
  await leadingGroup.go('/2018/seals')
  await leadingGroup.page.getByRole('button', { name: '审定', exact: true }).click()
  await leadingGroup.page.getByRole('dialog').getByRole('button', { name: '审定', exact: true }).click()
  await leadingGroup.page.getByText('等待组织考核者向单位公布').waitFor()
}

describe('a year from its seal to its correction', () => {
  stepsOfOneWay()
  test('五（一） the checks are shown, the result is sealed, the leading group returns it with a reason', async () => {
    await upholdObjections((route, body) => ask(committee, route, body))
    await committee.go('/2018/seals')
    await committee.page.locator('.check').first().waitFor()
    expect(await committee.page.locator('.check').count()).toBeGreaterThan(5)
    expect(await committee.faults({ axe: true })).toEqual([])
    await seal()
    expect(await committee.faults()).toEqual([])
    await leadingGroup.go('/2018/seals')
    const summary = leadingGroup.page.getByRole('region', { name: '封存结果摘要' })
    await summary.getByText(/好\d+个/).waitFor()
    expect(await summary.getByText(/^最高[\d.]+分，最低[\d.]+分$/).count()).toBe(1)
    expect(await summary.locator('.checks-passed').innerText()).toContain('名册')
    expect(await leadingGroup.faults({ axe: true })).toEqual([])
    await leadingGroup.page.getByRole('button', { name: '退回' }).click()
    const dialog = leadingGroup.page.getByRole('dialog')
    await dialog.getByRole('button', { name: '退回' }).click()
    await dialog.getByText('请写明理由').waitFor()
    await dialog.getByLabel('理由').fill('第二季度核查情况须再核实')
    await dialog.getByRole('button', { name: '退回' }).click()
    await leadingGroup.page.getByText('第二季度核查情况须再核实').first().waitFor()
    await committee.go('/2018/seals')
    expect(await committee.page.locator('.seal-alert').innerText()).toContain('第二季度核查情况须再核实')
  })

  test('sealed again and approved; the export passes the verification of the command line', async () => {
    await seal()
    await leadingGroup.go('/2018/seals')
    await leadingGroup.page.getByText(/^得分变动\d+个，名次变动\d+个/).waitFor()
    await approve()
    await committee.go('/2018/seals')
    const folder = mkdtempSync(join(tmpdir(), 'hengping-verify-'))
    try {
      const started = committee.page.waitForEvent('download')
      await committee.page.locator('.seal-card').first().getByRole('button', { name: '导出' }).click()
      await committee.page.getByText('供核验程序复算').click()
      const file = join(folder, 'results.json')
      await (await started).saveAs(file)
      const verified = spawnSync(process.execPath, ['scripts/hengping.mjs', 'verify', file], {
        cwd: ROOT,
        encoding: 'utf8',
      })
      expect(`${verified.stdout}${verified.stderr}`).toContain('一致')
      expect(verified.status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('the case file is downloaded and checked by the page in it, opened from a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hengping-case-'))
    const { page, context } = committee
    try {
      const started = page.waitForEvent('download')
      await page.locator('.seal-card').first().getByRole('button', { name: '导出' }).click()
      await page.getByText('供审计和归档').click()
      const [file, checker] = [join(folder, '案卷.zip'), join(folder, '核验.html')]
      await (await started).saveAs(file)
      writeFileSync(checker, (await readZip(readFileSync(file))).get('核验.html')!)
      const outside = await context.newPage()
      const asked: string[] = []
      outside.on('request', request => asked.push(request.url()))
      await outside.goto(pathToFileURL(checker).href)
      await outside.setInputFiles('#file', file)
      await outside.locator('.verdict').waitFor()
      expect(await outside.locator('.verdict').innerText()).toContain('核对一致')
      expect(await outside.locator('li.checked').count()).toBeGreaterThan(5)
      await outside.setInputFiles('#file', {
        name: 'x.zip',
        mimeType: 'application/zip',
        buffer: Buffer.from('PK none'),
      })
      await outside.getByText('这不是压缩包，或没有下载完整').waitFor()
      expect(asked).toEqual([pathToFileURL(checker).href])
      await outside.close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('before release a unit is told that its result is not available; afterwards it sees its own', async () => {
    const session = await (await unit.context.request.get('/api/session')).json()
    const own = session.account.grants.find((grant: { readonly unit?: string }) => grant.unit !== undefined)
    unit.expect(403)
    await unit.go(`/2018/units/${own.unit}`)
    await unit.page.getByText('还没有向单位公布').waitFor()
    await committee.go('/2018/seals')
    await committee.page.getByRole('button', { name: '向单位公布' }).click()
    await committee.page.getByRole('dialog').getByRole('button', { name: '公布', exact: true }).click()
    await committee.page.getByText('已审定并向单位公布').waitFor()
    await unit.go(`/2018/units/${own.unit}`)
    await unit.page.getByRole('heading', { name: own.unitName }).waitFor()
    expect(await unit.page.locator('.waterfall tr').count()).toBeGreaterThan(3)
    expect(await unit.faults({ axe: true })).toEqual([])
  })

  test('a correction: a reason, a finding removed by an applied what-if, and a new seal with the difference between the two', async () => {
    const { page, go, settle } = committee
    const deduct = page.getByRole('button', { name: '登记扣分' })
    await go('/2018/leadDuty')
    await page.getByText('结果已封存，不再登记').waitFor()
    expect(await deduct.count()).toBe(0)
    await go('/2018/seals')
    await page.getByRole('button', { name: '开始更正' }).click()
    const begin = page.getByRole('dialog')
    await begin.getByLabel('理由').fill('一条核查情况记错了单位')
    await begin.getByRole('button', { name: '开始更正' }).click()
    await page.getByText('正在更正第2次封存的结果').waitFor()
    await go('/2018/home')
    await page.getByText('得分还会变动').waitFor()
    await go('/2018/leadDuty')
    await deduct.waitFor()
    await go('/2018/seals')
    await settle()

    const { unit: id, row } = await aLossByFinding()
    await go(`/2018/ranking?why=${id}&at=${encodeURIComponent(row)}`)
    await page.locator('.why-evidence button', { hasText: '核查情况' }).first().click()
    await page.getByRole('button', { name: '试算：没有这一条会怎样' }).click()
    await page.getByText('试算了1处改动').waitFor()
    await settle()
    await page.getByRole('button', { name: '写入年度' }).click()
    const write = page.getByRole('dialog')
    await write.getByLabel('理由').fill('记错了单位，撤回')
    await write.getByRole('button', { name: '写入' }).click()
    await page.getByText('已写入').waitFor()

    await seal()
    const card = page.locator('.seal-card').first()
    expect(await card.innerText()).toContain('一条核查情况记错了单位')
    await card.getByRole('button', { name: '与第2次的差别' }).click()
    await settle()
    expect(await card.locator('.comparison-counts').innerText()).toMatch(/[1-9]\d* 得分变动/)
    expect(await page.locator('.seal-card').count()).toBe(3)
    expect(await committee.faults({ axe: true })).toEqual([])
    // A correction is released by itself: until then units see the earlier seal.
    await approve()
    await go('/2018/seals')
    await page.getByText('单位现在看到的仍是第2次封存的结果').waitFor()
    await page.getByRole('button', { name: '向单位公布' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '公布', exact: true }).click()
    await page.getByText('第3次封存的结果已审定并向单位公布').waitFor()
  })

  test('五（三） the consequences list uses the corrected, approved result', async () => {
    await committee.go('/2018/consequences')
    expect(await committee.page.getByText('后3名绩效扣3分').count()).toBeGreaterThan(0)
    expect(await committee.faults({ axe: true })).toEqual([])
  })
})

/** A unit and a row of it whose first finding cost points: without it the score is another. */
async function aLossByFinding(): Promise<{ readonly unit: string; readonly row: string }> {
  return committee.page.evaluate(async () => {
    const read = async (path: string) => (await fetch(path)).json()
    const moves = async (fact: string) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const answer = await fetch('/api/years/2018/what-if', {
        method: 'POST',
        headers,
        body: JSON.stringify({ remove: [fact] }),
      })
      return (await answer.json()).comparison.counts.scores > 0
    }
    type Node = {
      readonly evidence: readonly { readonly kind: string; readonly fact?: string }[]
      readonly children: readonly Node[]
    }
    const findings = (node: Node): readonly string[] => [
      ...node.evidence.flatMap(one => (one.kind === 'finding' && one.fact !== undefined ? [one.fact] : [])),
      ...node.children.flatMap(findings),
    ]
    for (const { unit: id } of (await read('/api/years/2018/ranking')).rows) {
      for (const { row } of (await read(`/api/years/2018/units/${id}/result`)).rowsLost) {
        const { node } = await read(`/api/years/2018/units/${id}/explanation?row=${encodeURIComponent(row)}`)
        const [fact] = findings(node)
        if (fact !== undefined && (await moves(fact))) return { unit: id, row }
      }
    }
    throw new Error('nobody lost points by a finding')
  })
}
