import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findChromium } from '../../scripts/findChromium.ts'
import { ROOT, startServer } from './startServer.ts'

/** The day on which the demo year is looked at. */
const TODAY = '2018-12-24'

/** A real server with the demo year, and the Chromium to look at it with. */
export interface Site {
  readonly address: string
  /** the path of the Chromium. */
  readonly chromium: string
  stop(): Promise<void>
}

/** Finds a Chromium, builds the web where it is out of date, starts a server on a copy of the demo year. Throws with a Chinese sentence. */
export async function startSite(
  program: string,
  demo: () => Promise<string>,
  say: (text: string) => void,
): Promise<Site> {
  const path = findChromium(say)
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts/run.mjs'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) throw new Error('网页没有构建成功，浏览器测试不能进行：原因见上。')
  const server = await startServer(program, ['--today', TODAY], await demo())
  return { address: server.address, chromium: path, stop: () => server.stop() }
}
