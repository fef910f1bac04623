import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** An answer over HTTP. */
export interface Said {
  readonly status: number
  readonly body: string
  readonly cookies: readonly string[]
}

/** What a piece of work cost others, in milliseconds. */
export interface Silence {
  /** the longest time between two answers of /api/health. */
  readonly longest: number
  /** the most work of the server's own thread between two turns of its loop, or between two answers of its database, which other programs do not lengthen. */
  readonly busy: number
  readonly took: number
}

/** A server in a process of its own, so that nothing of the test's own work counts as its silence. */
export interface WatchedServer {
  /** the data folder. */
  readonly data: string
  /** what it said with its address. */
  readonly said: string
  send(
    method: string,
    path: string,
    headers?: Readonly<Record<string, string>>,
    body?: Uint8Array | string,
  ): Promise<Said>
  /** Signs in with a demo account; returns its cookies. */
  signIn(username: string): Promise<string>
  watch(work: () => Promise<void>): Promise<Silence>
  close(): Promise<void>
}

/** Starts the server with the demo year as users do, on a free port, in a folder that is thrown away. */
export async function startWatchedServer(units: number): Promise<WatchedServer> {
  const data = mkdtempSync(join(tmpdir(), 'hengping-silence-'))
  const main = join(import.meta.dirname, '../../src/server/main.ts')
  const probe = new URL('./loopProbe.ts', import.meta.url).href
  const args = ['--data', data, '--port', '0', '--units', `${units}`]
  return watchServer(main, args, ['--import', probe], data)
}

/** Starts a server by its script on a data folder that is thrown away; it says its address and answers each message with its work as `loopProbe.ts` does. */
export async function watchServer(
  script: string,
  args: readonly string[],
  options: readonly string[],
  data: string,
): Promise<WatchedServer> {
  const child = fork(script, args, {
    execArgv: ['--disable-warning=ExperimentalWarning', ...options],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [address, said] = await addressOf(child)
  const health = new Worker(new URL('./healthWatcher.ts', import.meta.url), { workerData: { address } })
  const askHealth = async (word: string): Promise<number> => {
    health.postMessage(word)
    return ((await once(health, 'message')) as [number])[0]
  }
  const askWork = async (): Promise<number> => {
    child.send('tell')
    return ((await once(child, 'message')) as [{ most: number }])[0].most
  }
  const send: WatchedServer['send'] = (method, path, headers, body) => {
    return new Promise((resolve, reject) => {
      const asked = request(address + path, { method, headers }, async answer => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part as Buffer)
        const cookies = (answer.headers['set-cookie'] ?? []).map(cookie => cookie.split(';')[0]!)
        resolve({ status: answer.statusCode!, body: Buffer.concat(parts).toString(), cookies })
      })
      asked.once('error', reject)
      asked.end(body)
    })
  }
  return {
    data,
    send,
    said,
    async signIn(username) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const body = JSON.stringify({ username, password: 'Yanshi-2018' })
      const said = await send('POST', '/api/session/sign-in', headers, body)
      if (said.status !== 200) throw new Error(said.body)
      return said.cookies.join('; ')
    },
    async watch(work) {
      await askWork()
      await askHealth('begin')
      const begun = performance.now()
      await work()
      const took = performance.now() - begun
      return { longest: await askHealth('tell'), busy: await askWork(), took }
    },
    async close() {
      health.postMessage('end')
      await once(health, 'exit')
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Waits for the address that a server says at its start. */
async function addressOf(child: ChildProcess): Promise<readonly [address: string, said: string]> {
  let said = ''
  const { promise, resolve, reject } = Promise.withResolvers<readonly [string, string]>()
  child.once('exit', () => reject(new Error(`the server has ended: ${said}`)))
  child.stdout!.on('data', (part: Buffer) => {
    said += part.toString()
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
    if (found !== null) resolve([found[0], said])
  })
  return promise
}
