import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { engineVersion } from '../documents/engineVersion.ts'
import type { Day } from '../domain/kernel/calendar.ts'
import { openAccounts } from './accounts/openAccounts.ts'
import { readSecret } from './accounts/readSecret.ts'
import { seedDemoAccounts } from './accounts/seedDemoAccounts.ts'
import { openApp } from './app.ts'
import { listen } from './listen.ts'
import { logTo } from './logTo.ts'
import { migrate } from './platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from './platform/database/openDatabase.ts'
import { serveWeb } from './platform/http/serveWeb.ts'
import type { House } from './platform/house.ts'
import { askYears } from './year/askYears.ts'
import type { Settings } from './readSettings.ts'

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
    const house = await openHouse(database, settings, surroundings)
    const accounts = openAccounts(house, { secret: readSecret(settings.data, surroundings.env['HENGPING_SECRET']) })
    if (house.demo) await seedDemoAccounts(house)
    const app = await openApp(house, accounts)
    await serveWeb(app, WEB)
    const address = await listen(app, settings.host, settings.port, settings.portFixed)
    say(`衡评已启动：${address}`)
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

async function openHouse(database: OpenDatabase, settings: Settings, { now, newId, log }: Surroundings): Promise<House> {
  return {
    database,
    db: database.db,
    now,
    today: () => settings.today ?? localDay(now()),
    newId,
    demo: false,
    version: engineVersion(),
    years: askYears(database.db),
    log: logTo(log, now),
  }
}

function localDay(at: Date): Day {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
