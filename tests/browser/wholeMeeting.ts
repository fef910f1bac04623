import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { ask, openSite, post, read, signInAs, visit, type Visitor } from './browse.ts'

/** A meeting as the page reads it. */
export interface Meeting {
  readonly id: string
  readonly revision: number
  readonly phase: string
  readonly agenda: readonly { readonly unit: string; readonly unitName: string }[]
}

/** The debrief component of a unit, as the year has it now. */
export async function scoreOf(visitor: Visitor, unit: string): Promise<number | undefined> {
  const { row } = await read<{
    readonly row?: {
      readonly components: readonly { readonly component: string; readonly points?: number }[]
    }
  }>(visitor, `/api/years/2018/units/${unit}/result`)
  return row?.components.find(({ component }) => component === 'debrief')?.points
}

/** Marks and casts a sheet on a phone of its own; `reloads` it at each step. */
export async function castByPhone(
  address: string,
  code: string,
  marks: readonly number[],
  reloads: boolean,
): Promise<void> {
  const { browser } = await openSite()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const reload = async () => {
    if (reloads) await page.reload()
  }
  await page.goto(`${address}/vote#${code}`)
  await page.getByRole('button', { name: '开始评价' }).waitFor()
  await reload()
  await page.getByRole('button', { name: '开始评价' }).click()
  for (const [line, mark] of marks.entries()) {
    await page.locator(`#points-${line}`).fill(String(mark))
    if (line === 3) await reload()
  }
  await page.getByRole('button', { name: '检查并投票' }).click()
  await page.getByRole('button', { name: '投票', exact: true }).click()
  await page.getByRole('heading', { name: '已投票' }).waitFor()
  await reload()
  await page.getByRole('heading', { name: '已投票' }).waitFor()
  await context.close()
}

/** Withdraws the ballots that the demo year has already, as if no meeting had been held. */
export async function withdrawBallots(folder: string): Promise<void> {
  const database = await openDatabase({ kind: 'embedded', folder: join(folder, 'database') })
  await database.run(`update fact set withdrawn_at = now(), withdrawn_by = '系统',
    revision = (select revision from cycle where year = 2018) where year = 2018 and kind = 'sheets'`)
  await database.close()
}

/** The places of these units in the ranking; `undefined` for one without. */
export async function placesOf(
  visitor: Visitor,
  units: readonly string[],
): Promise<readonly (number | undefined)[]> {
  const { rows } = await read<{
    readonly rows: readonly { readonly unit: string; readonly standing?: { readonly place: number } }[]
  }>(visitor, '/api/years/2018/ranking')
  return units.map(unit => rows.find(one => one.unit === unit)?.standing?.place)
}

/** A role that is granted. */
export interface Grant {
  readonly role: string
  readonly unit?: string
}

/** Somebody with an account just opened by the one administrator and granted its role by the other. */
export async function newcomer(
  address: string,
  username: string,
  grants: readonly Grant[],
): Promise<Visitor> {
  const opener = await signInAs('systemAdmin', 'wide', address)
  const body = { username, name: '录入员', administers: false, grants: [] }
  const { id, password } = await post<{ readonly id: string; readonly password: string }>(
    opener,
    '/api/accounts',
    body,
  )
  await opener.leave()
  const granter = await signInAs('securityAdmin', 'wide', address)
  const { account } = await read<{ readonly account: { readonly revision: number } }>(
    granter,
    `/api/accounts/${id}`,
  )
  const granted = await granter.context.request.put(`/api/accounts/${id}/grants`, {
    data: { grants, revision: account.revision },
    headers: { 'idempotency-key': randomUUID() },
  })
  if (!granted.ok()) throw new Error(await granted.text())
  await granter.leave()
  const visitor = await visit('wide', address)
  await post(visitor, '/api/session/sign-in', { username, password })
  await post(visitor, '/api/session/password', { current: password, next: 'Yanshi-2018-lu' })
  return visitor
}

/** Holds all speeches of a meeting, opens voting and closes it. */
export async function holdSpeeches(visitor: Visitor, address: string): Promise<Meeting['agenda']> {
  const step = async (move: object) => {
    const { revision } = await read<Meeting>(visitor, address)
    await ask(visitor, `POST ${address}/steps`, { move, revision })
  }
  const { agenda } = await read<Meeting>(visitor, address)
  await step({ step: 'start' })
  for (let left = agenda.length; left >= 0; left--) await step({ step: 'next' })
  await step({ step: 'openVoting' })
  await step({ step: 'closeVoting' })
  return agenda
}
