import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { sql } from 'drizzle-orm'
import type { Hashing } from '../../src/server/office/accounts/hashing.ts'
import { createAccountsRoom } from '../../src/server/office/accounts/createAccountsRoom.ts'
import { makeAccount } from '../../src/server/office/accounts/makeAccount.ts'
import { createApp } from '../../src/server/app.ts'
import type { Grant } from '../../src/server/platform/access/actor.ts'
import { SYSTEM_ACTOR } from '../../src/server/platform/access/actor.ts'
import { createChange } from '../../src/server/platform/change/change.ts'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import type { AppContext } from '../../src/server/platform/appContext.ts'
import { askYears } from '../../src/server/year/askYears.store.ts'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'
import type { FileStore } from '../../src/server/platform/files/fileStore.ts'
import { memoryFiles } from './memoryFiles.ts'
import { memoryDrafts } from './memoryDrafts.ts'
import { memoryKeys } from './memoryKeys.ts'

/** The password of every account that a test makes. */
export const PASSWORD = 'Ceshi-2018-kl'

/** What a request came to. */
export interface Said {
  readonly status: number
  readonly body: Record<string, unknown> & { readonly code?: string; readonly message?: string }
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  /** the bytes of a file. */
  readonly raw: Buffer
}

/** Somebody at a browser: keeps the cookies, names each act by a key of its own. */
export interface Visitor {
  cookie: string
  ask(
    route: string,
    input?: { body?: unknown; key?: string; headers?: Record<string, string> },
  ): Promise<Said>
  signIn(username: string, password?: string, code?: string): Promise<Said>
}

/** An office on a test database, with a clock to be moved. */
export interface Office {
  readonly context: AppContext
  readonly app: FastifyInstance
  forward(minutes: number): void
  visitor(): Visitor
  /** an account with its roles, signed in. */
  someone(username: string, grants: readonly Grant[]): Promise<Visitor & { readonly id: string }>
  account(
    username: string,
    grants: readonly Grant[],
    extra?: { readonly administers?: boolean; readonly mustChangePassword?: boolean },
  ): Promise<string>
  /** the kinds of the trail's lines, from the first. */
  trail(): Promise<
    readonly {
      readonly kind: string
      readonly actor_name: string
      readonly values: Record<string, unknown>
    }[]
  >
  close(): Promise<void>
}

/** As the real one, but quick: some tests are about other things than how slow it is. */
export const quickHashing: Hashing = {
  hash: async password => createHash('sha256').update(password).digest('hex'),
  verify: async ({ hash, password }) => hash === (await quickHashing.hash(password)),
}

/** Opens an office: real rooms on one server, no port. */
export async function openOffice(
  database: OpenDatabase,
  {
    demo = false,
    hashing = quickHashing,
    files,
  }: { readonly demo?: boolean; readonly hashing?: Hashing; readonly files?: FileStore } = {},
): Promise<Office> {
  let moved = 0
  const faults: unknown[] = []
  const context: AppContext = {
    database,
    db: database.db,
    now: () => new Date(Date.now() + moved),
    today: () => '2018-12-24',
    newId: randomUUID,
    demo,
    version: '0',
    years: askYears(database.db),
    files: files ?? memoryFiles(),
    keys: memoryKeys(),
    checkerPage: async () => Buffer.from('<!doctype html>'),
    drafts: memoryDrafts(),
    log: { info: () => {}, warn: () => {}, error: (...said: unknown[]) => void faults.push(said) },
  }
  const accounts = createAccountsRoom(context, {
    secret: 'a secret of forty characters for the test',
    hashing,
  })
  const app = await createApp(context, accounts)
  const office: Office = {
    context,
    app,
    forward: minutes => void (moved += minutes * 60_000),
    visitor: () => visit(app, faults),
    async someone(username, grants) {
      const id = await office.account(username, grants)
      const visitor = office.visitor()
      const { status, text } = await visitor.signIn(username)
      if (status !== 200) throw new Error(`${username} cannot sign in: ${text}`)
      return Object.assign(visitor, { id })
    },
    async account(username, grants, extra) {
      const account = {
        username,
        name: username,
        grants,
        hash: await hashing.hash(PASSWORD),
        mustChangePassword: false,
        ...extra,
      }
      const made = await createChange(
        context,
        SYSTEM_ACTOR,
      )(tx => makeAccount(context, tx, SYSTEM_ACTOR, account))
      if (isRefusal(made)) throw new Error(JSON.stringify(made))
      return made.id
    },
    trail: async () =>
      (await database.db.execute(sql`select kind, actor_name, values from trail order by seq`)).rows as never,
    close: () => app.close(),
  }
  return office
}

/** The cookies of a browser after one more was set. */
function withCookie(cookies: string, set: string): string {
  const pair = set.split(';')[0]!
  const name = pair.slice(0, pair.indexOf('=') + 1)
  const others = cookies.split('; ').filter(each => each !== '' && !each.startsWith(name))
  return (set.includes('Max-Age=0') ? others : [pair, ...others]).join('; ')
}

function visit(app: FastifyInstance, faults: unknown[]): Visitor {
  const visitor: Visitor = {
    cookie: '',
    async ask(route, { body, key = randomUUID(), headers = {} } = {}) {
      const [method, url] = route.split(' ') as [string, string]
      const said = {
        ...headers,
        ...(visitor.cookie === '' ? {} : { cookie: visitor.cookie }),
        'idempotency-key': key,
      }
      const options = {
        method,
        url,
        headers: said,
        payload: body,
      } as InjectOptions
      const answer = await app.inject(options)
      if (answer.statusCode >= 500)
        throw new Error(
          `${route}: ${answer.body} ${String(JSON.stringify(faults.at(-1)))} ${String((faults.at(-1) as [{ err?: Error }])?.[0]?.err?.stack)} ${String((faults.at(-1) as [{ err?: Error }])?.[0]?.err?.cause)}`,
        )
      for (const set of [answer.headers['set-cookie'] ?? []].flat())
        visitor.cookie = withCookie(visitor.cookie, set)
      const json = String(answer.headers['content-type']).startsWith('application/json')
      return {
        status: answer.statusCode,
        body: json ? answer.json() : {},
        headers: answer.headers,
        text: answer.body,
        raw: answer.rawPayload,
      }
    },
    signIn: (username, password = PASSWORD, code) =>
      visitor.ask('POST /api/session/sign-in', {
        body: { username, password, code },
      }),
  }
  return visitor
}
