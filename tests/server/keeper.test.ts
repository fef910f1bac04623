import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'hengping-keeper-'))
// A temporary folder as awkward as they come.
const temporary = join(folder, '临时 文件夹')
mkdirSync(temporary)
// Reachable for the user that root runs PostgreSQL as.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a PostgreSQL for tests ends with the process that started it, however that ends, and cleans up', async () => {
  const starter = startIn(temporary)
  const url = await starter.url
  expect(await answers(url)).toBe(true)
  starter.child.kill('SIGKILL')
  await expect.poll(() => answers(url)).toBe(false)
  await expect.poll(() => readdirSync(temporary)).toEqual([])
})

test('the next keeper removes what a killed keeper left behind', async () => {
  const left = join(temporary, 'hengping-postgres-left')
  mkdirSync(left)
  // No process has this number.
  writeFileSync(join(left, 'keeper'), '4194305')
  const starter = startIn(temporary)
  const url = await starter.url
  expect(readdirSync(temporary)).not.toContain('hengping-postgres-left')
  starter.child.kill('SIGTERM')
  await expect.poll(() => answers(url)).toBe(false)
  await expect.poll(() => readdirSync(temporary)).toEqual([])
})

function startIn(place: string) {
  const module = new URL('startPostgres.ts', import.meta.url).href
  const code = `const { startPostgres } = await import(${JSON.stringify(module)}); console.log((await startPostgres()).url); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TMPDIR: place, TEMP: place, TMP: place },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', chunk => resolve(String(chunk).trim()))
    child.once('exit', () => reject(new Error('it did not start')))
  })
  return { child, url }
}

function answers(url: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.once('connect', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })
}
