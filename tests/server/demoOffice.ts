import { sql } from 'drizzle-orm'
import { type Role, roleNames, rolesOfUnits } from '../../src/contract/access/roles.ts'
import { layDemoYear } from './layDemoYear.ts'
import { upholdObjections } from './upholdObjections.ts'
import { type Office, openOffice, type Visitor } from './office.ts'
import { openEmpty } from './databases.ts'

/** Everybody who may ask: nobody, somebody without a role, and one of each role. */
export type Who = Role | 'nobody' | 'noRole'

/** The demo year with one person of each role, signed in: the lead unit's of `lead`, the unit's and the secretary's of its member. */
export interface DemoOffice {
  readonly office: Office
  readonly people: ReadonlyMap<Who, Visitor>
  readonly units: {
    readonly lead: string
    readonly member: string
    readonly other: string
    readonly none: string
  }
  /** seals, approves and releases the year, as the committee and the leading group do. */
  release(): Promise<void>
  close(): Promise<void>
}

/** All roles. */
export const roles = Object.keys(roleNames) as readonly Role[]

/** Opens the demo year in memory. */
export async function openDemoOffice(unitCount = 24): Promise<DemoOffice> {
  const database = await openEmpty('PGlite')
  const office = await openOffice(database)
  await layDemoYear(office.context, unitCount)
  const units = await findUnits(office)
  const people = new Map<Who, Visitor>([
    ['nobody', office.visitor()],
    ['noRole', await office.someone('no-role', [])],
  ])
  for (const role of roles) {
    const unit = rolesOfUnits.includes(role) ? { unit: role === 'leadUnit' ? units.lead : units.member } : {}
    people.set(role, await office.someone(`the-${role.toLowerCase()}`, [{ role, ...unit }]))
  }
  const must = async (who: Role, route: string, body: object): Promise<void> => {
    const { status, text } = await people.get(who)!.ask(route, { body })
    if (status !== 200) throw new Error(`${route}: ${text}`)
  }
  return {
    office,
    people,
    units,
    async release() {
      const ask = people.get('committee')!.ask
      await upholdObjections(async (route, body) => (await ask(route, body && { body })).body)
      const { revision } = (await people.get('committee')!.ask('GET /api/years/2018')).body as {
        revision?: number
      }
      await must('committee', 'POST /api/years/2018/seals', { revision })
      await must('leadingGroup', 'POST /api/years/2018/seals/1/approve', {})
      await must('committee', 'POST /api/years/2018/release', { seal: 1 })
    },
    async close() {
      await office.close()
    },
  }
}

async function findUnits({ context }: Office): Promise<DemoOffice['units']> {
  const { rows } = await context.db.execute<{ id: string; lead: string | null }>(
    sql`select id, lead_unit as lead from roster_unit order by id`,
  )
  const { id: member, lead } = rows.find(row => row.lead !== null)!
  const other = rows.find(row => row.id !== lead && row.lead !== lead)!
  return { lead: lead!, member, other: other.id, none: 'no-such-unit' }
}
