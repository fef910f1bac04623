import type { FastifyBaseLogger } from 'fastify'
import type { Day } from '../../domain/kernel/calendar.ts'
import type { Actor } from './access/actor.ts'
import type { YearState } from './access/reach.ts'
import type { OpenDatabase } from './database/openDatabase.ts'
import type { DraftStore } from './drafts/draftStore.ts'
import type { KeyStore } from './keys/keyStore.ts'
import type { FileStore } from './files/fileStore.ts'

/** The app context, which main hands to every room; nothing else reads the clock, random numbers or the environment. */
export interface AppContext {
  readonly database: OpenDatabase
  readonly db: OpenDatabase['db']
  /** the present instant, for the trail and for expiry. */
  readonly now: () => Date
  /** the business day, for deadlines: the clock's day, or the one set by the demo year or `--today`. */
  readonly today: () => Day
  readonly newId: () => string
  /** demonstration mode: demo accounts are shown on the sign-in page. */
  readonly demo: boolean
  readonly version: string
  /** where readers reach the public site, if set. */
  readonly publicAddress?: string | undefined
  readonly years: YearState
  /** attachment bytes by their hash. */
  readonly files: FileStore
  /** keys kept outside the database. */
  readonly keys: KeyStore
  /** the page that checks a case file (核验页), as built; none where the web was not built. */
  readonly checkerPage: () => Promise<Uint8Array | undefined>
  /** what is overwritten every few seconds, kept outside the database. */
  readonly drafts: DraftStore
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>
}

/** Finds the actor: the account behind a request's cookies, if any. */
export type FindActor = (headers: Headers) => Promise<Actor | undefined>
