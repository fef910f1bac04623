import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import { isDatabaseAway } from './isDatabaseAway.ts'
import type { Database, DatabaseSettings, OpenDatabase, RunScript } from './openDatabase.ts'

const LEAST_VERSION = 140_000
const CONNECT_WITHIN_MS = 5_000
const INT8 = 20

// int8 as PGlite gives it: a number where that is exact. drizzle reads this table and takes no other.
pg.types.setTypeParser(INT8, text => {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
})

/** Opens a database on a PostgreSQL server. Lost connections are replaced; work in progress fails with an error that `isDatabaseAway` recognises. */
export async function openServer(
  settings: Extract<DatabaseSettings, { readonly kind: 'server' }>,
): Promise<OpenDatabase> {
  const address = addressOf(settings.url)
  const pool = new pg.Pool({ ...connection(settings.url), max: settings.poolSize ?? 10, onConnect: prepare })
  // A connection lost while idle, or while in use, is told to whoever asks next; without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  try {
    await refuseOldVersion(pool)
  } catch (error) {
    await pool.end()
    if (error instanceof DatabaseRefused) throw error
    throw new DatabaseRefused(refuse('databaseUnreachable', { address, reason: reasonOf(error) }), error)
  }
  const script = <T>(work: (run: RunScript) => Promise<T>): Promise<T> =>
    runScript(settings.ownerUrl ?? settings.url, work)
  return {
    kind: 'server',
    db: withOwnTransactions(pool),
    script,
    run: sql => script(async run => void (await run(sql))),
    close: async () => {
      if (!pool.ended) await pool.end()
    },
  }
}

/**
 * Returns every connection to the pool in any case. drizzle begins a transaction before its own
 * `finally`: each connection lost in between would cost the pool a place until the server is restarted.
 */
function withOwnTransactions(pool: pg.Pool): Database {
  const db = drizzle(pool) as unknown as Database
  db.transaction = async (work, config) => {
    const client = await pool.connect()
    let failure: unknown
    try {
      const single = drizzle(client) as unknown as Database
      return await single.transaction(
        tx => work(tx).catch(error => Promise.reject((failure = error))),
        config,
      )
    } catch (error) {
      const first = failure ?? error
      failure = error
      // The first error says what went wrong; the rollback of a lost connection fails after it.
      throw first
    } finally {
      client.release(isDatabaseAway(failure))
    }
  }
  return db
}

function connection(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    application_name: 'hengping',
  }
}

/** Prepares a connection: the same output as the embedded database, and time limits so that a hanging client holds no lock for long. */
async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query(
    "set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set idle_in_transaction_session_timeout = '5min'",
  )
}

async function refuseOldVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  )
  const { number, name } = rows[0]!
  if (Number(number) < LEAST_VERSION)
    throw new DatabaseRefused(refuse('databaseTooOld', { found: name, least: '14' }))
}

async function runScript<T>(url: string, work: (run: RunScript) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection(url))
  client.on('error', () => {})
  try {
    await client.connect()
    await prepare(client)
    await client.query('begin')
    const done = await work(async sql => rowsOf(await client.query(sql)))
    await client.query('commit')
    return done
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end()
  }
}

/** Returns the rows of the last result; several statements give several results. */
function rowsOf(
  result: pg.QueryResult | readonly pg.QueryResult[],
): readonly Readonly<Record<string, unknown>>[] {
  const last = Array.isArray(result)
    ? (result.at(-1) as pg.QueryResult | undefined)
    : (result as pg.QueryResult)
  return (last?.rows ?? []) as Readonly<Record<string, unknown>>[]
}

/** Host, port and database, without user and password. */
function addressOf(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol)) return `${host}${pathname}`
  } catch {}
  throw new DatabaseRefused(refuse('databaseAddressWrong', {}))
}

function reasonOf(error: unknown): string {
  const { code, message, errors } = error as {
    readonly code?: string
    readonly message?: string
    readonly errors?: readonly Error[]
  }
  return (code !== undefined ? reasons[code] : undefined) ?? (message || errors?.[0]?.message || '原因不详')
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: '拒绝连接',
  ENOTFOUND: '找不到主机',
  ETIMEDOUT: '连接超时',
  '28P01': '用户名或密码不对',
  '28000': '该用户不能从本机登录',
  '3D000': '没有这个数据库',
  '53300': '连接数已满',
}
