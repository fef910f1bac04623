import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roleNames } from '../../src/contract/access/roles.ts'

/** A server of our own with the demo year. `readyAfter` in milliseconds, demo year included; `memory` is the most it has taken so far or since `forgetPeak`, in megabytes, `work` the processor time, in milliseconds: other programs lengthen neither. */
export interface Office {
  readonly address: string
  readonly readyAfter: number
  memory(): number
  /** Counts the most memory from now on; returns what it takes now. */
  forgetPeak(): number
  work(): number
  cookie?: string
  stop(): Promise<void>
}

/** Starts the server as users do, on a free port and a folder that is thrown away. */
export async function startOffice(
  env: Readonly<Record<string, string>>,
  units: string,
  more: readonly string[] = [],
  entry = '../../src/server/main.ts',
): Promise<Office> {
  const data = mkdtempSync(join(tmpdir(), 'hengping-bench-'))
  const started = performance.now()
  const main = join(import.meta.dirname, entry)
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, '--data', data, '--port', '0', '--units', units, ...more],
    {
      env: { MALLOC_ARENA_MAX: '2', ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  const megabytes = (of: string): number =>
    Number(new RegExp(`${of}:\\s*(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024
  return {
    address,
    readyAfter: performance.now() - started,
    memory: () => megabytes('VmHWM'),
    forgetPeak: () => {
      writeFileSync(`/proc/${child.pid}/clear_refs`, '5')
      return megabytes('VmRSS')
    },
    work: () => {
      const ticks = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      return (Number(ticks[11]) + Number(ticks[12])) * 10
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Signs in with the demo account of this role; gives its cookies. */
export async function signIn(address: string, roleName: string = roleNames.committee): Promise<string> {
  const session = (await (await fetch(`${address}/api/session`)).json()) as {
    readonly demo?: readonly {
      readonly username: string
      readonly password: string
      readonly roleName: string
    }[]
  }
  const account = session.demo?.find(one => one.roleName === roleName)
  if (account === undefined) throw new Error(`no demo account of ${roleName}`)
  const answer = await fetch(`${address}/api/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ username: account.username, password: account.password }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}
