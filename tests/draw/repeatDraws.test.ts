import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dice, throwBelow } from '../../src/demo/dice.ts'
import { type DrawLine, listHead, listText } from '../../src/domain/campaign/draw/drawList.ts'
import { digestOf } from '../../src/domain/campaign/draw/drawDigest.ts'
import { drawLots } from '../../src/domain/campaign/draw/drawLots.ts'
import type { DrawPurpose } from '../../src/domain/campaign/draw/drawPurpose.ts'
import type { DrawRecord } from '../../src/domain/campaign/draw/drawRecord.ts'
import { seedOf } from '../../src/domain/campaign/draw/drawSeed.ts'
import { sha256 } from '../../src/web/kit/sha256.ts'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'
import { sized } from '../longRun.ts'

const ROOT = join(import.meta.dirname, '../..')
const REPEATED = sized(1000, 200)
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评 重抽-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A draw of its own number: list, purpose, seed and take all follow from it. */
function madeDraw(nth: number): DrawRecord {
  const purpose: DrawPurpose = nth % 2 === 0 ? 'member' : 'branch'
  const count = 1 + throwBelow(nth, 1, 60)
  const lines: DrawLine[] = Array.from({ length: count }, (_, at) => ({
    id: nth % 3 === 0 ? `N-${at + 1}` : String(at + 1).padStart(3, '0'),
    name: `名${dice(nth, 100 + at) % 900}𠮷`,
    ...(purpose === 'member' ? { branch: `第${(at % 4) + 1}支部` } : {}),
  }))
  const seedKind = nth % 5 === 0 ? 'dice' : 'parties'
  const seedParts =
    seedKind === 'dice'
      ? [
          {
            by: '甲',
            text: Array.from({ length: 10 }, (_, at) => 1 + throwBelow(nth, 200 + at, 6)).join(' '),
          },
        ]
      : [3, 4].map(salt => ({ by: `第${salt}方`, text: String(dice(nth, salt)).padStart(10, '0') }))
  const seed = seedOf(seedKind, seedParts)
  if (isRefusal(seed)) throw new Error(seed.code)
  const list = listText(listHead(2018, `U${nth}`, purpose), lines)
  const fingerprint = sha256(list)
  const take = purpose === 'branch' ? 1 + (nth % 2) : 5 + (nth % 6)
  const result = drawLots(fingerprint, seed, lines, take, sha256).map(({ place, line, hash: key }) => ({
    place,
    ...line,
    hash: key,
  }))
  const held = { frozenBy: '甲', frozenAt: '', heldBy: '甲', heldAt: '' }
  return {
    year: 2018,
    quarter: 1,
    unit: `U${nth}`,
    unitName: '',
    purpose,
    number: 1,
    list,
    fingerprint,
    seedKind,
    seedParts,
    seed,
    take,
    result,
    ...held,
  }
}

const SCRIPTS = [
  [process.execPath, join(ROOT, 'tests/draw/checkDraw.mjs')],
  ['python3', join(ROOT, 'docs/draw-check.py')],
] as const

describe.each(SCRIPTS)('四（二） with %s', (program, script) => {
  const isThere = spawnSync(program, ['--version']).status === 0
  test.skipIf(!isThere)('an independent script of thirty lines repeats hundreds of draws', () => {
    const draws = Array.from({ length: REPEATED }, (_, nth) => madeDraw(nth + 1))
    const [one, ...rest] = draws
    const check = (name: string, all: readonly DrawRecord[]) => {
      const path = join(folder, name)
      writeFileSync(path, JSON.stringify({ format: 'hengping-draw/1', rule: '', draws: all }))
      return spawnSync(program, [script, path], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      })
    }
    const good = check('记录.json', draws)
    expect([good.stdout.trim().split('\n').at(-1), good.status]).toEqual([`${REPEATED} draws, 0 differ`, 0])
    const [drawn, ...others] = one!.result
    expect(
      check('改名.json', [{ ...one!, result: [{ ...drawn!, name: '别人' }, ...others] }, ...rest]),
    ).toMatchObject({ status: 1, stdout: expect.stringContaining('1 differ') })
    expect(check('改.json', [{ ...one!, seed: '1' }, ...rest])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('1 differ'),
    })
  })
})

test('the script for anybody prints the fingerprint of each list and the digest, and finds a digest that is not of these lists', () => {
  if (spawnSync('python3', ['--version']).status !== 0) return
  const draws = [madeDraw(4), madeDraw(6)]
  const parts = draws.map(({ unit, purpose, take, fingerprint }) => ({ unit, purpose, take, fingerprint }))
  const check = (digest: string) => {
    const path = join(folder, '总指纹.json')
    writeFileSync(path, JSON.stringify({ format: 'hengping-draw/1', rule: '', digest, parts, draws }))
    return spawnSync('python3', [join(ROOT, 'docs/draw-check.py'), path], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    })
  }
  const digest = digestOf(parts, sha256)
  const good = check(digest)
  expect(good.status).toBe(0)
  for (const text of [digest, '请与会上公布的指纹核对', ...draws.map(draw => draw.fingerprint)])
    expect(good.stdout).toContain(text)
  expect(check(sha256('别的名单'))).toMatchObject({ status: 1, stdout: expect.stringContaining('总指纹') })
})

test('the scripts are short and import none of our code', () => {
  for (const path of ['tests/draw/checkDraw.mjs', 'docs/draw-check.py']) {
    const text = readFileSync(join(ROOT, path), 'utf8')
    expect(text.split('\n').length).toBeLessThanOrEqual(38)
    expect(text).not.toMatch(/from ['"]\.|src\//)
  }
})

const SIZE = 20
const TAKE = 5
const DRAWS = sized(100_000, 20_000)

test('四（二） every line is drawn equally often: chi-square over many draws, p > 0.001', () => {
  const lines = Array.from({ length: SIZE }, (_, at) => ({
    id: String(at + 1).padStart(3, '0'),
    name: `名${at + 1}`,
  }))
  const fingerprint = sha256(listText(listHead(2018, 'U1', 'member'), lines))
  const quick = (text: string): string => hash('sha256', text, 'hex')
  const drawn = new Map(lines.map(line => [line.id, 0]))
  const first = new Map(lines.map(line => [line.id, 0]))
  for (let nth = 0; nth < DRAWS; nth++) {
    const lots = drawLots(fingerprint, `${String(nth).padStart(6, '0')}-2018`, lines, TAKE, quick)
    first.set(lots[0]!.line.id, first.get(lots[0]!.line.id)! + 1)
    for (const { line } of lots) drawn.set(line.id, drawn.get(line.id)! + 1)
  }
  // Who comes first is one of 20 each time: a plain chi-square of 19 degrees. Of five taken without return the variance is smaller by 15/19.
  expect(tail(chiSquare([...first.values()], DRAWS / SIZE), SIZE - 1)).toBeGreaterThan(0.001)
  const shrunk = (chiSquare([...drawn.values()], (DRAWS * TAKE) / SIZE) * (SIZE - 1)) / (SIZE - TAKE)
  expect(tail(shrunk, SIZE - 1)).toBeGreaterThan(0.001)
})

test('the p-value agrees with published tables', () => {
  expect(tail(43.82, 19)).toBeCloseTo(0.001, 4)
  expect(tail(30.144, 19)).toBeCloseTo(0.05, 4)
  expect(tail(3.841, 1)).toBeCloseTo(0.05, 4)
})

function chiSquare(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** The chance of a chi-square above `value`: 1 − P(k/2, x/2), the regularized gamma function by its series. */
function tail(value: number, degrees: number): number {
  const [shape, at] = [degrees / 2, value / 2]
  let [term, sum] = [1 / shape, 1 / shape]
  for (let step = 1; term > sum * 1e-15; step++) {
    term *= at / (shape + step)
    sum += term
  }
  return 1 - sum * Math.exp(-at + shape * Math.log(at) - logGamma(shape))
}

/** ln Γ of a half or whole number. */
function logGamma(value: number): number {
  if (value === 0.5) return Math.log(Math.sqrt(Math.PI))
  return value === 1 ? 0 : Math.log(value - 1) + logGamma(value - 1)
}
