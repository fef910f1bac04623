import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LONG } from '../longRun.ts'
import { type DemoFiles, layDemoFiles } from './layDemoFiles.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const BIN = join(ROOT, 'scripts', 'hengping.mjs')
let folder = ''
let demo: DemoFiles
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评 命令-'))
  demo = layDemoFiles(folder, 'xiangxi-2018', 40)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function hengping(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { status, stdout, stderr }
}

describe('the command as a user runs it', () => {
  test('score, verify and explain work together, with paths relative to the current folder', () => {
    const scored = hengping(
      'score',
      '--scheme',
      demo.scheme,
      '--facts',
      '事实.json',
      '--history',
      '历年.json',
      '--out',
      '结果.json',
      '--today',
      '2019-01-05',
      '--quiet',
    )
    expect([scored.status, scored.stderr]).toEqual([0, ''])
    expect(scored.stdout).toContain('已写出 结果.json')
    expect(readFileSync(join(folder, '结果.json'), 'utf8')).toContain('"asOf": "2019-01-05"')
    expect(hengping('verify', '结果.json', '-q')).toMatchObject({ status: 0, stderr: '' })
    const explained = hengping('explain', '--results', '结果.json', '--unit', 'SF025', '--row', '一.1')
    expect([explained.status, explained.stdout.includes('〔附件 一.1〕')]).toEqual([0, true])
  })

  test('the day is that of the office, whatever the zone of the host', () => {
    const days = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map(zone => {
      const out = `${zone.slice(8)}.json`
      const args = ['score', '--scheme', demo.scheme, '--facts', '事实.json', '--history', '历年.json', '-q']
      spawnSync(process.execPath, [BIN, ...args, '--out', out], {
        cwd: folder,
        env: { ...process.env, TZ: zone },
      })
      return /"asOf": "([\d-]+)"/.exec(readFileSync(join(folder, out), 'utf8'))?.[1]
    })
    expect(days[0]).toMatch(/^\d{4}-/)
    expect(days[0]).toBe(days[1])
  })

  test('compare of a scheme with itself', () => {
    const { status, stdout } = hengping(
      'compare',
      '--scheme',
      demo.scheme,
      '--scheme',
      demo.scheme,
      '--facts',
      '事实.json',
    )
    expect([status, stdout.includes('有变动 0 个单位')]).toEqual([0, true])
  })

  test('wrong usage exits with code 2 and writes only to stderr', () => {
    expect(hengping('score', '--scheme', demo.scheme, '--facts', '没有.json')).toMatchObject({
      status: 2,
      stdout: '',
    })
  })

  test('a reader that closes the pipe early causes no error and no stack trace', async () => {
    const child = spawn(
      process.execPath,
      [BIN, 'explain', '--scheme', demo.scheme, '--facts', '事实.json', '--unit', 'SF025'],
      {
        cwd: folder,
      },
    )
    let complaint = ''
    child.stderr.on('data', chunk => {
      complaint += String(chunk)
    })
    child.stdout.destroy()
    const status = await new Promise(resolve => child.on('close', resolve))
    expect([status, withoutSteps(complaint)]).toEqual([0, ''])
  })
})

test('the demo is made in the given folder, and the commands that it prints work as printed', () => {
  const out = join(folder, '演示 文件夹')
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts', script), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
  const started = run('hengping.mjs', 'demo', '--units', '40', '--out', out)
  expect([started.status, started.stdout.includes(join(out, 'results.xlsx'))]).toEqual([0, true])
  const named = [...started.stdout.matchAll(/npm run hengping -- (.+)$/gm)].map(([, line]) => wordsOf(line!))
  expect(named.map(([command]) => command)).toEqual(['explain', 'verify', 'template', 'check'])
  for (const words of named) {
    const { status, stdout, stderr } = run('hengping.mjs', ...words)
    expect([words[0], status, withoutSteps(stderr)]).toEqual([words[0], 0, ''])
    if (words[0] === 'check') expect(stdout).toContain('方案没有错误')
  }
  expect(readdirSync(out).filter(name => name.endsWith('.xlsx')).length).toBeGreaterThan(1)
})

/** On a slow machine the steps are told meanwhile, and how far they are. */
function withoutSteps(stderr: string): string {
  return stderr.replaceAll(/^.+(……|：\d+(\/\d+)?)\n/gm, '')
}

/** As a shell would take the line apart; quotes hold words together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
}

test.each(LONG ? (['SIGINT', 'SIGTERM'] as const) : (['SIGTERM'] as const))(
  'stopped midway by %s, it leaves no half-written file',
  async signal => {
    const out = mkdtempSync(join(folder, '中断-'))
    const big = layDemoFiles(join(folder, '大'), 'xiangxi-2018', 1500)
    const args = [
      'score',
      '--scheme',
      big.scheme,
      '--facts',
      big.facts,
      '--history',
      big.history,
      '--out',
      join(out, 'r.json'),
    ]
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    // The first sign of progress comes after a second of work.
    child.stderr.once('data', () => child.kill(signal))
    const status = await new Promise(resolve => child.on('close', resolve))
    expect([
      [130, 143].includes(Number(status)) || status === 0,
      readdirSync(out).filter(name => name !== 'r.json'),
    ]).toEqual([true, []])
  },
)
