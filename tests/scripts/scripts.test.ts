import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineVersion } from '../../src/files/engineVersion.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '衡评 脚本-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs some JavaScript as a module, optionally as if by an older Node. */
function evaluate(script: string, version?: string) {
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`
  return spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `${version === undefined ? '' : older}${script}`],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
}

const NODE24 = JSON.stringify(new URL('../../scripts/node24.mjs', import.meta.url).href)
const PACKAGES = JSON.stringify(new URL('../../scripts/packages.mjs', import.meta.url).href)

describe('finding Node 24', () => {
  test('uses its own process if that is new enough', () => {
    const { stdout } = evaluate(
      `const { findNode24 } = await import(${NODE24}); process.stdout.write(findNode24())`,
    )
    expect(stdout).toBe(process.execPath)
  })

  test('uses the Node among the packages if its own is too old', () => {
    const { stdout } = evaluate(
      `const { findNode24 } = await import(${NODE24}); process.stdout.write(findNode24() ?? '')`,
      '20.11.0',
    )
    const asked = spawnSync(stdout, ['--version'], { encoding: 'utf8' })
    expect(Number(/^v(\d+)\./.exec(asked.stdout)?.[1])).toBeGreaterThanOrEqual(24)
  })

  test('a machine with neither gets exit code 2 and a Chinese sentence', () => {
    const elsewhere = `Object.defineProperty(process, 'arch', { value: 'sparc' });`
    const { stderr, stdout } = evaluate(
      `${elsewhere} const { runNode24 } = await import(${NODE24}); process.stdout.write(String((await runNode24(['-v'])).code))`,
      '20.11.0',
    )
    expect(stdout).toBe('2')
    expect(stderr).toContain('衡评需要 Node 24')
  })
})

describe('running a program', () => {
  test('passes the exit code through', () => {
    const { status } = evaluate(
      `const { endAs, runProgram } = await import(${NODE24}); endAs(await runProgram(process.execPath, ['-e', 'process.exit(7)']))`,
    )
    expect(status).toBe(7)
  })

  test('a missing program gives exit code 2 and a Chinese sentence', () => {
    const { status, stderr } = evaluate(
      `const { endAs, runProgram } = await import(${NODE24}); endAs(await runProgram('没有这个程序', []))`,
    )
    expect([status, stderr.startsWith('无法运行 没有这个程序')]).toEqual([2, true])
  })

  test('a signal is passed to the program, and its exit is passed back', async () => {
    const inner = `process.on('SIGTERM', () => process.exit(9)); process.stdout.write('ready'); setInterval(() => {}, 1000)`
    const outer = `const { endAs, runProgram } = await import(${NODE24}); endAs(await runProgram(process.execPath, ['-e', ${JSON.stringify(inner)}]))`
    const child = spawn(process.execPath, ['--input-type=module', '-e', outer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', () => child.kill('SIGTERM'))
    expect(await new Promise(resolve => child.on('close', resolve))).toBe(9)
  })
})

describe('whether the packages are installed', () => {
  const asked = (name: string): string =>
    evaluate(
      `const { arePackagesInstalled } = await import(${PACKAGES}); process.stdout.write(String(arePackagesInstalled(${JSON.stringify(join(folder, name))})))`,
    ).stdout
  const lay = (name: string, wanted: object, present: object | undefined): void => {
    mkdirSync(join(folder, name, 'node_modules', 'a'), { recursive: true })
    writeFileSync(
      join(folder, name, 'package-lock.json'),
      JSON.stringify({ packages: { '': {}, ...wanted } }),
    )
    if (present)
      writeFileSync(
        join(folder, name, 'node_modules', '.package-lock.json'),
        JSON.stringify({ packages: present }),
      )
  }

  test('the packages of this checkout are installed', () => {
    const script = `const { arePackagesInstalled } = await import(${PACKAGES}); process.stdout.write(String(arePackagesInstalled(${JSON.stringify(ROOT)})))`
    expect(evaluate(script).stdout).toBe('true')
  })

  test.each([
    [
      'the same version',
      { 'node_modules/a': { version: '1.0.0' } },
      { 'node_modules/a': { version: '1.0.0' } },
      'true',
    ],
    [
      'another version',
      { 'node_modules/a': { version: '1.0.1' } },
      { 'node_modules/a': { version: '1.0.0' } },
      'false',
    ],
    ['one missing', { 'node_modules/b': { version: '1.0.0' } }, {}, 'false'],
    [
      'listed but gone',
      { 'node_modules/b': { version: '1.0.0' } },
      { 'node_modules/b': { version: '1.0.0' } },
      'false',
    ],
    [
      'an optional one for another machine',
      { 'node_modules/b': { version: '1.0.0', optional: true } },
      {},
      'true',
    ],
    ['nothing installed yet', {}, undefined, 'false'],
  ])('%s', (name, wanted, present, answer) => {
    lay(name, wanted, present)
    expect(asked(name)).toBe(answer)
  })
})

test('the command runs from a folder whose name contains spaces and Chinese characters', () => {
  const copy = join(folder, '衡评 副本')
  for (const name of ['src', 'scripts', 'package.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const ran = spawnSync(process.execPath, [join(copy, 'scripts', 'hengping.mjs'), '--version'], {
    encoding: 'utf8',
  })
  expect([ran.status, ran.stdout]).toEqual([0, `${engineVersion()}\n`])
  const refused = spawnSync(process.execPath, [join(copy, 'scripts', 'hengping.mjs'), 'check', '没有 这个'], {
    encoding: 'utf8',
  })
  expect([refused.status, refused.stderr.includes('没有 这个')]).toEqual([2, true])
})

test('an unknown command of npm run is reported in Chinese', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), 'xyz'], {
    encoding: 'utf8',
  })
  expect([status, stderr.startsWith('用法：')]).toEqual([2, true])
})
