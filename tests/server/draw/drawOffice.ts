import { afterEach } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { layRoster } from '../layRoster.ts'
import { type Office, openOffice, type Said, type Visitor } from '../office.ts'

/** An office with three units: the committee, the unit U2, another unit U3. */
export interface DrawOffice {
  readonly office: Office
  readonly committee: Visitor & { readonly id: string }
  readonly unit: Visitor
  readonly stranger: Visitor
}

let open: Office | undefined

afterEach(async () => {
  await open?.close()
  open = undefined
})

/** Opens it. */
export async function drawOffice(database: OpenDatabase): Promise<DrawOffice> {
  const office = await openOffice(database)
  open = office
  await layRoster(office.context)
  return {
    office,
    committee: await office.someone('kaohe', [{ role: 'committee' }]),
    unit: await office.someone('danwei', [{ role: 'unit', unit: 'U2' }]),
    stranger: await office.someone('bieren', [{ role: 'unit', unit: 'U3' }]),
  }
}

/** So many made members. */
export function members(count: number, mark = ''): { name: string; branch: string }[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `党员${mark}${at + 1}`,
    branch: `第${1 + (at % 3)}支部`,
  }))
}

/** Saves a list on top of a version. */
export function save(
  who: Visitor,
  unit: string,
  purpose: 'branch' | 'member',
  lines: readonly object[],
  version = 0,
): Promise<Said> {
  return who.ask(`PUT /api/years/2018/units/${unit}/draw-lists/${purpose}`, { body: { version, lines } })
}

/** Freezes, prepares and gives the address of the draw. */
export async function prepared(who: Visitor, units: readonly string[], more: object = {}): Promise<string> {
  await who.ask('POST /api/years/2018/draw-lists/freeze', { body: { purposes: ['member'], units } })
  const { body } = await prepare(who, units, more)
  return `/api/years/2018/draws/${String(body['draw'])}`
}

/** Prepares a draw of five members. */
export function prepare(who: Visitor, units: readonly string[], more: object = {}): Promise<Said> {
  return who.ask('POST /api/years/2018/draws', { body: { quarter: 3, takes: { member: 5 }, units, ...more } })
}

/** What two parties say at the meeting. */
export const twoNumbers = {
  kind: 'parties',
  parts: [
    { by: '核查组', text: '0417' },
    { by: '单位代表', text: '５８２ 3' },
  ],
}
