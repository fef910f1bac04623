import { and, asc, count, desc, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { rolesOfUnits } from '../../../contract/access/roles.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { rosterUnit } from '../roster/roster.tables.ts'
import { account } from './accounts.tables.ts'
import { DEMO_PASSWORD, type DemoAccount, demoAccounts } from './demoAccounts.ts'
import { type Hashing, scryptHashing } from './hashing.ts'
import { makeAccount } from './makeAccount.ts'

/** Creates the demonstration accounts, one per role, if there are no accounts: the lead unit has several members, and the unit and secretary accounts belong to one of these. */
export async function seedDemoAccounts(
  context: AppContext,
  hashing: Hashing = scryptHashing,
): Promise<Refusal | undefined> {
  const [{ accounts } = { accounts: 0 }] = await context.db.select({ accounts: count() }).from(account)
  if (accounts > 0) return undefined
  const units = await findUnits(context.db)
  const hashes = await Promise.all(demoAccounts.map(() => hashing.hash(DEMO_PASSWORD)))
  const made = await createChange(
    context,
    SYSTEM_ACTOR,
  )(async tx => {
    const events: TrailEvent[] = []
    for (const [at, each] of demoAccounts.entries()) {
      const done = await makeOne(context, tx, each, units, hashes[at]!)
      if (isRefusal(done)) return done
      events.push(...done)
    }
    return { answer: null, events: [events[0]!, ...events.slice(1)] }
  })
  return isRefusal(made) ? made : undefined
}

/** Lists the demonstration accounts that exist and may sign in: without a lead unit in the year there are none of units. */
export function openDemoAccounts(db: Database): Promise<readonly DemoAccount[]> {
  return rememberedDemo(db, 'all')
}

const rememberedDemo = rememberRead(['account'], 1, async (db: Database): Promise<readonly DemoAccount[]> => {
  const all = demoAccounts.map(({ username }) => username)
  const open = await db
    .select({ username: account.username })
    .from(account)
    .where(and(isNull(account.disabledAt), inArray(account.username, all)))
  const names = new Set(open.map(row => row.username))
  return demoAccounts.filter(({ username }) => names.has(username))
})

interface DemoUnits {
  readonly lead: string
  readonly member: string
}

async function makeOne(
  context: AppContext,
  tx: Transaction,
  { id, username, name, role }: DemoAccount,
  units: DemoUnits | undefined,
  hash: string,
): Promise<readonly TrailEvent[] | Refusal> {
  const ofUnit = rolesOfUnits.includes(role)
  if (ofUnit && units === undefined) return []
  const grant = ofUnit ? { role, unit: role === 'leadUnit' ? units!.lead : units!.member } : { role }
  const done = await makeAccount(context, tx, SYSTEM_ACTOR, {
    id,
    username,
    name,
    grants: [grant],
    hash,
    mustChangePassword: false,
  })
  return isRefusal(done) ? done : done.events
}

/** Finds the lead unit with most members in the latest year, and its first member. */
async function findUnits(db: Database): Promise<DemoUnits | undefined> {
  const [latest] = await db
    .select({ year: rosterUnit.year })
    .from(rosterUnit)
    .orderBy(desc(rosterUnit.year))
    .limit(1)
  if (latest === undefined) return undefined
  const rows = await db
    .select({ id: rosterUnit.id, leadUnit: rosterUnit.leadUnit, year: rosterUnit.year })
    .from(rosterUnit)
    .where(isNotNull(rosterUnit.leadUnit))
    .orderBy(asc(rosterUnit.id))
  const members = Map.groupBy(
    rows.filter(row => row.year === latest.year),
    row => row.leadUnit!,
  )
  const [largest] = [...members].toSorted(([, one], [, other]) => other.length - one.length)
  return largest === undefined ? undefined : { lead: largest[0], member: largest[1][0]!.id }
}
