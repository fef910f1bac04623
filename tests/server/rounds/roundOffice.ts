import { sql } from 'drizzle-orm'
import { demoYear } from '../../../src/demo/demoYear.ts'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { annexScheme } from '../../engine/aYear.ts'
import { openOffice, type Office, type Visitor } from '../office.ts'
import { openYear } from '../openYear.ts'

/** A row of a plan, as far as these tests look. */
export interface PlanRow {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly team?: number
  readonly plannedOn?: string
  readonly inspectors: readonly { readonly id: string; readonly name: string }[]
  readonly state: string
  readonly revision: number
}

/** A plan, as far as these tests look. */
export interface Plan {
  readonly round: { readonly id: string; readonly revision: number; readonly state: string }
  readonly assignments: readonly PlanRow[]
  readonly faults: readonly {
    readonly kind: string
    readonly blocks: boolean
    readonly sentence: string
    readonly unit?: string
  }[]
  readonly units: readonly { readonly id: string; readonly group: string }[]
  readonly inspectors: readonly {
    readonly id: string
    readonly name: string
    readonly barred: readonly string[]
  }[]
}

/** The demo's roster without facts, rounds and inspectors, and the committee at a desk. */
export interface RoundOffice {
  readonly office: Office
  readonly committee: Visitor
  readonly plan: (round: string) => Promise<Plan>
}

/** Opens an office with a roster and nothing planned. */
export async function openRoundOffice(database: OpenDatabase, units = 40): Promise<RoundOffice> {
  const office = await openOffice(database)
  const { roster } = demoYear({ seed: 2018, units, scheme: annexScheme })
  await openYear(office.context, { scheme: annexScheme, roster })
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  return {
    office,
    committee,
    plan: async round => (await committee.ask(`GET /api/years/2018/rounds/${round}`)).body as never,
  }
}

/** So many inspectors, each at a unit of their own, every fourth at none. */
export async function addPeople(
  { committee }: RoundOffice,
  count: number,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { units } = (await committee.ask('GET /api/years/2018/roster')).body as never as {
    units: { id: string }[]
  }
  const inspectors = Array.from({ length: count }, (_, at) => ({
    name: `核查员${at + 1}`,
    ...(at % 4 === 3 ? {} : { homeUnit: units[(at * 3) % units.length]!.id }),
  }))
  const { body } = await committee.ask('POST /api/years/2018/inspectors', { body: { inspectors } })
  return (body as never as { added: { id: string; name: string }[] }).added
}

/** A round of the fourth quarter, drafted. */
export async function makeRound(
  { committee }: RoundOffice,
  name = '第四季度核查',
  from = '2018-10-08',
  to = '2018-12-28',
): Promise<string> {
  const made = await committee.ask('POST /api/years/2018/rounds', { body: { quarter: 4, name, from, to } })
  if (made.status !== 200) throw new Error(made.text)
  return made.body['id'] as string
}

/** Has the program propose. */
export async function propose({ committee, plan }: RoundOffice, round: string): Promise<Plan> {
  const { revision } = (await plan(round)).round
  const said = await committee.ask(`POST /api/years/2018/rounds/${round}/proposal`, {
    body: { revision, seed: '一', teamSize: 2, perDay: 2, overlap: 2 },
  })
  if (said.status !== 200) throw new Error(said.text)
  return plan(round)
}

/** The account stands for a unit besides, which the accounts room itself would refuse. */
export async function alsoOf({ context }: Office, account: string, unit: string): Promise<void> {
  await context.db.execute(
    sql`insert into role_grant (account, role, unit, granted_by, granted_at) values (${account}, 'unit', ${unit}, '', now())`,
  )
}
