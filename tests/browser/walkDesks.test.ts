import type { Page } from 'playwright-core'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Role, roleNames } from '../../src/contract/access/roles.ts'
import { desks } from '../../src/web/shell/desks.ts'
import { LONG } from '../longRun.ts'
import { becomeRole, read, signInAs, visit, type Visitor, type viewports } from './browse.ts'
import { heldMeeting } from './heldMeeting.ts'
import { nextYearDraft } from './nextYearDraft.ts'
import { standingSurveys } from './standingSurveys.ts'
import { deskAt } from '../../src/web/shell/visibleDesks.ts'
import { menuAddresses, pagesBelow } from './pagesOf.ts'

/** `npm run screens`: a picture of each page, to be looked at by people. */
const PICTURES = process.env['HENGPING_SCREENS']

const roles = Object.keys(roleNames) as Role[]

/** Who works on phones, where every target is large enough for a finger. */
const ON_PHONES: readonly Role[] = ['unit', 'leadUnit', 'inspector', 'secretary']

type Size = keyof typeof viewports

/** In the long run and with pictures everybody looks at everything; else at what nobody saw before them. */
const ALL = LONG || PICTURES !== undefined

/** Who comes first at each size: who sees most, and who works on phones. */
const FIRST: { readonly [S in Size]: readonly Role[] } = { wide: ['committee'], phone: ON_PHONES }

/** Pages looked at, by size: with axe once each, wide; on a phone in the long run only, since it finds there what it found before. */
const lookedAt = new Set<string>()

/** Pages looked at on a phone: those of who works on phones; in the long run all. */
const onPhones = new Set(ALL ? desks.map(({ path }) => path) : [])

/** Pages that are there only once a year is sealed, which the run's site is not: `documents.test.ts` looks at them, at both sizes. */
const AFTER_SEAL: readonly string[] = ['$year/documents/$document']

/** What each role came upon by links, one address a page: found once, at the first size. */
const found = new Map<Role, readonly string[]>()

/** Pages that only another of several meetings or reports leads to: the meeting whose paper sheets are being entered, the one whose slips are printed, the report that nobody has written yet. */
let ofOthers: readonly string[] = []

/** The supervisor's page of a survey. */
let ofSurveyor: readonly string[] = []

beforeAll(async () => {
  const visitor = await signInAs('committee')
  await nextYearDraft(visitor)
  const { meetings } = await read<{
    readonly meetings: readonly { readonly id: string; readonly phase: string; readonly convenes: boolean }[]
  }>(visitor, '/api/years/2018/meetings')
  const closed = meetings.find(one => one.phase === 'closed' && one.convenes)!
  await visitor.go(`/2018/debriefs/${closed.id}/paper`)
  const planned = meetings.find(one => one.phase === 'planned' && one.convenes)!
  const { reports } = await read<{ readonly reports: readonly { unit: string; state: string }[] }>(
    visitor,
    '/api/years/2018/reports',
  )
  const unwritten = reports.find(one => one.state === 'absent')!
  const surveys = await standingSurveys(visitor)
  ofSurveyor = surveys.surveyor
  ofOthers = [
    ...surveys.all,
    ...(await pagesBelow(visitor.page)),
    `/2018/debriefs/${planned.id}/slips`,
    `/2018/debriefs/${planned.id}/network`,
    `/2018/reports/${unwritten.unit}/takeIn`,
  ]
  await visitor.leave()
  const lead = await signInAs('leadUnit')
  await heldMeeting(lead)
  await lead.leave()
})

describe.each(['wide', 'phone'] as const)('every desk, %s', size => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await visit(size)
  })
  afterAll(() => visitor.leave())

  test.each([...FIRST[size], ...roles.filter(role => !FIRST[size].includes(role))])('of %s', async role => {
    if (size === 'phone' && ON_PHONES.includes(role))
      for (const address of found.get(role) ?? []) onPhones.add(deskAt(address)!.path)
    if (found.get(role)?.every(address => !isLeft(deskAt(address)!.path, size))) return
    await becomeRole(visitor, role)
    expect(await walk(visitor, role, size)).toEqual([])
  })

  test('every desk was visited by somebody', () => {
    const paths = desks
      .map(({ path }) => path)
      .filter(path => !AFTER_SEAL.includes(path) && (size === 'wide' || onPhones.has(path)))
    expect(paths.filter(path => !lookedAt.has(`${size} ${path}`))).toEqual([])
  })
})

/** Whether a page is still to be looked at. */
const isLeft = (page: string, size: Size): boolean =>
  ALL || ((size === 'wide' || onPhones.has(page)) && !lookedAt.has(`${size} ${page}`))

/** Whether pages below this one are. */
const leadsOn = (page: string, size: Size): boolean =>
  desks.some(({ path, under }) => under === page && isLeft(path, size))

async function walk(visitor: Visitor, role: Role, size: Size): Promise<readonly string[]> {
  await visitor.load('/')
  const faults: string[] = []
  const known = found.get(role)
  const waiting = [...(known ?? (await menuAddresses(visitor.page)))]
  if (known === undefined && role === 'committee') waiting.push(...ofOthers)
  if (known === undefined && role === 'surveyor') waiting.push(...ofSurveyor)
  const walked = new Map<string, string>()
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const page = deskAt(address)!.path
    if (walked.has(page)) continue
    walked.set(page, address)
    // Everybody looks at their first page, and goes through pages that others saw to those that nobody did.
    const opens = isLeft(page, size) || (known === undefined && (address === '/' || leadsOn(page, size)))
    if (!opens) continue
    const axe = (LONG || size === 'wide') && !lookedAt.has(`${size} ${page}`)
    lookedAt.add(`${size} ${page}`)
    await visitor.go(address)
    if (address === '/' && !(await visitor.page.locator('.home-act').first().isVisible()))
      faults.push('/ does not say what comes next')
    if (address === '/') faults.push(...(await miscounts(visitor.page)))
    const fingers = size === 'phone' && ON_PHONES.includes(role)
    faults.push(
      ...(await visitor.faults({ axe, contrast: true, fingers })).map(fault => `${address} ${fault}`),
    )
    if (PICTURES !== undefined) {
      const name = `${page.replaceAll(/[^\w-]+/g, '.').replace(/^\.+/, '')}-${size}.png`
      await visitor.page.screenshot({ path: join(PICTURES, role, name), fullPage: true })
    }
    if (known === undefined) waiting.push(...(await pagesBelow(visitor.page)))
  }
  found.set(role, [...walked.values()])
  return faults
}

/** The header, the heading and the list of what waits count the same. */
async function miscounts(page: Page): Promise<string[]> {
  const list = page.getByRole('region', { name: '等我办理' })
  if ((await list.count()) === 0) return []
  const rows = (await list.getByRole('listitem').count()) + (await list.getByText('下一步').count())
  const heading = /(\d+)件/.exec(await list.getByRole('heading').innerText())?.[1]
  const [badge] = await page.locator('.year-waiting strong').allInnerTexts()
  return [heading, badge].every(count => Number(count ?? 0) === rows)
    ? []
    : [`/ lists ${rows}, but counts ${heading} and ${badge}`]
}
