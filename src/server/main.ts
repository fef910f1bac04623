import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { useTimeZone } from '../files/officeTimeZone.ts'
import { SettingsRefused, readSettings, USAGE } from './readSettings.ts'
import { formatInstant } from './platform/formatInstant.ts'
import { DatabaseRefused } from './platform/database/databaseRefused.ts'
import { startServer } from './startServer.ts'

// What the server writes is for its own user alone.
process.umask(0o077)

// The one place of the server that reads the arguments, the environment and the clock.
try {
  const settings = readSettings(process.argv.slice(2), process.env)
  if (settings === undefined) process.stdout.write(`${USAGE}\n`)
  else await run(settings)
} catch (error) {
  if (!(error instanceof SettingsRefused || error instanceof DatabaseRefused)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

/** Opens the log: data/log, or the terminal where a service manager collects it. */
function openLog(data: string): (line: string) => void {
  if (process.env['HENGPING_LOG'] === 'stderr') return line => void process.stderr.write(`${line}\n`)
  mkdirSync(join(data, 'log'), { recursive: true })
  const file = createWriteStream(join(data, 'log', 'hengping.log'), { flags: 'a' })
  // A full disk must not end the server over its log.
  file.on('error', () => {})
  return line => void file.write(`${line}\n`)
}

async function run(settings: NonNullable<ReturnType<typeof readSettings>>): Promise<void> {
  const office = useTimeZone(process.env, settings.timeZone)
  if ('wrong' in office) throw new SettingsRefused(office.wrong)
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  const running = await startServer(settings, {
    now: () => new Date(),
    newId: randomUUID,
    env: process.env,
    say,
    log: openLog(settings.data),
  })
  say(`办公时区 ${office.zone}，现在是${formatInstant(new Date().toISOString())}。`)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      say('正在停止：等进行中的请求做完……')
      // A connection that never ends must not keep the server up.
      setTimeout(() => process.exit(1), 10_000).unref()
      void running.stop().then(() => process.exit(0))
    })
  }
}
