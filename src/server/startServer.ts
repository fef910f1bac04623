import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { roleNames } from '../contract/access/roles.ts'
import { engineVersion } from '../files/engineVersion.ts'
import { DEMO_PASSWORD } from './office/accounts/demoAccounts.ts'
import { type Accounts, createAccountsRoom } from './office/accounts/createAccountsRoom.ts'
import { type FirstAccount, createFirstAccount } from './office/accounts/createFirstAccount.ts'
import type { Hashing } from './office/accounts/hashing.ts'
import { readSecret } from './readSecret.ts'
import { openDemoAccounts, seedDemoAccounts } from './office/accounts/seedDemoAccounts.ts'
import { createApp, createPublicApp } from './app.ts'
import { readSetting } from './office/installation/installation.store.ts'
import { sweepFiles } from './office/files/sweepFiles.ts'
import { destroyPastPictures } from './rooms/meetings/paper/destroyPastPictures.ts'
import { logTo } from './logTo.ts'
import { localDay } from './platform/localDays.ts'
import { SYSTEM_ACTOR } from './platform/access/actor.ts'
import { forgetKeys, createChange } from './platform/change/change.ts'
import { keepPrivate } from './platform/database/keepPrivate.ts'
import { noteLastSeen, refuseLostRows } from './platform/database/lastSeen.ts'
import { migrate } from './platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from './platform/database/openDatabase.ts'
import { openSite } from './platform/database/openSite.ts'
import { createKeyStore } from './platform/keys/keyStore.ts'
import { createDraftStore } from './platform/drafts/draftStore.ts'
import { createFileStore } from './platform/files/createFileStore.ts'
import { serveWeb } from './platform/http/serveWeb.ts'
import type { AppContext } from './platform/appContext.ts'
import { askYears } from './year/askYears.store.ts'
import { type PublicSiteSettings, type Settings, SettingsRefused } from './readSettings.ts'
import { linkDemoInspector } from './rooms/rounds/seedDemoRounds.ts'
import { type DemoSettings, seedDemo } from './seedDemo.ts'
import type { FastifyInstance } from 'fastify'

/** The surroundings, which only main reads. */
interface Surroundings {
  readonly now: () => Date
  readonly newId: () => string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly say: (text: string) => void
  readonly log: (line: string) => void
  /** Hashing of passwords; scrypt without it. */
  readonly hashing?: Hashing
}

/** A running server. */
interface RunningServer {
  readonly address: string
  stop(): Promise<void>
}

/** Starts the server: opens and migrates the database, loads the demo year into an empty one, listens, and reports the address. */
export async function startServer(settings: Settings, surroundings: Surroundings): Promise<RunningServer> {
  const { say } = surroundings
  if (keepPrivate(settings.data)) say('数据文件夹原来对本机其他用户开放，已改为只有运行衡评的用户可以进入。')
  const database = await openDatabase(settings.database)
  try {
    await refuseLostRows(database, settings.data)
    await migrate(database)
    const { context, accounts, first } = await takeTurns(database, () =>
      prepare(database, settings, surroundings),
    )
    await database.settle?.()
    await noteLastSeen(database, settings.data)
    const app = await createApp(context, accounts, settings.proxies)
    await serveWeb(app, WEB)
    const address = await listen(app, settings.host, settings.port, settings.portFixed)
    const site =
      settings.publicSite && (await startPublicSite(database, context, settings, settings.publicSite))
    await reportStart(say, context, address)
    if (site !== undefined) say(`公示页另在 ${site.address}/public，这个端口只供公示页。`)
    if (first !== undefined) reportFirst(say, first)
    return {
      address,
      stop: async () => {
        await site?.stop()
        await app.close()
        await noteLastSeen(database, settings.data).finally(() => database.close())
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Serves the public site on a port of its own, on PostgreSQL as a role of its own if one is set. */
async function startPublicSite(
  database: OpenDatabase,
  context: AppContext,
  { host, proxies }: Settings,
  { port, databaseUrl }: PublicSiteSettings,
): Promise<RunningServer> {
  const own = databaseUrl === undefined ? undefined : await openSite(database, databaseUrl)
  const seen = own ?? database
  const app = await createPublicApp({ ...context, database: seen, db: seen.db }, proxies)
  const stop = async () => {
    await app.close()
    await own?.close()
  }
  return {
    address: await listen(app, host, port, true).catch(async error => (await stop(), Promise.reject(error))),
    stop,
  }
}

const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Makes processes that start together on one database server take turns for their first steps; the embedded database has one process anyway. */
async function takeTurns<T>({ kind, db }: OpenDatabase, work: () => Promise<T>): Promise<T> {
  if (kind !== 'server') return work()
  return db.transaction(async tx => {
    await tx.execute(sql`select pg_advisory_xact_lock(4736002)`)
    return work()
  })
}

async function prepare(
  database: OpenDatabase,
  settings: Settings,
  surroundings: Surroundings,
): Promise<{ context: AppContext; accounts: Accounts; first: FirstAccount | undefined }> {
  const context = await createAppContext(database, settings, surroundings)
  const accounts = createAccountsRoom(context, {
    secret: readSecret(settings.data, surroundings.env['HENGPING_SECRET']),
    hashing: surroundings.hashing,
  })
  if (context.demo) await seedDemoAccounts(context, surroundings.hashing)
  if (context.demo) await linkDemoInspector(context)
  const first = context.demo ? undefined : await createFirstAccount(context)
  await accounts.tidy()
  await forgetKeys(context)
  await sweepFiles(context).catch(error => context.log.error({ err: error }, 'the sweep of files failed'))
  await destroyPastPictures(context)
  await noteStart(context)
  return { context, accounts, first }
}

/** Creates the app context, with the demo year if the database is empty and `--empty` was not given. */
async function createAppContext(
  database: OpenDatabase,
  settings: Settings,
  { now, newId, log, say }: Surroundings,
): Promise<AppContext> {
  const context: AppContext = {
    database,
    db: database.db,
    now,
    today: () => settings.today ?? localDay(now()),
    newId,
    demo: false,
    version: engineVersion(),
    publicAddress: settings.publicAddress,
    years: askYears(database.db),
    files: createFileStore(settings.files),
    keys: createKeyStore(settings.data),
    checkerPage: () => readFile(`${WEB}/verify.html`).catch(() => undefined),
    drafts: createDraftStore(settings.data),
    log: logTo(log, now),
  }
  if (!settings.empty && (await isEmpty(context))) {
    say(`正在装入演示年度（${settings.units}个单位）……`)
    await seedDemo(context, settings.units)
  }
  const demo = (await readSetting(database.db, 'demo'))?.value as DemoSettings | undefined
  return demo === undefined ? context : { ...context, demo: true, today: () => settings.today ?? demo.today }
}

async function noteStart(context: AppContext): Promise<void> {
  const values = {
    version: context.version,
    database: context.database.kind === 'server' ? 'PostgreSQL 服务器' : '内置数据库',
  }
  await createChange(
    context,
    SYSTEM_ACTOR,
  )(async () => ({ answer: null, events: [{ kind: 'serverStarted', values }] }))
}

async function isEmpty({ db }: AppContext): Promise<boolean> {
  const { rows } = await db.execute<{ empty: boolean }>(sql`select not exists (select from trail) as empty`)
  return rows[0]!.empty
}

async function reportStart(
  say: Surroundings['say'],
  { demo, db }: AppContext,
  address: string,
): Promise<void> {
  say(`衡评已启动，请用浏览器打开：${address}`)
  if (!demo) return
  say(`演示账号（口令都是 ${DEMO_PASSWORD}）：`)
  for (const { username, role, name } of await openDemoAccounts(db))
    say(`  ${username.padEnd(10)}${roleNames[role]}（${name}）`)
  say('空库启动（正式使用）：npm start -- --empty --data <文件夹>')
}

/** Prints the first account's password once; it is stored nowhere. */
function reportFirst(say: Surroundings['say'], { username, password }: FirstAccount): void {
  say(`首个账号（系统管理员）：用户名 ${username}，一次性口令 ${password}`)
  say('这个口令只显示这一次，首次登录须改；登录后在“账号”中开设安全管理员、审计管理员和组织考核者的账号。')
}

/** Listens on the requested port, or on the first free one of the ten starting there. Returns the address to open. */
async function listen(app: FastifyInstance, host: string, port: number, fixed: boolean): Promise<string> {
  for (let at = port; ; at++) {
    try {
      return await app.listen({ host, port: at })
    } catch (error) {
      const { code } = error as { readonly code?: string }
      if (code === 'EADDRINUSE' && !fixed && at < port + 9) continue
      throw new SettingsRefused(sentenceOf(code, host, at), { cause: error })
    }
  }
}

function sentenceOf(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被别的程序占用；请用 --port 换一个端口，或先关闭占用它的程序`
  if (code === 'EACCES') return `没有权限监听端口 ${port}；请用 --port 换一个 1024 以上的端口`
  return `不能在 ${host}:${port} 上监听（${code ?? '原因不明'}）；请检查 --host 和 --port`
}
