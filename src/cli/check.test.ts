import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { MOST_BYTES } from '../files/decodeText.ts'
import { type CheckOptions, runCheck } from './check.ts'

const root = join(import.meta.dirname, '..', '..')
const sound = readFileSync(join(root, 'src', 'files', 'schemeFaults', 'soundScheme.yaml'), 'utf8')
const place = mkdtempSync(join(tmpdir(), 'hengping-check-'))
afterAll(() => rmSync(place, { recursive: true }))

function run(path: string, options: CheckOptions = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = runCheck(path, options, { out: line => void out.push(line), err: line => void err.push(line) })
  return { code, out, err }
}

function written(name: string, text: string | Uint8Array): string {
  const path = join(place, name)
  writeFileSync(path, text)
  return path
}

test.each(['xiangxi-2018', 'jiangnan-2024'])('the scheme %s has no faults', id => {
  const { code, out, err } = run(join(root, 'schemes', id))
  expect(out.at(-1)).toMatch(/^方案没有错误；\d+ 条提醒，\d+ 条口径暂定/)
  expect({ code, err }).toEqual({ code: 0, err: [] })
})

test('prints each fault on one line (file, line, column, clause, problem, fix), then a count', () => {
  const path = written('short.yaml', sound.replace('weight: 20', 'weight: 18'))
  const { code, out } = run(path)
  expect(code).toBe(1)
  expect(out[0]).toBe(
    `${path}:29:1 [二（一）] 各分项权重合计 98，与 100 相比少 2 → 对照通知改正权重，使合计为 100`,
  )
  expect(out[1]).toBe('共 1 处错误，改正前不能印发；0 条提醒')
})

test('a warning is marked as such and does not fail; quiet omits warnings and the count', () => {
  const path = written('warned.yaml', sound.replace('to: 90, points: 2', 'to: 91, points: 2'))
  const { code, out } = run(path)
  expect(code).toBe(0)
  expect(out[0]).toContain('[附件 一.2] 提醒：“一.2”行规则“band”的第 2 个区间与第 1 个重叠')
  expect(run(path, { quiet: true })).toEqual({ code: 0, out: [], err: [] })
})

test('an assumed ruling is listed as a notice and does not fail', () => {
  const path = written(
    'assumed.yaml',
    sound.replace('state: stated, answer: block', 'state: assumed, answer: block'),
  )
  const { code, out } = run(path)
  expect(code).toBe(0)
  expect(out[0]).toContain('[二] 暂定口径 R19：缺分项？不出结果')
  expect(out[1]).toContain('1 条口径暂定')
})

test('quiet still prints every fault', () => {
  const path = written(
    'quiet.yaml',
    sound.replace('weight: 20', 'weight: 18').replace('due: 11-30', 'due: 11-31'),
  )
  const { code, out } = run(path, { quiet: true })
  expect(code).toBe(1)
  expect(out.map(line => line.split(' ')[1])).toEqual(['[一]', '[二（一）]'])
})

test('JSON output carries the same faults for programs', () => {
  const path = written(
    'json.yaml',
    sound
      .replace('weight: 20', 'weight: 18')
      .replace('state: stated, answer: block', 'state: assumed, answer: block'),
  )
  const { code, out } = run(path, { json: true })
  expect(code).toBe(1)
  expect(JSON.parse(out.join('\n'))).toMatchObject({
    counts: { faults: 1, warnings: 0, assumed: 1 },
    faults: [
      {
        code: 'weightsOff',
        file: path,
        line: 29,
        column: 1,
        severity: 'fault',
        citation: '二（一）',
        values: { sum: 98, gap: 2 },
        remedy: expect.any(String) as string,
      },
    ],
    assumed: [{ ruling: 'R19', citation: '二' }],
  })
})

test('an unreadable path exits with 2', () => {
  mkdirSync(join(place, 'folder'))
  const cases = [
    ['pathMissing', join(place, 'nowhere'), '没有这个文件或文件夹'],
    ['folderWithoutScheme', join(place, 'folder'), '文件夹里没有 scheme.yaml'],
    ['fileTooLarge', written('large.yaml', new Uint8Array(MOST_BYTES + 1)), '超过上限 4.0 MiB'],
  ] as const
  for (const [code, path, says] of cases) {
    expect(run(path)).toMatchObject({ code: 2, out: [] })
    expect(run(path).err[0]).toContain(says)
    expect(JSON.parse(run(path, { json: true }).out[0]!)).toMatchObject({ faults: [{ code }] })
  }
})

test('a folder whose scheme.yaml is a folder exits with 2', () => {
  mkdirSync(join(place, 'odd', 'scheme.yaml'), { recursive: true })
  const { code, out } = run(join(place, 'odd'), { json: true })
  expect(code).toBe(2)
  expect(JSON.parse(out[0]!)).toMatchObject({
    faults: [{ code: 'pathUnreadable', values: { reason: 'EISDIR' }, wrong: '读不出来（这是文件夹）' }],
  })
})

test('a folder is read together with the rubric beside it', () => {
  mkdirSync(join(place, 'whole'))
  const [from, to] = [sound.indexOf('\nrubrics:') + 1, sound.indexOf('\nvetoes:') + 1]
  written(join('whole', 'scheme.yaml'), sound.slice(0, from) + sound.slice(to))
  written(join('whole', 'rubric.yaml'), sound.slice(from, to))
  expect(run(join(place, 'whole'))).toMatchObject({
    code: 0,
    out: ['方案没有错误；0 条提醒，0 条口径暂定、有待考核组织者确认'],
  })
})
