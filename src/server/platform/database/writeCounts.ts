/** Counts the commits that wrote to each table, where this process is the only one that writes. */
export class WriteCounts {
  readonly #counts = new Map<string, number>()
  readonly #underWay = new Map<string, number>()

  /** Notes a statement or script that is about to run. */
  begin(script: string): void {
    for (const table of writtenBy(script)) add(this.#underWay, table, 1)
  }

  /** Notes that it was committed, or failed. */
  end(script: string): void {
    for (const table of writtenBy(script)) {
      add(this.#underWay, table, -1)
      add(this.#counts, table, 1)
    }
  }

  /** Returns a stamp that changes when one of these tables is written. */
  stampOf(tables: readonly string[]): string {
    return [ANY, ...tables].map(table => this.#counts.get(table) ?? 0).join(' ')
  }

  /** Whether nobody is writing to these tables. */
  isQuiet(tables: readonly string[]): boolean {
    return [ANY, ...tables].every(table => (this.#underWay.get(table) ?? 0) === 0)
  }
}

/** Stands for the tables of a write that names none. */
const ANY = '*'

function writtenBy(script: string): readonly string[] {
  const written = script.replaceAll(LOCKS, '')
  if (!WRITES.test(written) || ALIVE.test(written)) return []
  const tables = [...written.matchAll(WRITTEN)].map(([, table]) => table!)
  return tables.length === 0 ? [ANY] : tables
}

function add(counts: Map<string, number>, table: string, by: number): void {
  counts.set(table, (counts.get(table) ?? 0) + by)
}

const WRITES = /\b(insert|update|delete|truncate|merge|alter|drop|create|copy|do|call)\b/i

const LOCKS = /\bfor\s+(?:no\s+key\s+)?update\b/gi

/** When a session was last used is no news to what is remembered of it. */
const ALIVE = /^update "session" set "last_seen_at" = \$1 where /

const WRITTEN =
  /\b(?:insert\s+into|update|delete\s+from|truncate|alter\s+table)\s+(?:only\s+)?"?([a-z_]+)"?/gi

/** A database or transaction whose client counts what it writes. */
interface Counted {
  readonly $client?: { readonly writes?: WriteCounts }
  readonly session?: { readonly client?: { readonly writes?: WriteCounts } }
}

interface Kept<T> {
  readonly stamp: string
  readonly value: Promise<T>
  isRead: boolean
}

/**
 * Keeps what a read gave until one of these tables is written; the oldest beyond `most` are dropped.
 * A transaction of the embedded database, which has it alone, takes part while no write to these tables
 * is under way, its own included. Where other processes may write (PostgreSQL), every read is made.
 */
export function rememberRead<D extends object, K extends string | number, T>(
  tables: readonly string[],
  most: number,
  read: (db: D, key: K) => Promise<T>,
): (db: D, key: K) => Promise<T> {
  const kept = new WeakMap<WriteCounts, Map<K, Kept<T>>>()
  return (db, key) => {
    const { $client, session } = db as Counted
    const counted = $client?.writes ?? session?.client?.writes
    if (counted === undefined) return read(db, key)
    const stamp = counted.stampOf(tables)
    let known = kept.get(counted)
    if (known === undefined) kept.set(counted, (known = new Map()))
    const before = known.get(key)
    const isWithin = $client === undefined
    if (isWithin && !counted.isQuiet(tables)) return read(db, key)
    // A read that is under way may wait for this very transaction.
    if (before?.stamp === stamp && (before.isRead || !isWithin)) return before.value
    const value = read(db, key)
    const entry = { stamp, value, isRead: false }
    known.delete(key)
    known.set(key, entry)
    if (known.size > most) known.delete(known.keys().next().value!)
    value.then(
      () => (entry.isRead = true),
      () => known.get(key)?.value === value && known.delete(key),
    )
    return value
  }
}
