import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'

const current = new AsyncLocalStorage<Transaction>()

/** 在变更的事务中调用登录库: what `work` does through a `joinable` database belongs to this transaction. */
export function joinTransaction<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  return current.run(tx, work)
}

/** 可加入事务的数据库: for a library that keeps hold of one database; outside of `joinTransaction` it is that database. */
export function joinable(db: Database): Database {
  return new Proxy(db, {
    get(own, key) {
      const on = current.getStore() ?? own
      const value: unknown = Reflect.get(on, key, on)
      return typeof value === 'function' ? value.bind(on) : value
    },
  })
}
