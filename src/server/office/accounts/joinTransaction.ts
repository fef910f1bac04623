import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'

const current = new AsyncLocalStorage<Transaction>()

/** Calls the sign-in library inside a change's transaction: what `work` does through a `joinable` database belongs to this transaction. */
export function joinTransaction<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  return current.run(tx, work)
}

/** Wraps a database so that it can join a transaction, for a library that holds one database; outside `joinTransaction` it is that database. */
export function joinable(db: Database): Database {
  return new Proxy(db, {
    get(own, key) {
      const on = current.getStore() ?? own
      const value: unknown = Reflect.get(on, key, on)
      return typeof value === 'function' ? value.bind(on) : value
    },
  })
}
