/** Counts the commits that wrote to each table, where this process is the only one that writes. */
export class WriteCounts {
  readonly #counts = new Map<string, number>()
  #all = 0

  /** Notes a committed statement or script. */
  note(script: string): void {
    const written = script.replaceAll(LOCKS, '')
    if (!WRITES.test(written) || ALIVE.test(written)) return
    let named = false
    for (const [, table] of written.matchAll(WRITTEN)) {
      this.#counts.set(table!, (this.#counts.get(table!) ?? 0) + 1)
      named = true
    }
    if (!named) this.#all++
  }

  /** Returns a stamp that changes when one of these tables is written. */
  stampOf(tables: readonly string[]): string {
    return [this.#all, ...tables.map(table => this.#counts.get(table) ?? 0)].join(' ')
  }
}

const WRITES = /\b(insert|update|delete|truncate|merge|alter|drop|create|copy|do|call)\b/i

const LOCKS = /\bfor\s+(?:no\s+key\s+)?update\b/gi

/** When a session was last used is no news to what is remembered of it. */
const ALIVE = /^update "session" set "last_seen_at" = \$1 where /

const WRITTEN =
  /\b(?:insert\s+into|update|delete\s+from|truncate|alter\s+table)\s+(?:only\s+)?"?([a-z_]+)"?/gi

/** A database whose client counts what it writes. */
interface Counted {
  readonly $client?: { readonly writes?: WriteCounts }
}

/**
 * Keeps what a read gave until one of these tables is written; the oldest beyond `most` are dropped.
 * Reads anew each time inside a transaction, and where other processes may write (PostgreSQL).
 */
export function rememberRead<D extends object, K extends string | number, T>(
  tables: readonly string[],
  most: number,
  read: (db: D, key: K) => Promise<T>,
): (db: D, key: K) => Promise<T> {
  const kept = new WeakMap<object, Map<K, { readonly stamp: string; readonly value: Promise<T> }>>()
  return (db, key) => {
    const counted = (db as Counted).$client?.writes
    if (counted === undefined) return read(db, key)
    const stamp = counted.stampOf(tables)
    let known = kept.get(db)
    if (known === undefined) kept.set(db, (known = new Map()))
    const before = known.get(key)
    if (before?.stamp === stamp) return before.value
    const value = read(db, key)
    known.delete(key)
    known.set(key, { stamp, value })
    if (known.size > most) known.delete(known.keys().next().value!)
    value.catch(() => known.get(key)?.value === value && known.delete(key))
    return value
  }
}
