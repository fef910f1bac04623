// Changes each constant, comparison, sign, cap and floor of the engine, one at a time, in a copy of the repository, and runs the engine's
// tests on it: `npm run mutate [-- --only src/domain/composite] [--jobs 2]`. Prints what no test noticed and writes docs/mutation.md.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Mutation, mutationsOf } from './mutations.ts'

const ROOT = join(import.meta.dirname, '..')
/** The engine: what turns facts into figures. Readers' checks, names and sentences have tests of their own. */
const ENGINE = [
  'kernel',
  'evidence',
  'assessment',
  'composite',
  'ranking',
  'grade',
  'consequence',
  'rectification',
  'roster',
  'explanation',
]
const FILES = ['listResults.ts', 'mayAppraise.ts', 'explainUnit.ts', 'appraiseCycle.ts']
const NOT_ENGINE = /\.test\.ts$|glossary|[rR]efusal|nearestName|factFault|Kinds\.ts$|Faults?\.ts$|nearest|roster\/check/
const TESTS = ['src/domain', 'tests/cases.test.ts', 'tests/oracle.test.ts', 'tests/properties']
const TIME_LIMIT_MS = 120_000

const { values } = parseArgs({ options: { only: { type: 'string' }, jobs: { type: 'string', default: '2' } } })

interface Task {
  readonly file: string
  readonly mutation: Mutation
}

const tasks: Task[] = engineFiles().flatMap(file =>
  mutationsOf(readFileSync(join(ROOT, file), 'utf8')).map(mutation => ({ file, mutation })),
)
const survivors: Task[] = []
let done = 0
const queue = [...tasks]
await Promise.all(Array.from({ length: Number(values.jobs) }, work))
report()

function engineFiles(): readonly string[] {
  const inside = ENGINE.flatMap(room =>
    readdirSync(join(ROOT, 'src/domain', room), { recursive: true }).map(
      name => `src/domain/${room}/${String(name).replaceAll('\\', '/')}`,
    ),
  )
  const files = [...inside, ...FILES.map(name => `src/domain/${name}`)].filter(path => path.endsWith('.ts') && !NOT_ENGINE.test(path))
  return files.filter(path => values.only === undefined || path.startsWith(values.only)).toSorted()
}

async function work(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'hengping-mutate-'))
  for (const name of ['src', 'tests', 'schemes', 'schemas', 'bench', 'package.json', 'tsconfig.json', 'vitest.config.ts']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: path => !path.includes('node_modules') })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  try {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      if (!(await isNoticed(copy, task))) {
        survivors.push(task)
        process.stdout.write(`survived ${describe(task)}\n`)
      }
      done += 1
      if (done % 25 === 0) process.stderr.write(`${done}/${tasks.length}, ${survivors.length} survived\n`)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function isNoticed(copy: string, { file, mutation }: Task): Promise<boolean> {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  writeFileSync(path, source.slice(0, mutation.start) + mutation.to + source.slice(mutation.end))
  const passed = await testsPass(copy)
  writeFileSync(path, source)
  return !passed
}

function testsPass(copy: string): Promise<boolean> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--bail=1', '--maxWorkers=1', '--reporter=dot', ...TESTS]
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', env: { ...process.env, PROPERTY_RUNS: '150' } })
  return new Promise(resolve => {
    const late = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS)
    child.on('exit', code => {
      clearTimeout(late)
      resolve(code === 0)
    })
  })
}

function describe({ file, mutation }: Task): string {
  return `${file}:${mutation.line} \`${mutation.from}\` → \`${mutation.to}\``
}

function report(): void {
  const noticed = tasks.length - survivors.length
  const share = ((noticed / tasks.length) * 100).toFixed(1)
  process.stdout.write(`${noticed} of ${tasks.length} noticed (${share} %)\n`)
  if (values.only !== undefined) return
  const lines = survivors.map(task => `- ${describe(task)}`).toSorted()
  const head = `# Mutation of the engine\n\n\`npm run mutate\` changes each constant, comparison, logical and arithmetic sign, cap and floor of the engine once, in a copy, and runs the engine's tests (${TESTS.map(name => `\`${name}\``).join(', ')}; properties at 150 runs each). ${noticed} of ${tasks.length} changes were noticed (${share} %).\n\n## What no test noticed\n\n`
  writeFileSync(join(ROOT, 'docs/mutation.md'), `${head}${lines.join('\n')}\n`)
}
