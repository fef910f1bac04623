// npm's commands: makes sure of the packages and of Node 24, then runs. Plain JavaScript without a package, so that a fresh clone can start.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { endAs, findNode24, NO_NODE24, ROOT, runNode24 } from './node24.mjs'
import { arePackagesInstalled, installPackages } from './packages.mjs'

const COMMANDS = {
  start: startServer,
  build: async () => ({ code: await (await import('./buildWeb.mjs')).buildWeb() }),
  test: async args => (await import('./runTests.mjs')).runTests(args),
  screens: takeScreens,
  properties: async () => (await import('./runTests.mjs')).runLongTests(['tests/properties']),
  kills: async () => (await import('./runTests.mjs')).runLongTests(['tests/server/kill.test.ts']),
  'check:fast': async () => (await import('./runTests.mjs')).runFastChecks(),
  'test:long': async args => (await import('./runTests.mjs')).runLongTests(args),
  schemas: args => runScript('writeSchemas.ts', args),
  'access-matrix': args => runScript('writeAccessMatrix.ts', args),
  mutate: args => runScript('mutate.ts', args),
  bench: args => runBench('main.ts', args),
  'bench:http': args => runBench(join('http', 'main.ts'), args),
  'bench:hall': args => runBench(join('hall', 'main.ts'), args),
  'bench:survey': args => runBench(join('survey', 'main.ts'), args),
  'bench:lists': args => runBench(join('lists', 'main.ts'), args),
  'bench:phones': args => runBench(join('phones', 'main.ts'), args),
  'bench:release': args => runBench(join('release', 'main.ts'), args),
  'bench:firmness': args => runBench(join('firmness', 'main.ts'), args),
  'bench:documents': args => runBench(join('documents', 'main.ts'), args),
}

/** Builds the web where its sources changed, then serves. */
async function startServer(args) {
  const { buildWeb } = await import('./buildWeb.mjs')
  const code = await buildWeb()
  // glibc keeps an arena of freed memory for each thread; two are as fast here, and take 230 MB less with 2,000 units.
  const env = { MALLOC_ARENA_MAX: '2', ...process.env }
  return code === 0 ? runNode24(['src/server/main.ts', ...args], { cwd: ROOT, env }) : { code }
}

/** Walks every desk as each role and leaves a picture of each in out/screens. */
async function takeScreens() {
  const folder = join(ROOT, 'out', 'screens')
  rmSync(folder, { recursive: true, force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', 'tests/browser/walkDesks.test.ts']
  const ended = await runNode24(args, { cwd: ROOT, env: { ...process.env, HENGPING_SCREENS: folder } })
  process.stdout.write(`截图在 ${folder}\n`)
  return ended
}

async function runScript(name, args) {
  if (existsSync(join(ROOT, 'scripts', name)))
    return runNode24([join('scripts', name), ...args], { cwd: ROOT })
  process.stderr.write(`缺少脚本 scripts/${name}。\n`)
  return { code: 2 }
}

/** The benchmark has packages of its own, so that no peer reaches a user's install. */
async function runBench(file, args) {
  const bench = join(ROOT, 'bench')
  if (!existsSync(join(bench, 'main.ts'))) {
    process.stderr.write('缺少 bench/main.ts。\n')
    return { code: 2 }
  }
  if (!arePackagesInstalled(bench)) {
    const code = await installPackages(bench)
    if (code !== 0) return { code }
  }
  return runNode24(['--expose-gc', join('bench', file), ...args], { cwd: ROOT })
}

async function main([name, ...args]) {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined
  if (command === undefined) {
    process.stderr.write(`用法：node scripts/run.mjs ${Object.keys(COMMANDS).join(' | ')}\n`)
    return { code: 2 }
  }
  if (!arePackagesInstalled(ROOT)) {
    const code = await installPackages(ROOT)
    if (code !== 0) return { code }
  }
  if (findNode24() === undefined) {
    process.stderr.write(`${NO_NODE24}\n`)
    return { code: 2 }
  }
  return command(args)
}

endAs(await main(process.argv.slice(2)))
