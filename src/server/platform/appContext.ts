import type { FastifyBaseLogger } from 'fastify'
import type { Day } from '../../domain/kernel/calendar.ts'
import type { Actor } from './access/actor.ts'
import type { YearState } from './access/reach.ts'
import type { OpenDatabase } from './database/openDatabase.ts'
import type { FileStore } from './files/fileStore.ts'

/** 内部环境: what main hands to every room; nothing else reads the clock, the dice or the surroundings. */
export interface AppContext {
  readonly database: OpenDatabase
  readonly db: OpenDatabase['db']
  /** 时刻, for the trail and for expiry. */
  readonly now: () => Date
  /** 办事日期, for deadlines: the day of the clock, or the one that the demo year or `--today` sets. */
  readonly today: () => Day
  readonly newId: () => string
  /** 演示方式: demo accounts are told on the sign-in page. */
  readonly demo: boolean
  readonly version: string
  readonly years: YearState
  /** 附件的字节, by their hash. */
  readonly files: FileStore
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>
}

/** 识别操作者: the account behind a request's cookies, if any. */
export type FindActor = (headers: Headers) => Promise<Actor | undefined>
