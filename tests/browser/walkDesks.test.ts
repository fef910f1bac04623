import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Role, roleNames } from '../../src/contract/access/roles.ts'
import { desks } from '../../src/web/shell/desks.ts'
import { LONG } from '../longRun.ts'
import { read, signInAs, type Visitor, type viewports } from './browse.ts'
import { heldMeeting } from './heldMeeting.ts'
import { nextYearDraft } from './nextYearDraft.ts'
import { standingSurveys } from './standingSurveys.ts'
import { deskAt } from '../../src/web/shell/visibleDesks.ts'
import { menuAddresses, pagesBelow } from './pagesOf.ts'

/** `npm run screens`: a picture of each page, to be looked at by people. */
const PICTURES = process.env['HENGPING_SCREENS']

const roles = Object.keys(roleNames) as Role[]

/** Who works on phones, where every target is large enough for a finger. */
const ON_PHONES: readonly Role[] = ['unit', 'leadUnit', 'inspector']

/** 逐页看的角色, whose pages differ most and who work on phones; the others look at what nobody saw before them. In the long run and with pictures everybody looks at everything. */
const LOOKS_AT_ALL: { readonly [V in keyof typeof viewports]: readonly Role[] } =
  LONG || PICTURES !== undefined
    ? { wide: roles, phone: roles }
    : { wide: ['committee', ...ON_PHONES], phone: ON_PHONES }

/** Each page is looked at with axe once a viewport, by whoever comes first; on a phone in the long run only, since it finds there what it found before. */
const lookedAt = new Set<string>()

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

describe.each(['wide', 'phone'] as const)('every desk, %s', viewport => {
  const first = LOOKS_AT_ALL[viewport]
  test.concurrent.each([...first, ...roles.filter(role => !first.includes(role))])('of %s', async role => {
    const visitor = await signInAs(role, viewport)
    try {
      expect(await walk(visitor, role, viewport)).toEqual([])
    } finally {
      await visitor.leave()
    }
  })

  test('every desk was visited by somebody', () => {
    const seen = new Set([...lookedAt].filter(one => one.startsWith(viewport)))
    expect(desks.map(({ path }) => path).filter(path => !seen.has(`${viewport} ${path}`))).toEqual([])
  })
})

async function walk(
  visitor: Visitor,
  role: Role,
  viewport: keyof typeof viewports,
): Promise<readonly string[]> {
  await visitor.go('/')
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
    if (!LOOKS_AT_ALL[viewport].includes(role) && lookedAt.has(`${viewport} ${page}`)) continue
    const axe = (LONG || viewport === 'wide') && !lookedAt.has(`${viewport} ${page}`)
    lookedAt.add(`${viewport} ${page}`)
    await visitor.go(address)
    const fingers = viewport === 'phone' && ON_PHONES.includes(role)
    faults.push(...(await visitor.faults({ axe, fingers })).map(fault => `${address} ${fault}`))
    if (PICTURES !== undefined) {
      const name = `${page.replaceAll(/[^\w-]+/g, '.').replace(/^\.+/, '')}-${viewport}.png`
      await visitor.page.screenshot({ path: join(PICTURES, role, name), fullPage: true })
    }
    if (known === undefined) waiting.push(...(await pagesBelow(visitor.page)))
  }
  found.set(role, [...walked.values()])
  return faults
}
