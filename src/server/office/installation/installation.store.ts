import { and, eq, sql } from 'drizzle-orm'
import type { FirstStep } from '../../../contract/installation/installationRoutes.ts'
import { setting } from '../../platform/change/trail.tables.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'

/** A system setting with the version that an edit must have seen. */
interface StoredSetting {
  readonly value: unknown
  readonly revision: number
}

/** Reads a system setting. */
export const readSetting = rememberRead(
  ['setting'],
  50,
  async (db: Database | Transaction, key: string): Promise<StoredSetting | undefined> => {
    const [found] = await db
      .select({ value: setting.value, revision: setting.revision })
      .from(setting)
      .where(eq(setting.key, key))
    return found
  },
)

/** Writes a system setting; false if it was changed since `seen` (0: it did not exist). */
export async function writeSetting(
  tx: Transaction,
  key: string,
  value: unknown,
  seen: number,
): Promise<boolean> {
  if (seen === 0) {
    const made = await tx
      .insert(setting)
      .values({ key, value })
      .onConflictDoNothing()
      .returning({ key: setting.key })
    return made.length > 0
  }
  const written = await tx
    .update(setting)
    .set({ value, revision: seen + 1 })
    .where(and(eq(setting.key, key), eq(setting.revision, seen)))
    .returning({ key: setting.key })
  return written.length > 0
}

/** Counts what exists for each set-up step. */
export function countSteps(db: Database): Promise<StepCounts> {
  return rememberedSteps(db, 'all')
}

type StepCounts = Readonly<Record<Exclude<FirstStep, 'institution'>, number>>

const rememberedSteps = rememberRead(
  ['role_grant', 'scheme_version', 'cycle', 'roster_unit'],
  1,
  async (db: Database): Promise<StepCounts> => {
    const { rows } = await db.execute<Record<'accounts' | 'scheme' | 'year' | 'roster', number>>(sql`
    select (select count(distinct account) from role_grant where role = 'committee')::int as accounts,
           (select count(*) from scheme_version where state = 'promulgated')::int as scheme,
           (select count(*) from cycle)::int as year,
           (select count(*) from roster_unit)::int as roster`)
    return rows[0]!
  },
)
