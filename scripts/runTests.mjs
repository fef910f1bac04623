import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, runNode24 } from './node24.mjs'

const TSC = 'node_modules/typescript/bin/tsc'
const SOURCES = ['src', 'scripts', 'tests', 'bench'].filter(folder => existsSync(join(ROOT, folder)))

/** What is checked beside the tests, each counted as one. */
const CHECKS = [
  { name: '类型检查', args: [TSC, '--noEmit', '-p', 'tsconfig.json'] },
  { name: '类型检查（domain）', args: [TSC, '--noEmit', '-p', 'tsconfig.domain.json'] },
  { name: '类型检查（contract）', args: [TSC, '--noEmit', '-p', 'tsconfig.contract.json'] },
  { name: '类型检查（web）', args: [TSC, '--noEmit', '-p', 'tsconfig.web.json'] },
  { name: '类型检查（浏览器测试）', args: [TSC, '--noEmit', '-p', 'tsconfig.browser.json'] },
  { name: '代码检查（oxlint）', args: ['node_modules/oxlint/bin/oxlint', '--deny-warnings', ...SOURCES] },
  { name: '格式检查（oxfmt）', args: ['node_modules/oxfmt/bin/oxfmt', '--check', ...SOURCES] },
]

/** `npm test`: every check, then every test; goes on after a failure, and its last line is `N passed, N failed`. With filters the tests alone. */
export function runTests(filters) {
  return runAll(filters.length === 0 ? CHECKS : [], filters)
}

/** `npm run check`: every check, and the tests about the code base itself. */
export function runChecks() {
  return runAll(CHECKS, ['tests/house'])
}

async function runAll(checks, filters) {
  const tally = { passed: 0, failed: 0 }
  for (const check of checks) await runCheck(check, tally)
  const ended = await runVitest(filters, tally)
  process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`)
  return ended.signal ? ended : { code: tally.failed === 0 && tally.passed > 0 ? 0 : 1 }
}

async function runCheck({ name, args }, tally) {
  const started = Date.now()
  const { code } = await runNode24(args, { cwd: ROOT, stdio: ['ignore', 1, 2] })
  tally[code === 0 ? 'passed' : 'failed']++
  process.stdout.write(
    `${code === 0 ? '✓' : '✗'} ${name}（${((Date.now() - started) / 1000).toFixed(1)} 秒）\n`,
  )
}

async function runVitest(filters, tally) {
  const folder = mkdtempSync(join(tmpdir(), 'hengping-test-'))
  const file = join(folder, 'vitest.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const ended = await runNode24(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters], {
      cwd: ROOT,
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
    failed += status === 'failed' && bad === 0 ? 1 : bad
  }
  tally.failed += failed === 0 && ended.code !== 0 ? 1 : failed
}
