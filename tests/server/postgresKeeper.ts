// Runs a PostgreSQL in a temporary folder for as long as its standard input stays open: it goes with whoever started it, however that ends.
// Prints one line: {"url"} or {"error"}. Argument: "durable" for a server that syncs to disk. A line "crash" kills the server and starts it again.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PostgresBinaries, postgresBinaries, postgresRunner } from './postgresBinaries.ts'

const PREFIX = 'hengping-postgres-'
const PASSWORD = 'test'

sweep()
const runner = postgresRunner()
const folder = makeFolder()
let server: ChildProcess | undefined
let stopping = false

let running: (() => Promise<void>) | undefined

process.stdin.on('end', () => void stop())
process.stdin.on('data', () => void crash())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

try {
  writeFileSync(join(folder, 'keeper'), String(process.pid))
  const binaries = postgresBinaries(folder, runner)
  initialise(binaries)
  const port = await startSomewhere(binaries)
  process.stdout.write(
    `${JSON.stringify({ url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres` })}\n`,
  )
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`)
  await stop()
}

/** In a temporary folder that the runner can reach: root's own may be closed to others. */
function makeFolder(): string {
  for (const base of [tmpdir(), '/tmp', '/var/tmp']) {
    const made = mkdtempSync(join(base, PREFIX))
    if (runner === undefined) return made
    chownSync(made, runner.uid, runner.gid)
    if (spawnSync('/bin/sh', ['-c', 'cd "$0"', made], { ...runner, cwd: '/' }).status === 0) return made
    rmSync(made, { recursive: true })
  }
  throw new Error('there is no temporary folder that another user than root can reach')
}

function initialise({ initdb }: PostgresBinaries): void {
  const data = join(folder, 'data')
  const secret = join(folder, 'secret')
  writeFileSync(secret, `${PASSWORD}\n`)
  if (runner !== undefined) chownSync(secret, runner.uid, runner.gid)
  const words = [
    '-D',
    data,
    '-U',
    'postgres',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
  ]
  const { status, stderr } = spawnSync(initdb, words, {
    ...runner,
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`initdb ended with ${status}: ${stderr}`)
}

/** A port below those that the system gives out by itself; another one when it is taken. */
async function startSomewhere(binaries: PostgresBinaries): Promise<number> {
  for (let left = 20; ; left--) {
    const port = randomInt(20_000, 32_000)
    try {
      running = () => start(binaries, port)
      await running()
      return port
    } catch (error) {
      if (left === 0 || !/could not create any TCP/.test((error as Error).message)) throw error
    }
  }
}

function start({ postgres }: PostgresBinaries, port: number): Promise<void> {
  const durable = process.argv[2] === 'durable' ? 'on' : 'off'
  const settings = {
    fsync: durable,
    full_page_writes: durable,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '64MB',
    // Each test's tables are small, and gone before they would need it.
    autovacuum: 'off',
  }
  const words = [
    '-D',
    join(folder, 'data'),
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const child = spawn(postgres, words, {
    ...runner,
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  server = child
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      // The end of it: clients that try meanwhile fill pages.
      said = (said + chunk.toString()).slice(-10_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    child.on('error', reject)
    child.on('exit', code => {
      reject(new Error(`postgres ended with ${code}: ${said.slice(-2_000)}`))
    })
  })
}

/** As a power cut would, but for the disk: no process of the server says goodbye. */
async function crash(): Promise<void> {
  const gone = new Promise(resolve => server!.once('exit', resolve))
  server!.kill('SIGKILL')
  await gone
  for (let left = 100; ; left--) {
    try {
      await running!()
      break
    } catch (error) {
      // Its backends have not all noticed yet.
      if (left === 0) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  process.stdout.write('{"restarted":true}\n')
}

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  if (server !== undefined && server.exitCode === null && server.signalCode === null) {
    const gone = new Promise(resolve => server!.once('exit', resolve))
    // Immediate: nothing here is worth keeping.
    server.kill('SIGQUIT')
    await gone
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit()
}

/** What a killed keeper left. A server whose folder is gone ends by itself within a minute. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter(entry => entry.startsWith(PREFIX))) {
    const left = join(tmpdir(), name)
    try {
      process.kill(Number(readFileSync(join(left, 'keeper'), 'utf8')), 0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') rmSync(left, { recursive: true, force: true })
    }
  }
}
