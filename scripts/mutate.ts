// Changes each constant, comparison, sign, cap and floor of the engine, one at a time, and runs the engine's tests on each change:
// `npm run mutate [-- --only src/domain/score/composite] [--jobs 2]`. Prints what no test noticed; a whole run writes docs/mutation.md.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { instrument, type Mutant } from './mutation/instrument.ts'

const ROOT = join(import.meta.dirname, '..')
/** The engine: what turns facts into figures. Readers' checks, names and sentences have tests of their own. */
const ROOMS = ['kernel', 'year/evidence', 'score', 'year/roster', 'explain']
const NOT_ENGINE = /\.test\.ts$|[rR]efusal|nearest|Faults?\.ts$|Kinds\.ts$|roster\/check/
const TESTED =
  /^(src\/domain\/(kernel|year\/evidence|score|year\/roster\/appoint|explain)|tests\/(cases|engine|unitScorer|oracle|properties))/
const TIME_LIMIT_MS = 60_000
const LATE = 'took too long'

interface Located extends Mutant {
  readonly file: string
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, jobs: { type: 'string', default: '2' } },
})
const copy = mkdtempSync(join(tmpdir(), 'hengping-mutate-'))
try {
  const mutants = layCopy()
  const testFiles = filesBelow('src')
    .concat(filesBelow('tests'))
    .filter(path => path.endsWith('.test.ts') && TESTED.test(path))
  const inOrder = testFiles.toSorted(
    (one, other) => Number(/properties|oracle/.test(one)) - Number(/properties|oracle/.test(other)),
  )
  await expectAllPass(inOrder)
  report(mutants, await tryAll(mutants, inOrder))
} finally {
  rmSync(copy, { recursive: true, force: true })
}

/** A copy of the repository with the engine instrumented and the test runner's stand-in in place of it. */
function layCopy(): readonly Located[] {
  for (const name of ['src', 'tests', 'schemes', 'bench', 'package.json']) {
    cpSync(join(ROOT, name), join(copy, name), {
      recursive: true,
      filter: path => !path.includes('node_modules'),
    })
  }
  mkdirSync(join(copy, 'node_modules'))
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== 'vitest' && !name.startsWith('.'))
      symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name), 'junction')
  }
  mkdirSync(join(copy, 'node_modules/vitest'))
  cpSync(join(ROOT, 'scripts/mutation/vitest/index.js'), join(copy, 'node_modules/vitest/index.js'))
  writeFileSync(
    join(copy, 'node_modules/vitest/package.json'),
    '{"name":"vitest","type":"module","main":"index.js"}',
  )
  let next = 1
  return engineFiles().flatMap(file => {
    const { text, mutants } = instrument(readFileSync(join(ROOT, file), 'utf8'), next)
    writeFileSync(join(copy, file), text)
    next += mutants.length
    return values.only === undefined || file.startsWith(values.only)
      ? mutants.map(mutant => ({ ...mutant, file }))
      : []
  })
}

function engineFiles(): readonly string[] {
  return ROOMS.flatMap(room => filesBelow(`src/domain/${room}`))
    .filter(path => path.endsWith('.ts') && !NOT_ENGINE.test(path) && !/\/tell\w+\.ts$/.test(path))
    .toSorted()
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true }).map(
    name => `${folder}/${String(name).replaceAll('\\', '/')}`,
  )
}

/** By mutant: the name of the first test that failed, or undefined. */
async function tryAll(
  mutants: readonly Located[],
  testFiles: readonly string[],
): Promise<ReadonlyMap<number, string | undefined>> {
  const found = new Map<number, string | undefined>()
  const queue = [...mutants]
  await Promise.all(
    Array.from({ length: Number(values.jobs) }, async () => {
      let bench = await openBench(testFiles)
      for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
        const own = mutant.onLoad ? await openBench(testFiles, mutant.id) : bench
        const noticed = await own.tryOne(mutant.id)
        found.set(mutant.id, noticed)
        if (mutant.onLoad) await own.close()
        else if (noticed === LATE) bench = await openBench(testFiles)
        if (noticed === undefined) process.stdout.write(`survived ${describe(mutant)}\n`)
        if (found.size % 100 === 0) process.stderr.write(`${found.size}/${mutants.length}\n`)
      }
      await bench.close()
    }),
  )
  return found
}

async function openBench(testFiles: readonly string[], onLoad?: number) {
  const workerData = {
    files: testFiles.map(file => join(copy, file)),
    shim: join(copy, 'node_modules/vitest/index.js'),
    fastCheck: join(ROOT, 'node_modules/fast-check/lib/fast-check.js'),
    onLoad,
  }
  const worker = new Worker(join(ROOT, 'scripts/mutation/tryMutants.mjs'), { workerData })
  worker.setMaxListeners(0)
  const answer = () =>
    new Promise<{ readonly noticed?: string }>((resolve, reject) =>
      worker.once('message', resolve).once('error', reject),
    )
  await answer()
  return {
    close: () => worker.terminate(),
    async tryOne(id: number): Promise<string | undefined> {
      const answered = answer()
      worker.postMessage(id)
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<string>(resolve => {
        timer = setTimeout(() => resolve(LATE), TIME_LIMIT_MS)
      })
      const noticed = await Promise.race([answered.then(message => message.noticed), late])
      clearTimeout(timer)
      if (noticed === LATE) await worker.terminate()
      return noticed
    },
  }
}

async function expectAllPass(testFiles: readonly string[]): Promise<void> {
  const bench = await openBench(testFiles)
  const failed = await bench.tryOne(0)
  await bench.close()
  if (failed !== undefined) throw new Error(`a test fails before anything is changed: ${failed}`)
}

function describe({ file, line, from, to }: Located): string {
  return `${file}:${line} \`${from}\` → \`${to}\``
}

function report(mutants: readonly Located[], found: ReadonlyMap<number, string | undefined>): void {
  const survivors = mutants.filter(mutant => found.get(mutant.id) === undefined)
  const noticed = mutants.length - survivors.length
  const share = ((noticed / mutants.length) * 100).toFixed(1)
  process.stdout.write(`${noticed} of ${mutants.length} noticed (${share} %)\n`)
  if (values.only !== undefined) return
  const head = [
    '# Mutation of the engine',
    '',
    '`npm run mutate` changes each constant, comparison, logical and arithmetic sign, cap and floor of the engine, one at a time: numbers by one, `<` to `<=`, `===` to `!==`, `&&` to `||`, `+` to `-`, `Math.max` to `Math.min`, `true` to `false`, and so on. All changes are compiled into one copy behind a switch, and the tests of the engine (unit cases, worked cases, oracle, and each property at 200 cases) run once for each in one process, stopping at the first failure. What only words a sentence is left alone.',
    '',
    `${noticed} of ${mutants.length} changes were noticed (${share} %).`,
    '',
    '## What no test noticed',
    '',
  ]
  writeFileSync(
    join(ROOT, 'docs/mutation.md'),
    `${[...head, ...survivors.map(mutant => `- ${describe(mutant)}`)].join('\n')}\n`,
  )
}
