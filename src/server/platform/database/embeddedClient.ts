import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { EmbeddedCrashed } from './embeddedCrashed.ts'
import { yieldToEventLoop } from '../yieldToEventLoop.ts'
import type { Started } from './startPglite.ts'
import { WriteCounts } from './writeCounts.ts'

/** After so long without a turn of the event loop, others are let in: PGlite answers without returning to it, so that many short statements hold them up like a long one. */
const LONG_MS = 20

/** The least interval between attempts to restart after a crash. */
const PAUSE_MS = 2_000

type Query = PGlite['query']

/**
 * The connection to the embedded database: the part of PGlite that drizzle uses. If PostgreSQL ends
 * itself (on a full disk, say), the caller gets the error, and the next caller gets a database restarted
 * from disk with everything that was committed and nothing else.
 */
export class EmbeddedClient {
  /** what was committed through this connection, the only one to its database. */
  readonly writes = new WriteCounts()
  readonly #start: () => Promise<Started>
  #current: Promise<Started>
  #closed = false
  #again: NodeJS.Timeout | undefined

  private constructor(start: () => Promise<Started>, first: Started) {
    this.#start = start
    this.#current = Promise.resolve(first)
  }

  static async open(start: () => Promise<Started>): Promise<EmbeddedClient> {
    return new EmbeddedClient(start, await start())
  }

  query(...words: Parameters<Query>): ReturnType<Query> {
    return this.#noting([words[0]], () => breathing(() => this.#use(client => client.query(...words))))
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const scripts: string[] = []
    return this.#noting(scripts, () =>
      this.#use(client => client.transaction(tx => work(listening(tx, scripts, this.writes)))),
    )
  }

  /** runs several statements, outside a transaction. */
  exec(script: string): ReturnType<PGlite['exec']> {
    return this.#noting([script], () => breathing(() => this.#use(client => client.exec(script))))
  }

  /** Counts the writes when they are done, also where it is not sure that they failed; until then they are under way. */
  async #noting<T>(scripts: readonly string[], work: () => Promise<T>): Promise<T> {
    for (const script of scripts) this.writes.begin(script)
    try {
      return await work()
    } finally {
      for (const script of scripts) this.writes.end(script)
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#again)
    const started = await this.#current.catch(() => undefined)
    if (started === undefined) return
    if (started.crash() === undefined) await started.client.close()
    else letGo(started.client)
  }

  async #use<T>(work: (client: PGlite) => Promise<T>): Promise<T> {
    const { client, crash } = await this.#current
    try {
      return await work(client)
    } catch (error) {
      const reason = crash()
      if (reason === undefined || this.#closed) throw error
      await this.#startAnew(client, reason)
      throw reason
    }
  }

  /** Restarts the database: the first caller after the crash does it; concurrent callers only learn of it. */
  async #startAnew(crashed: PGlite, reason: EmbeddedCrashed): Promise<void> {
    const before = this.#current
    if ((await before).client !== crashed || this.#current !== before) return
    letGo(crashed)
    this.#current = this.#retry(reason)
    this.#current.catch(() => {})
  }

  async #retry(reason: EmbeddedCrashed): Promise<Started> {
    try {
      return await this.#start()
    } catch {
      this.#again = setTimeout(() => {
        this.#current = this.#retry(reason)
        this.#current.catch(() => {})
      }, PAUSE_MS).unref()
      throw reason
    }
  }
}

/** When a statement last let others in. */
let turned = 0

async function breathing<T>(work: () => Promise<T>): Promise<T> {
  const answer = await work()
  if (performance.now() - turned > LONG_MS) {
    await yieldToEventLoop()
    turned = performance.now()
  }
  return answer
}

/** The transaction, with each script that it is given under way and kept in a list. */
function listening(tx: Transaction, scripts: string[], writes: WriteCounts): Transaction {
  const listen = (script: string) => {
    scripts.push(script)
    writes.begin(script)
  }
  const query: Transaction['query'] = (script, ...rest) => {
    listen(script)
    return breathing(() => tx.query(script, ...rest))
  }
  const exec: Transaction['exec'] = (script, ...rest) => {
    listen(script)
    return breathing(() => tx.exec(script, ...rest))
  }
  return Object.assign(Object.create(tx) as Transaction, { query, exec, writes })
}

/** Closes its open files; its memory is freed by itself. */
function letGo(client: PGlite): void {
  client.Module.FS.quit()
}
