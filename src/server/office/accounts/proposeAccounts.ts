import { eq } from 'drizzle-orm'
import { roleNames } from '../../../contract/access/roles.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { roleGrant } from './accounts.tables.ts'
import { latestUnits } from '../roster/latestUnits.store.ts'
import { isUsername, normalUsername } from './username.ts'

/** A proposed unit account. */
interface Proposal {
  readonly unit: string
  readonly unitName: string
  readonly username: string
  readonly name: string
}

/** Proposes accounts for units of the latest roster (名册) that have none for the role, each with a username made from the unit's name; lead units for their role, all units for the others. */
export async function proposeAccounts(
  { db }: AppContext,
  role: 'leadUnit' | 'unit' | 'secretary',
): Promise<{ year?: number; proposals: Proposal[] }> {
  const { year, units: listed } = await latestUnits(db)
  if (year === undefined) return { proposals: [] }
  const given = new Set(
    (await db.select({ unit: roleGrant.unit }).from(roleGrant).where(eq(roleGrant.role, role))).map(
      row => row.unit,
    ),
  )
  const proposals = listed
    .filter(({ id, leads }) => !given.has(id) && (role !== 'leadUnit' || leads))
    .map(({ id, name }) => ({
      unit: id,
      unitName: name,
      username: usernameOf(id, name, role),
      name: `${name}${role === 'unit' ? '' : roleNames[role]}`,
    }))
  return { year, proposals }
}

const ENDINGS = { unit: '', leadUnit: '牵头', secretary: '书记' } as const

/** Makes a username from the unit's name if possible, otherwise from its id. */
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
