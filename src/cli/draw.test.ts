import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestOf } from '../domain/campaign/draw/drawDigest.ts'
import { listHead, listText } from '../domain/campaign/draw/drawList.ts'
import { drawLots } from '../domain/campaign/draw/drawLots.ts'
import type { DrawRecord } from '../domain/campaign/draw/drawRecord.ts'
import { sha256 } from '../files/sha256.ts'
import { type DrawOptions, runDraw } from './draw.ts'
import { testIo } from '../../tests/cli/testIo.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评 抽签-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lines = Array.from({ length: 12 }, (_, at) => ({
  id: String(at + 1).padStart(3, '0'),
  name: `甲${at + 1}`,
  branch: '第一支部',
}))
const list = listText(listHead(2018, 'U1', 'member'), lines)

function record(): DrawRecord {
  const [fingerprint, seed] = [sha256(list), '0417-5823']
  return {
    year: 2018,
    quarter: 3,
    unit: 'U1',
    unitName: '州林业局',
    purpose: 'member',
    number: 1,
    list,
    fingerprint,
    frozenBy: '甲',
    frozenAt: '2018-07-01T00:00:00.000Z',
    seedKind: 'parties',
    seedParts: [
      { by: '核查组', text: '0417' },
      { by: '单位代表', text: '5823' },
    ],
    seed,
    take: 5,
    result: drawLots(fingerprint, seed, lines, 5, sha256).map(({ place, line, hash }) => ({
      place,
      ...line,
      hash,
    })),
    heldBy: '甲',
    heldAt: '2018-07-02T00:00:00.000Z',
  }
}

function lay(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function draw(options: DrawOptions) {
  const io = testIo()
  const exit = await runDraw(options, io)
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

const file = (...draws: object[]) => ({ format: 'hengping-draw/1', rule: '', draws })

test('四（二） a record is recomputed from its list and seed; each altered item is named', async () => {
  const good = record()
  expect(await draw({ verify: lay('记录.json', file(good)) })).toMatchObject({
    exit: 0,
    said: expect.stringContaining('1 项全部重算一致'),
  })
  const [first, second, ...rest] = good.result
  const forgeries: [string, object][] = [
    ['抽取结果重算不符', { result: [second, first, ...rest] }],
    ['名单指纹重算不符', { list: list.replace('甲12', '乙12') }],
    ['种子与所报数字', { seedParts: [good.seedParts[0], { by: '单位代表', text: '5824' }] }],
    ['名单抬头', { unit: 'U2' }],
    ['名单文本不合写法', { list: list.split('\n').toReversed().join('\n') }],
  ]
  for (const [said, change] of forgeries) {
    const told = await draw({ verify: lay('改.json', file(good, { ...good, ...change })) })
    expect(told).toMatchObject({ exit: 1, said: expect.stringContaining(said) })
    expect(told.said).toContain('2 项中有 1 项对不上')
  }
})

test('四（二） the record carries the digest of the whole draw, which is printed to be compared with what was read out', async () => {
  const one = record()
  const parts = [
    { unit: 'U0', purpose: 'member' as const, take: 5, fingerprint: sha256('别的单位的名单') },
    { unit: one.unit, purpose: one.purpose, take: one.take, fingerprint: one.fingerprint },
  ]
  const digest = digestOf(parts, sha256)
  const told = await draw({ verify: lay('总.json', { ...file(one), digest, parts }) })
  expect(told.exit).toBe(0)
  expect(told.said).toContain(`总指纹 ${digest}`)
  expect(told.said).toContain(`名单指纹 ${one.fingerprint}`)
  expect(told.said).toContain('请与会上公布的指纹核对')
  for (const wrong of [
    { digest: sha256('x'), parts },
    { digest, parts: parts.slice(0, 1) },
  ])
    expect(await draw({ verify: lay('总.json', { ...file(one), ...wrong }) })).toMatchObject({
      exit: 1,
      said: expect.stringContaining('总指纹'),
    })
})

test('a draw is repeated from a plain list; order, line endings and a byte order mark make no difference', async () => {
  const { fingerprint, result } = record()
  const untidy = `\uFEFF${list.split('\n').slice(0, 1).concat(list.trim().split('\n').slice(1).toReversed()).join('\r\n')}\r\n\r\n`
  const told = await draw({ list: lay('名单.txt', untidy), seed: '0417-5823', take: 5 })
  expect(told.exit).toBe(0)
  expect(told.said).toContain(fingerprint)
  expect(
    told.said
      .split('\n')
      .slice(2)
      .map(line => line.trim().split(/\s+/)[1]),
  ).toEqual(result.map(line => line.id))
  expect(await draw({ list: lay('名单.txt', list), seed: '1', take: 50 })).toMatchObject({
    exit: 0,
    warned: expect.stringContaining('全部抽中'),
  })
})

test('a file that is neither record nor list exits with 2', async () => {
  expect(await draw({ verify: join(folder, '没有.json') })).toMatchObject({ exit: 2, said: '' })
  expect(await draw({ verify: lay('别的.json', { format: 'hengping-results/1' }) })).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('不是完整的抽签记录'),
  })
  expect(await draw({ list: lay('空.txt', '\n'), seed: '1', take: 5 })).toMatchObject({ exit: 2 })
  expect(await draw({ list: lay('重.txt', '001\t甲\n001\t乙\n'), seed: '1', take: 5 })).toMatchObject({
    exit: 2,
  })
  expect(await draw({ list: lay('名单.txt', list) })).toMatchObject({
    exit: 2,
    warned: expect.stringContaining('三项一起'),
  })
})
