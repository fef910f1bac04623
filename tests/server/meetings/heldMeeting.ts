import { sql } from 'drizzle-orm'
import { afterEach, expect } from 'vitest'
import { layDemoYear } from '../layDemoYear.ts'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { openOffice, type Office, type Said, type Visitor } from '../office.ts'

let open: Office | undefined

afterEach(async () => {
  await open?.close()
  open = undefined
})

/** An office with the demo year of forty units and nothing of its meetings; the largest lead unit with its members. */
export async function meetingOffice(database: OpenDatabase) {
  const office = await openOffice(database)
  open = office
  await layDemoYear(office.context, 40)
  const { rows } = await office.context.db.execute<{ lead: string }>(
    sql`select lead_unit as lead from roster_unit where lead_unit is not null group by 1 order by count(*) desc, 1 limit 2`,
  )
  const lead = rows[0]!.lead
  return {
    office,
    lead,
    committee: await office.someone('zuzhi', [{ role: 'committee' }]),
    clerk: await office.someone('qiantoudanwei', [{ role: 'leadUnit', unit: lead }]),
    otherClerk: await office.someone('lingyi', [{ role: 'leadUnit', unit: rows[1]!.lead }]),
  }
}

/** The plan of a meeting, as the form sends it. */
export const plan = {
  heldOn: '2018-12-25',
  place: '机关会议室',
  minutes: 8,
  convenor: '主持一',
  teller: '计票一',
  scrutineer: '监票一',
  supervisors: ['督导一'],
  reviewAfterEach: false,
  phones: true,
  rehearsal: false,
  classes: [
    { id: 'delegate', expected: 12 },
    { id: 'partyAffairsOfficer', expected: 20 },
    { id: 'memberRepresentative', expected: 8 },
  ],
}

/** A meeting as the page reads it. */
export interface Meeting {
  readonly id: string
  readonly revision: number
  readonly phase: string
  readonly voting: string
  readonly agenda: readonly {
    readonly unit: string
    readonly unitName: string
    readonly place: number
    readonly speaks: boolean
    readonly spoken: boolean
    readonly removed: boolean
    readonly seconds?: number
  }[]
  readonly decisions: readonly object[]
  readonly speech?: {
    readonly unit: string
    readonly elapsed: number
    readonly running: boolean
    readonly stage: string
  }
}

/** Plans a meeting and gives what acts on it, always at the latest revision. */
export async function planned(who: Visitor, more: object = {}) {
  const made = await who.ask('POST /api/years/2018/meetings', {
    body: { kind: 'committee', ...plan, ...more },
  })
  expect(made.status, made.text).toBe(200)
  return meetingAt(who, `/api/years/2018/meetings/${String(made.body['id'])}`)
}

/** Gives what acts on a meeting, always at the latest revision. */
export function meetingAt(who: Visitor, address: string) {
  const view = async () => (await who.ask(`GET ${address}`)).body as unknown as Meeting
  const write = async (route: string, body: object): Promise<Said> =>
    who.ask(`${route.split(' ')[0]!} ${address}${route.split(' ')[1] ?? ''}`, {
      body: { ...body, revision: (await view()).revision },
    })
  return {
    address,
    view,
    write,
    step: (move: object) => write('POST /steps', { move }),
  }
}
