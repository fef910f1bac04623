import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNode24 } from './node24.mjs'

/** What the web is made of. */
const SOURCES = [
  'src/web',
  'src/contract',
  'src/domain',
  'src/crypto',
  'vite.config.ts',
  'scripts/silentIcons.ts',
  'scripts/phoneWorker.ts',
  'scripts/votePage.ts',
  'scripts/verifyPage.ts',
  'verify',
  'package-lock.json',
]
const BUILT = join(ROOT, 'dist', 'web')
const STAMP = 'built-from.txt'

/** Builds the web into dist/web unless it is already built from these very sources; resolves to an exit code. */
export async function buildWeb() {
  const stamp = hashOfSources()
  const stampFile = join(BUILT, STAMP)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 0
  const started = Date.now()
  process.stderr.write('正在构建网页……\n')
  // Built aside and moved into place, so that a server that is running never sees half of it.
  const aside = join(ROOT, 'dist', `web-${process.pid}`)
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--configLoader',
    'native',
    '--logLevel',
    'warn',
    '--outDir',
    aside,
  ]
  const ended = await runNode24(args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (ended.code !== 0) {
    rmSync(aside, { recursive: true, force: true })
    process.stderr.write('网页构建失败：原因见上。\n')
    return ended.signal ? 1 : ended.code
  }
  writeFileSync(join(aside, STAMP), stamp)
  moveIntoPlace(aside)
  process.stderr.write(`网页已构建（${((Date.now() - started) / 1000).toFixed(1)} 秒）。\n`)
  return 0
}

function moveIntoPlace(aside) {
  const old = join(ROOT, 'dist', `web-old-${process.pid}`)
  for (let tries = 1; ; tries++) {
    try {
      if (existsSync(BUILT)) renameSync(BUILT, old)
      renameSync(aside, BUILT)
      break
    } catch (error) {
      // Another build moved its own into place between the two: once more.
      if (tries === 5) throw error
    } finally {
      rmSync(old, { recursive: true, force: true })
    }
  }
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesOf(source))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(ROOT, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesOf(source) {
  if (!existsSync(join(ROOT, source))) return []
  if (/\.\w+$/.test(source)) return [source]
  return readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .toSorted()
}
