import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { roleNames } from '../contract/access/roles.ts'
import { engineVersion } from '../files/engineVersion.ts'
import type { Day } from '../domain/kernel/calendar.ts'
import { DEMO_PASSWORD, demoAccounts } from './office/accounts/demoAccounts.ts'
import { type Accounts, openAccounts } from './office/accounts/openAccounts.ts'
import { type FirstAccount, openFirstAccount } from './office/accounts/openFirstAccount.ts'
import { readSecret } from './office/accounts/readSecret.ts'
import { seedDemoAccounts } from './office/accounts/seedDemoAccounts.ts'
import { openApp } from './app.ts'
import { readSetting } from './office/installation/installation.store.ts'
import { sweepFiles } from './office/files/sweepFiles.ts'
import { listen } from './listen.ts'
import { logTo } from './logTo.ts'
import { SYSTEM_ACTOR } from './platform/access/actor.ts'
import { forgetKeys, openChange } from './platform/change/change.ts'
import { migrate } from './platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from './platform/database/openDatabase.ts'
import { openFiles } from './platform/files/openFiles.ts'
import { serveWeb } from './platform/http/serveWeb.ts'
import type { House } from './platform/house.ts'
import { askYears } from './year/askYears.ts'
import type { Settings } from './readSettings.ts'
import { linkDemoInspector } from './rooms/rounds/seedDemoRounds.ts'
import { type DemoSettings, seedDemo } from './seedDemo.ts'

/** 外界: what main alone reads. */
export interface Surroundings {
  readonly now: () => Date
  readonly newId: () => string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly say: (text: string) => void
  readonly log: (line: string) => void
}

/** 运行中的服务. */
export interface RunningServer {
  readonly address: string
  stop(): Promise<void>
}

/** 启动服务: opens and updates the database, loads the demo year into an empty one, listens, and says where. */
export async function startServer(settings: Settings, surroundings: Surroundings): Promise<RunningServer> {
  const { say } = surroundings
  await mkdir(settings.data, { recursive: true })
  const database = await openDatabase(settings.database)
  try {
    await migrate(database)
    const { house, accounts, first } = await takeTurns(database, () =>
      prepare(database, settings, surroundings),
    )
    const app = await openApp(house, accounts)
    await serveWeb(app, WEB)
    const address = await listen(app, settings.host, settings.port, settings.portFixed)
    tellStart(say, house, address)
    if (first !== undefined) tellFirst(say, first)
    return {
      address,
      stop: async () => {
        await app.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Processes that start together on one server do their first steps one after another; the embedded database has one process anyway. */
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
): Promise<{ house: House; accounts: Accounts; first: FirstAccount | undefined }> {
  const house = await openHouse(database, settings, surroundings)
  const accounts = openAccounts(house, {
    secret: readSecret(settings.data, surroundings.env['HENGPING_SECRET']),
  })
  if (house.demo) await seedDemoAccounts(house)
  if (house.demo) await linkDemoInspector(house)
  const first = house.demo ? undefined : await openFirstAccount(house)
  await accounts.tidy()
  await forgetKeys(house)
  await sweepFiles(house).catch(error => house.log.error({ err: error }, 'the sweep of files failed'))
  await noteStart(house)
  return { house, accounts, first }
}

/** The house, with the demo year in it where the database is empty and `--empty` was not said. */
async function openHouse(
  database: OpenDatabase,
  settings: Settings,
  { now, newId, log, say }: Surroundings,
): Promise<House> {
  const house: House = {
    database,
    db: database.db,
    now,
    today: () => settings.today ?? localDay(now()),
    newId,
    demo: false,
    version: engineVersion(),
    years: askYears(database.db),
    files: openFiles(settings.files),
    log: logTo(log, now),
  }
  if (!settings.empty && (await isEmpty(house))) {
    say(`正在装入演示年度（${settings.units}个单位）……`)
    await seedDemo(house, settings.units)
  }
  const demo = (await readSetting(database.db, 'demo'))?.value as DemoSettings | undefined
  return demo === undefined ? house : { ...house, demo: true, today: () => settings.today ?? demo.today }
}

async function noteStart(house: House): Promise<void> {
  const values = {
    version: house.version,
    database: house.database.kind === 'server' ? 'PostgreSQL 服务器' : '内置数据库',
  }
  await openChange(
    house,
    SYSTEM_ACTOR,
  )(async () => ({ answer: null, events: [{ kind: 'serverStarted', values }] }))
}

async function isEmpty({ db }: House): Promise<boolean> {
  const { rows } = await db.execute<{ empty: boolean }>(sql`select not exists (select from trail) as empty`)
  return rows[0]!.empty
}

function tellStart(say: Surroundings['say'], { demo }: House, address: string): void {
  say(`衡评已启动，请用浏览器打开：${address}`)
  if (!demo) return
  say(`演示账号（口令都是 ${DEMO_PASSWORD}）：`)
  for (const { username, role, name } of demoAccounts)
    say(`  ${username.padEnd(10)}${roleNames[role]}（${name}）`)
  say('空库启动（正式使用）：npm start -- --empty --data <文件夹>')
}

/** Printed once: it is kept nowhere. */
function tellFirst(say: Surroundings['say'], { username, password }: FirstAccount): void {
  say(`首个账号（系统管理员）：用户名 ${username}，一次性口令 ${password}`)
  say('这个口令只显示这一次，首次登录须改；登录后在“账号”中开设安全管理员、审计管理员和组织考核者的账号。')
}

function localDay(at: Date): Day {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
