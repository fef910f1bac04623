import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, runNode24 } from './node24.mjs'

/** Types of a project; what was found is kept, so that the next run looks at what changed. The projects are checked beside each other, each by one thread: four, the default, work out the same types four times. */
const typesOf = project => [
  'node_modules/typescript/bin/tsc',
  '--noEmit',
  '--checkers',
  '1',
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  join(ROOT, 'node_modules/.cache/types', `${project}.tsbuildinfo`),
]
const SOURCES = ['src', 'verify', 'scripts', 'tests', 'bench'].filter(folder =>
  existsSync(join(ROOT, folder)),
)

/** What is checked beside the tests, each counted as one. */
const CHECKS = [
  { name: '类型检查', args: typesOf('tsconfig.json') },
  { name: '类型检查（domain、contract）', args: typesOf('tsconfig.contract.json') },
  { name: '类型检查（web）', args: typesOf('tsconfig.web.json') },
  { name: '代码检查（oxlint）', args: ['node_modules/oxlint/bin/oxlint', '--deny-warnings', ...SOURCES] },
  { name: '格式检查（oxfmt）', args: ['node_modules/oxfmt/bin/oxfmt', '--check', ...SOURCES] },
]

const FAST_TESTS = ['tests/house', 'src/domain', 'tests/cases.test.ts', 'tests/caseCoverage.test.ts']

/** What an ordinary run leaves to the long one. */
const LONG_ONLY = [
  '随机数据的测试（性质、损坏的文件和请求、随机导入）按全部规模进行，每次换一个种子；平时只取固定种子的一小部分',
  '在两种数据库上各中断写入中的程序二百次，断开二百次连接，中断数据库服务器；平时前两样各几次',
  '各业务流程在 PostgreSQL 上再走一遍；平时只走存储、约束和同时写入的部分',
  '投票、电话调查、制发通知书和发布公示当中反复中断程序；平时只中断写入中的程序',
  '把整个数据库搬到另一种数据库再搬回，逐种损坏备份文件；平时只取一部分损坏',
  '浏览器中的大部分流程（方案、名册、抽取、核查轮次、台账导入、述职报告、日常评分、会议、纸质测评、电话调查、封存、结果运用、整改、公示、账号、附件、季度核查、小办公室、共用手机、离线测验、换版、换手机和登录过期等）和每个角色逐页查看；平时由服务端测试和每页一次的查看代替，手机上只看用手机的人的页面',
  '两个演示年度和各种裁定的结果工作簿由 HyperFormula 整本复算，并由 LibreOffice 整本复算；平时只由 HyperFormula 复算一部分',
]

/** `npm test`: every check, then every test; goes on after a failure, and its last line is `N passed, N failed`. With filters the tests alone. */
export async function runTests(filters) {
  return runAll(filters.length === 0 ? CHECKS : [], filters, {
    beforeTotals:
      filters.length === 0 ? ['只有 npm run test:long 才做的：', ...LONG_ONLY.map(text => `· ${text}`)] : [],
  })
}

/** `npm run check:fast`: every check, and the tests that take no time. */
export function runFastChecks() {
  return runAll(CHECKS, FAST_TESTS)
}

/** `npm run test:long`: every test at full size, each named with its time; the seed makes the same run again. */
export function runLongTests(filters) {
  const seed = process.env.HENGPING_SEED ?? String(Math.floor(Math.random() * 2 ** 31))
  const told = `种子 ${seed}（以环境变量 HENGPING_SEED=${seed} 重做同样的一次）`
  process.stdout.write(`${told}\n`)
  return runAll([], filters, {
    reporter: 'verbose',
    env: { ...process.env, HENGPING_LONG: '1', HENGPING_SEED: seed },
    beforeTotals: [told],
  })
}

async function runAll(checks, filters, { reporter = 'default', env = process.env, beforeTotals = [] } = {}) {
  const tally = { passed: 0, failed: 0, skipped: [] }
  const started = Date.now()
  await Promise.all(checks.map(check => runCheck(check, tally)))
  const ended = await runVitest(filters, { reporter, env }, tally)
  const { passed, failed, skipped } = tally
  const lines = [
    ...skipped.map(title => `本机做不了，没有做：${title}`),
    ...beforeTotals,
    `用时${Math.round((Date.now() - started) / 1000)}秒${describeProcessors()}`,
    `${passed} passed, ${failed} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`,
  ]
  process.stdout.write(lines.map(line => `${line}\n`).join(''))
  return ended.signal ? ended : { code: failed === 0 && passed > 0 ? 0 : 1 }
}

/** The time of the processors that went into the programs of this run, where the system tells. */
function describeProcessors() {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    // User and system time, our own and that of programs that ended, in hundredths of a second.
    const ticks = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
    return `，处理器${Math.round(ticks.reduce((sum, one) => sum + Number(one), 0) / 100)}秒`
  } catch {
    return ''
  }
}

async function runCheck({ name, args }, tally) {
  const started = Date.now()
  const { code } = await runNode24(args, { cwd: ROOT, stdio: ['ignore', 1, 2] })
  tally[code === 0 ? 'passed' : 'failed']++
  process.stdout.write(
    `${code === 0 ? '✓' : '✗'} ${name}（${((Date.now() - started) / 1000).toFixed(1)} 秒）\n`,
  )
}

async function runVitest(filters, { reporter, env }, tally) {
  const folder = mkdtempSync(join(tmpdir(), 'hengping-test-'))
  const file = join(folder, 'vitest.json')
  try {
    const reporters = [`--reporter=${reporter}`, '--reporter=json', `--outputFile.json=${file}`]
    const ended = await runNode24(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters], {
      cwd: ROOT,
      env,
    })
    countTests(file, ended, tally)
    return ended
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that does not load has no tests of its own and counts as one failure; so does a run that fails without naming any. */
function countTests(file, ended, tally) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] }
  let failed = 0
  for (const { status, assertionResults } of report.testResults) {
    const bad = assertionResults.filter(test => test.status === 'failed').length
    tally.passed += assertionResults.filter(test => test.status === 'passed').length
    // In a file whose preparation failed the tests are skipped, too; the failure is what counts.
    const skipped =
      status === 'failed' ? [] : assertionResults.filter(test => !['passed', 'failed'].includes(test.status))
    tally.skipped.push(...skipped.map(test => test.fullName))
    failed += status === 'failed' && bad === 0 ? 1 : bad
  }
  tally.failed += failed === 0 && ended.code !== 0 ? 1 : failed
}
