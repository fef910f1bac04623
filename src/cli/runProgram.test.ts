import { describe, expect, test } from 'vitest'
import { engineVersion } from '../files/engineVersion.ts'
import { chineseError } from './chineseCommand.ts'
import { runProgram } from './runProgram.ts'
import { testIo } from '../../tests/cli/testIo.ts'

const COMMANDS = [
  'check',
  'score',
  'explain',
  'template',
  'compare',
  'verify',
  'backup',
  'restore',
  'keys',
  'reset-password',
  'draw',
  'demo',
  'recount',
] as const

async function run(...args: string[]) {
  const io = testIo()
  const exit = await runProgram(args, io)
  return { exit, said: io.said.join('\n'), warned: io.warned.join('\n') }
}

describe('help', () => {
  test('lists every command and the exit codes', async () => {
    const { exit, said } = await run('--help')
    expect(exit).toBe(0)
    for (const command of COMMANDS) expect(said).toContain(`\n  ${command} `)
    expect(said).toContain('退出码：')
  })

  test.each([[], ...COMMANDS.map(command => [command])])('holds no English sentence: %s', async (...args) => {
    const { exit, said } = await run(...args, '--help')
    const plain = said.replaceAll(
      /--?[a-zA-Z-]+|hengping|[\w./-]*\.(json|xlsx|yaml|csv|zip)|\.(json|xlsx|yaml|csv)|schemes\/\S+|out\/demo/g,
      '',
    )
    const words = plain.match(/[A-Za-z]{2,}/g)?.filter(word => !KNOWN.includes(word)) ?? []
    expect(exit).toBe(0)
    expect(words).toEqual([])
    expect(said.startsWith('用法：hengping')).toBe(true)
  })

  test('help of a command is the same in both forms', async () => {
    expect((await run('help', 'score')).said).toBe((await run('score', '--help')).said)
  })

  test('without a command the help goes to stderr with exit code 2', async () => {
    const { exit, said, warned } = await run()
    expect([exit, said]).toEqual([2, ''])
    expect(warned).toContain('用法：hengping')
  })

  test('the version is that of the package, without decoration', async () => {
    expect((await run('--version')).said).toBe(engineVersion())
  })
})

const KNOWN = [
  ...COMMANDS,
  'help',
  'reset',
  'data',
  'JSON',
  'xlsx',
  'json',
  'csv',
  'yaml',
  'scheme',
  'rubric',
  'xiangxi',
  'gz',
  'PostgreSQL',
  'DATABASE',
  'OWNER',
  'URL',
]

describe('a usage error is one Chinese sentence with exit code 2', () => {
  test.each([
    [['scor'], '没有命令“scor”。是不是 score？'],
    [['xyzzy'], '没有命令“xyzzy”。'],
    [['check'], '缺少参数“方案”。'],
    [['check', 'a', 'b'], '参数多了：只要 1 个，给了 2 个（a、b）。'],
    [['check', 'a', '--jsno'], '没有选项“--jsno”。是不是 --json？'],
    [['score', '--facts', 'x'], '缺少必填选项“--scheme <方案>”。'],
    [['score', '--scheme'], '选项“--scheme <方案>”后面缺少内容。'],
    [['demo', '--units', '0'], '选项“--units <个数>”的内容“0”有误：要填 1 到 20000 的整数。'],
    [['demo', '--seed', '1.5'], '选项“--seed <种子>”的内容“1.5”有误：要填 0 到 4294967295 的整数。'],
    [
      ['demo', '--today', '2018-02-30'],
      '选项“--today <日期>”的内容“2018-02-30”有误：要写成 2018-12-21 这样的日期。',
    ],
  ])('%j', async (args, sentence) => {
    const { exit, said, warned } = await run(...args)
    expect([exit, said]).toEqual([2, ''])
    expect(warned.split('\n')[0]).toBe(sentence)
    const command = (COMMANDS as readonly string[]).includes(args[0]!) ? ` ${args[0]}` : ''
    expect(warned.split('\n')[1]).toBe(`用 hengping help${command} 查看用法。`)
  })

  test('commander messages that no command of ours provokes are also in Chinese', () => {
    expect(chineseError("error: option '--a' cannot be used with option '--b'")).toBe(
      '选项“--a”不能与“--b”同用。',
    )
    expect(chineseError("error: unknown option '--x'\n(Did you mean one of --y, --z?)")).toBe(
      '没有选项“--x”。是不是 --y 或 --z？',
    )
    expect(chineseError('error: something new')).toBe('命令写法有误。')
    expect(chineseError("error: command-argument value 'x' is invalid for argument 'n'. 要填数字。")).toBe(
      '参数“n”的内容“x”有误：要填数字。',
    )
  })
})
