import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserServer, chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The day on which the demo year is looked at. */
const TODAY = '2018-12-24'

/** A real server with the demo year, and one Chromium to look at it. */
export interface Site {
  readonly address: string
  readonly browser: string
  stop(): Promise<void>
}

/** Builds the web where it is out of date, starts both. Throws with a Chinese sentence. */
export async function startSite(units: number, say: (text: string) => void): Promise<Site> {
  const path = findChromium(say)
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts/run.mjs'), 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) throw new Error('网页没有构建成功，浏览器测试不能进行：原因见上。')
  const folder = mkdtempSync(join(tmpdir(), 'hengping-browser-'))
  const server = spawn(
    process.execPath,
    ['src/server/main.ts', '--data', folder, '--port', '0', '--units', String(units), '--today', TODAY],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: withoutDatabase() },
  )
  let browser: BrowserServer | undefined
  const stop = async () => {
    await browser?.close()
    await end(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const address = await addressOf(server)
    browser = await chromium.launchServer({ executablePath: path, args: [...CHROMIUM_FLAGS], host: '127.0.0.1' })
    return { address, browser: browser.wsEndpoint(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function withoutDatabase(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = process.env
  return rest
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    }
    server.stdout!.on('data', listen)
    server.stderr!.on('data', (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-4000)))
    server.on('close', code => reject(new Error(`服务没有启动（${code}）：\n${said}`)))
  })
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise(resolve => server.once('close', resolve))
  server.kill('SIGTERM')
  await ended
}
