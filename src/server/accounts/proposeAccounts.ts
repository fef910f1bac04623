import { desc, eq, sql } from 'drizzle-orm'
import { roleNames } from '../../contract/access/roles.ts'
import type { House } from '../platform/house.ts'
import { rosterUnit } from '../roster/roster.tables.ts'
import { roleGrant } from './accounts.tables.ts'
import { isUsername, normalUsername } from './username.ts'

/** 拟开设的单位账号. */
export interface Proposal {
  readonly unit: string
  readonly unitName: string
  readonly username: string
  readonly name: string
}

/** 尚无此角色账号的单位, of the latest roster, each with a username made of its name; lead units for their role, all units for the others. */
export async function proposeAccounts(
  { db }: House,
  role: 'leadUnit' | 'unit' | 'secretary',
): Promise<{ year?: number; proposals: Proposal[] }> {
  const [latest] = await db.select({ year: rosterUnit.year }).from(rosterUnit).orderBy(desc(rosterUnit.year)).limit(1)
  if (latest === undefined) return { proposals: [] }
  const units = await db
    .select({ id: rosterUnit.id, name: rosterUnit.name, leadUnit: rosterUnit.leadUnit, given: GIVEN(role) })
    .from(rosterUnit)
    .where(eq(rosterUnit.year, latest.year))
  const leads = new Set(units.flatMap(unit => unit.leadUnit ?? []))
  const proposals = units
    .filter(({ id, given }) => !given && (role !== 'leadUnit' || leads.has(id)))
    .toSorted((one, other) => collator.compare(one.name, other.name))
    .map(({ id, name }) => ({
      unit: id,
      unitName: name,
      username: usernameOf(id, name, role),
      name: `${name}${role === 'unit' ? '' : roleNames[role]}`,
    }))
  return { year: latest.year, proposals }
}

const collator = new Intl.Collator('zh', { numeric: true })

function GIVEN(role: string) {
  return sql<boolean>`exists (select 1 from ${roleGrant} where ${roleGrant.role} = ${role} and ${roleGrant.unit} = ${rosterUnit.id})`
}

const ENDINGS = { unit: '', leadUnit: '牵头', secretary: '书记' } as const

/** The unit's name where it makes a username, its id where it does not. */
function usernameOf(id: string, name: string, role: keyof typeof ENDINGS): string {
  const ending = ENDINGS[role]
  const tries = [name, id].map(
    text =>
      normalUsername(text)
        .replace(/[^\p{Script=Han}a-z0-9._@·-]/gu, '')
        .slice(0, 38) + ending,
  )
  return tries.find(isUsername) ?? `${id}${ending}`
}
