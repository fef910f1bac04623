import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.ts'
import { ROOT, startServer } from './startServer.ts'

/** The day on which the demo year is looked at. */
const TODAY = '2018-12-24'

/** A real server with the demo year, and one Chromium to look at it. */
export interface Site {
  readonly address: string
  readonly browser: string
  stop(): Promise<void>
}

/** Builds the web where it is out of date, starts both, the server on a copy of the demo year. Throws with a Chinese sentence. */
export async function startSite(demo: () => Promise<string>, say: (text: string) => void): Promise<Site> {
  const path = findChromium(say)
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts/run.mjs'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) throw new Error('网页没有构建成功，浏览器测试不能进行：原因见上。')
  const server = await startServer(['--today', TODAY], await demo())
  let browser: BrowserServer | undefined
  const stop = async () => {
    await browser?.close()
    await server.stop()
  }
  try {
    browser = await chromium.launchServer({
      executablePath: path,
      args: [...CHROMIUM_FLAGS],
      host: '127.0.0.1',
    })
    return { address: server.address, browser: browser.wsEndpoint(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
