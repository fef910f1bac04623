import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'

/** A running PostgreSQL for tests, with the superuser's address. */
export interface TestPostgres {
  readonly url: string
  /** kills the server outright and starts it again, at the same address. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** Starts a PostgreSQL of its own that ends with this process; `durable` syncs to disk. */
export async function startPostgres(durable = false): Promise<TestPostgres> {
  const keeper = spawn(
    process.execPath,
    [join(import.meta.dirname, 'postgresKeeper.ts'), ...(durable ? ['durable'] : [])],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      // Its own group: an interrupt at the terminal is for us; the keeper ends after us and cleans up.
      detached: true,
    },
  )
  const gone = new Promise<void>(resolve => keeper.once('exit', () => resolve()))
  const said = createInterface({ input: keeper.stdout })
  const { url, error } = await nextLine(said, gone)
  if (url === undefined) {
    throw new Error(
      `这些测试要用到真正的 PostgreSQL，而这里启动不了（${error}）；请先执行 npm install（含开发依赖），或用环境变量 TEST_DATABASE_URL 指定一个可以新建数据库的 PostgreSQL`,
    )
  }
  return {
    url,
    crash: async () => {
      keeper.stdin.write('crash\n')
      await nextLine(said, gone)
    },
    stop: async () => {
      keeper.stdin.end()
      await gone
    },
  }
}

interface Said {
  readonly url?: string
  readonly error?: string
}

function nextLine(said: Interface, gone: Promise<void>): Promise<Said> {
  const line = new Promise<Said>(resolve => said.once('line', text => resolve(JSON.parse(text) as Said)))
  return Promise.race([line, gone.then(() => ({ error: 'the keeper of the server ended' }))])
}
