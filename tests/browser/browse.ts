import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { join } from 'node:path'
import { type APIResponse, type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { CHROMIUM_FLAGS } from '../../scripts/findChromium.ts'
import type { Role } from '../../src/contract/access/roles.ts'
import { roleNames } from '../../src/contract/access/roles.ts'
import { LONG, LONGEST_WAIT } from '../longRun.ts'
import { layDatabase } from '../server/layDatabase.ts'
import type { DeskRequest } from './browserSetup.ts'
import { checkPage, type PageLook } from './checkPage.ts'
import { type RunningServer, startServer } from './startServer.ts'
import { watchPage } from './watchPage.ts'

/** 视口. */
export const viewports = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

interface OpenSite {
  readonly address: string
  readonly browser: Browser
  /** the server in one file. */
  readonly program: string
}

let site: Promise<OpenSite> | undefined

/** The run's site; fails with a Chinese sentence where there can be none. */
export function openSite(): Promise<OpenSite> {
  site ??= askDesk<{ readonly address: string; readonly chromium: string; readonly program: string }>({
    want: 'site',
  }).then(async ({ chromium: executablePath, ...rest }) => ({
    ...rest,
    // It goes with the worker.
    browser: await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] }),
  }))
  return site
}

/** A server of one's own, for what would disturb the other tests: on a copy of the demo year, or on an empty database. The pages that it serves are built first. */
export async function ownServer(
  args: readonly string[],
  prepare?: (folder: string) => Promise<void>,
): Promise<RunningServer> {
  const { program } = await openSite()
  const units = args[args.indexOf('--units') + 1]
  if (!args.includes('--units'))
    return startServer(program, args, undefined, folder => layDatabase(join(folder, 'database'), 'migrated'))
  return startServer(
    program,
    args,
    (await askDesk<{ readonly folder: string }>({ want: 'demo', units: Number(units) })).folder,
    prepare,
  )
}

/** Somebody in front of a page. */
export interface Visitor {
  readonly address: string
  readonly page: Page
  readonly context: BrowserContext
  /** goes to an address of the site as a link does, and waits until it stands still; a page that is open already is loaded anew. */
  go(path: string): Promise<void>
  /** goes there as somebody who types the address: nothing is remembered of what was seen before. */
  load(path: string): Promise<void>
  settle(): Promise<void>
  /** the faults of the page as it stands, and of all that happened since the last check. */
  faults(look?: PageLook): Promise<readonly string[]>
  /** an answer of this status is meant to come, e.g. 409. */
  expect(status: number): void
  leave(): Promise<void>
}

/** A visitor who has not signed in; `at` another server than the run's. */
export async function visit(viewport: keyof typeof viewports = 'wide', at?: string): Promise<Visitor> {
  const shared = await openSite()
  const address = at ?? shared.address
  const context = await shared.browser.newContext({
    viewport: viewports[viewport],
    locale: 'zh-CN',
    // Each dialog and page would move for a third of a second, drawn frame by frame.
    reducedMotion: LONG ? 'no-preference' : 'reduce',
    baseURL: address,
  })
  context.setDefaultTimeout(LONGEST_WAIT)
  const page = await context.newPage()
  const watched = watchPage(page, address)
  const settle = async () => {
    await watched.quiet()
    // A page that is still being loaded has no heading.
    await page.locator('h1').first().waitFor()
    await page.locator('[role=status]:has-text("正在"), .ant-skeleton').first().waitFor({ state: 'detached' })
    await watched.quiet()
  }
  const load = async (path: string) => {
    await page.goto(path)
    await settle()
  }
  return {
    address,
    page,
    context,
    go: async path => {
      const { origin, pathname, search } = new URL(page.url())
      if (origin !== address || `${pathname}${search}` === path) return load(path)
      await page.evaluate(turn, path)
      await settle()
    },
    load,
    settle,
    faults: async look => {
      // A page that is just being opened has nothing on it to find fault with.
      await page.locator('h1').first().waitFor()
      return [...watched.take(), ...(await checkPage(page, look))]
    },
    expect: status => void watched.expected.add(status),
    leave: () => context.close(),
  }
}

/** Runs in the page. */
function turn(path: string): void {
  history.pushState({}, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}

const signedIn = new Map<string, ReturnType<BrowserContext['storageState']>>()

/** A visitor signed in as the demo account of a role; the session is made once and shared. */
export async function signInAs(
  role: Role,
  viewport: keyof typeof viewports = 'wide',
  at?: string,
): Promise<Visitor> {
  const visitor = await visit(viewport, at)
  await takeSession(visitor, role)
  return visitor
}

/** Signs a visitor in as the demo account of another role: cheaper than a new one, which loads every script anew. */
export async function becomeRole(visitor: Visitor, role: Role): Promise<void> {
  await visitor.page.goto('about:blank')
  await visitor.context.clearCookies()
  await takeSession(visitor, role)
}

async function takeSession(visitor: Visitor, role: Role): Promise<void> {
  const key = `${visitor.address} ${role}`
  if (!signedIn.has(key)) signedIn.set(key, signInByApi(visitor, role))
  await visitor.context.addCookies((await signedIn.get(key)!).cookies)
}

async function signInByApi({ context }: Visitor, role: Role) {
  const session = await (await context.request.get('/api/session')).json()
  const account = session.demo.find((one: { readonly roleName: string }) => one.roleName === roleNames[role])
  const answer = await context.request.post('/api/session/sign-in', {
    data: { username: account.username, password: account.password },
  })
  if (!answer.ok()) throw new Error(`sign-in as ${role}: ${await answer.text()}`)
  return context.storageState()
}

/** Signs in by the page and waits for the first desk. */
export async function signInByPage(visitor: Visitor, username: string, password: string): Promise<void> {
  await sendSignIn(visitor, username, password)
  await reachDesk(visitor)
}

async function sendSignIn({ page }: Visitor, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('口令').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** The sign-in pages have a heading of their own: wait until they are gone, or the first desk takes the address from whoever went on. */
async function reachDesk({ page, settle }: Visitor): Promise<void> {
  await page.locator('.sign-in').waitFor({ state: 'detached' })
  await page.locator('main h1').waitFor()
  await settle()
}

/** Signs in with a password that somebody else gave, and changes it. */
export async function signInFirst(
  visitor: Visitor,
  username: string,
  given: string,
  own: string,
): Promise<void> {
  const { page } = visitor
  await sendSignIn(visitor, username, given)
  await page.getByRole('heading', { name: '修改初始口令' }).waitFor()
  await page.getByLabel('现在的口令').fill(given)
  await page.getByLabel('新口令', { exact: true }).fill(own)
  await page.getByLabel('再填一次新口令').fill(own)
  await page.getByRole('button', { name: '修改口令' }).click()
  await reachDesk(visitor)
}

/** Reads past the page, as whoever is in front of it. */
export async function read<T>({ context }: Visitor, path: string): Promise<T> {
  return answerOf(await context.request.get(path))
}

/** Writes past the page, as whoever is in front of it. */
export async function post<T>({ context }: Visitor, path: string, data: object): Promise<T> {
  return answerOf(await context.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } }))
}

/** Asks by the name of a route, past the page. */
export async function ask<T>(visitor: Visitor, route: string, body?: object): Promise<T> {
  const path = route.replace(/^\w+ /, '')
  return body === undefined ? read(visitor, path) : post(visitor, path, body)
}

async function answerOf<T>(answer: APIResponse): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${await answer.text()}`)
  return answer.json()
}

async function askDesk<A>(request: DeskRequest): Promise<A> {
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(inject('siteDesk'), '127.0.0.1', () => socket.write(JSON.stringify(request)))
    socket.on('data', chunk => void (text += chunk.toString()))
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
  const answer = JSON.parse(said)
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer
}
