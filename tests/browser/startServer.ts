import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleProgram, PROGRAMS, SHORT_LIVED } from '../server/bundleProgram.ts'
import { layDatabase } from '../server/layDatabase.ts'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A real server on a folder of its own, which goes with it. */
export interface RunningServer {
  readonly address: string
  /** all that it has printed so far. */
  said(): string
  /** kills it, and starts it again on the same folder and port once `meanwhile` is over. */
  restart(meanwhile: () => Promise<unknown>): Promise<void>
  stop(): Promise<void>
}

/** Starts the program on a free port, on a copy of the folder `from` if given, after `prepare` has changed it; fails with what it printed where it does not start. */
export async function startServer(
  program: string,
  args: readonly string[],
  from?: string,
  prepare?: (folder: string) => Promise<void>,
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hengping-browser-'))
  if (from !== undefined) cpSync(from, folder, { recursive: true })
  await prepare?.(folder)
  let printed = ''
  const spawnOn = (port: string) => {
    const spawned = spawnServer(program, folder, args, port)
    spawned.stdout!.on('data', (chunk: Buffer) => void (printed += chunk.toString()))
    return spawned
  }
  let server = spawnOn('0')
  const stop = async () => {
    await end(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const address = await addressOf(server)
    const restart = async (meanwhile: () => Promise<unknown>) => {
      await end(server, 'SIGKILL')
      await meanwhile()
      server = spawnOn(new URL(address).port)
      await addressOf(server)
    }
    return { address, said: () => printed, restart, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A folder with the demo year in it, to start servers on copies of: loading it anew takes longest. Kept for runs of the same program on the same day. */
export async function layDemo(program: string, units: number): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 16)
  const name = `demo-${units}-`
  const kept = join(PROGRAMS, `${name}${new Date().toISOString().slice(0, 10)}-${hash}`)
  if (existsSync(kept)) return kept
  for (const old of readdirSync(PROGRAMS).filter(one => one.startsWith(name)))
    rmSync(join(PROGRAMS, old), { recursive: true, force: true })
  const aside = mkdtempSync(join(PROGRAMS, 'making-'))
  await layDatabase(join(aside, 'database'), 'migrated')
  const server = spawnServer(program, aside, ['--units', String(units)])
  await addressOf(server)
  await end(server)
  renameSync(aside, kept)
  return kept
}

/** Puts the server into one file for the run. */
export async function layProgram(): Promise<string> {
  const program = join(PROGRAMS, `server-${process.pid}.mjs`)
  await bundleProgram(join(ROOT, 'src/server/main.ts'), program)
  return program
}

/** The folder goes with the test: nothing need reach the disk. */
const WITHOUT_SYNC = ['--import', pathToFileURL(join(import.meta.dirname, 'withoutSync.ts')).href]

function spawnServer(program: string, folder: string, args: readonly string[], port = '0'): ChildProcess {
  return spawn(
    process.execPath,
    [SHORT_LIVED, ...WITHOUT_SYNC, program, '--data', folder, '--port', port, ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: withoutDatabase(),
    },
  )
}

function withoutDatabase(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = process.env
  return rest
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    }
    server.stdout!.on('data', listen)
    server.stderr!.on('data', (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-4000)))
    server.on('close', code => reject(new Error(`服务没有启动（${code}）：\n${said}`)))
  })
}

async function end(server: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise(resolve => server.once('close', resolve))
  server.kill(signal)
  await ended
}
