import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** A running PostgreSQL for tests, with the superuser's address. */
export interface TestPostgres {
  readonly url: string
  /** the postmaster's, where it is one of ours. */
  readonly pid?: number
  stop(): Promise<void>
}

/** Starts a PostgreSQL of its own that ends with this process; `durable` syncs to disk. */
export async function startPostgres(durable = false): Promise<TestPostgres> {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'postgresKeeper.ts'), ...(durable ? ['durable'] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Its own group: an interrupt at the terminal is for us; the keeper ends after us and cleans up.
    detached: true,
  })
  const gone = new Promise<void>(resolve => keeper.once('exit', () => resolve()))
  const { url, pid, error } = await firstLine(keeper)
  if (url === undefined) {
    throw new Error(
      `这些测试要用到真正的 PostgreSQL，而这里启动不了（${error}）；请先执行 npm install（含开发依赖），或用环境变量 TEST_DATABASE_URL 指定一个可以新建数据库的 PostgreSQL`,
    )
  }
  return {
    url,
    ...(pid === undefined ? {} : { pid }),
    stop: async () => {
      keeper.stdin.end()
      await gone
    },
  }
}

interface Said {
  readonly url?: string
  readonly pid?: number
  readonly error?: string
}

async function firstLine(keeper: ChildProcessByStdio<Writable, Readable, null>): Promise<Said> {
  for await (const line of createInterface({ input: keeper.stdout })) return JSON.parse(line) as Said
  return { error: 'the keeper said nothing' }
}
