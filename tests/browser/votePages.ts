import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.ts'
import { buildVotePage } from '../../scripts/votePage.ts'
import { LONGEST_WAIT } from '../longRun.ts'
import { startVoteServer, type VoteForm, type VoteServer } from './voteServer.ts'

let pages: Promise<string> | undefined

/** Builds the voters' page alone into a folder, once. */
export function builtVotePages(): Promise<string> {
  pages ??= buildVotePage().then(files => {
    const folder = mkdtempSync(join(tmpdir(), 'hengping-vote-'))
    for (const file of files) {
      const path = join(folder, file.fileName)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, file.type === 'chunk' ? file.code : file.source)
    }
    return folder
  })
  return pages
}

/** The machine's own address in its network, which is no loopback and over http no secure context; without one, a name that leads to the loopback. */
export const hallHost =
  Object.values(networkInterfaces())
    .flat()
    .find(one => one?.family === 'IPv4' && !one.internal)?.address ?? 'hall.test'

let browser: Promise<Browser> | undefined

/** A browser of its own: it goes with the worker. */
export function voteBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: findChromium(text => process.stderr.write(`${text}\n`)),
    args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP hall.test 127.0.0.1'],
  })
  return browser
}

/** Starts a stand-in for the server that is reached by plain http, not by the loopback. */
export async function openHall(form: Omit<VoteForm, 'pages' | 'host'>): Promise<VoteServer> {
  return startVoteServer({ ...form, pages: await builtVotePages(), host: hallHost })
}

/** A phone in the hall. */
export interface VotingPhone {
  readonly page: Page
  readonly context: BrowserContext
  /** Everything that went wrong in the page. */
  readonly errors: readonly string[]
}

/** Opens a phone. `before` runs in each page before its own scripts. */
export async function takePhone(width = 390, before?: () => void): Promise<VotingPhone> {
  const context = await (
    await voteBrowser()
  ).newContext({
    viewport: { width, height: width === 320 ? 568 : 844 },
    locale: 'zh-CN',
    isMobile: true,
    hasTouch: true,
  })
  context.setDefaultTimeout(LONGEST_WAIT)
  if (before !== undefined) await context.addInitScript(before)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  return { page, context, errors }
}

/** Scans a slip. */
export async function scan({ page }: VotingPhone, hall: VoteServer, slip = 0): Promise<void> {
  await page.goto(`${hall.address}/vote#${hall.codes[slip]}`)
}

/** Marks a sheet of grades: the first three good, the others by turns, some left out. */
export async function markGrades({ page }: VotingPhone, from = 0, to = Infinity): Promise<void> {
  const cards = await page.locator('main > ol > li').all()
  for (const [at, card] of cards.entries())
    if (at >= from && at < to && at !== 5)
      await card
        .locator('.vote-grades button')
        .nth(at < 3 ? 0 : 1 + (at % 3))
        .tap()
}

/** Goes from the sheet to the receipt. */
export async function castSheet({ page }: VotingPhone): Promise<string> {
  await page.getByRole('button', { name: '检查并投票' }).tap()
  await page.getByRole('button', { name: '投票', exact: true }).tap()
  await page.getByRole('heading', { name: '已投票' }).waitFor()
  return (await page.locator('.vote-receipt').innerText()).replaceAll(/\s/g, '')
}
