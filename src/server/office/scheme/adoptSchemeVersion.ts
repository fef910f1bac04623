import { sql } from 'drizzle-orm'
import type { SchemeVersionHead } from '../../../contract/scheme/schemeParts.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { findVersion } from './scheme.store.ts'

/** The result of adopting a version: the version now in use, and the previous one. */
interface Adoption {
  readonly version: SchemeVersionHead
  readonly before?: SchemeVersionHead
}

/**
 * Adopts a scheme version: the year is scored by this promulgated version from now on, and its revision
 * increments. The caller checks whether the year may still change. `notFound`, `schemeNotPromulgated`,
 * `schemeOtherCycle`.
 */
export async function adoptSchemeVersion(
  tx: Transaction,
  year: number,
  id: string,
): Promise<Adoption | Refusal> {
  const version = await adoptable(tx, year, id)
  if (isRefusal(version)) return version
  const { rows } = await tx.execute<{ before: string | null }>(
    sql`select scheme_version as before from cycle where year = ${year} for update`,
  )
  if (rows[0] === undefined) return refuse('notFound', { what: `${year}年度` })
  await tx.execute(sql`update cycle set scheme_version = ${id}, revision = revision + 1 where year = ${year}`)
  const before = rows[0].before === null ? undefined : (await findVersion(tx, rows[0].before))?.head
  return { version, ...(before && { before }) }
}

async function adoptable(tx: Transaction, year: number, id: string): Promise<SchemeVersionHead | Refusal> {
  const head = (await findVersion(tx, id))?.head
  if (head === undefined) return refuse('notFound', { what: '这个方案版本' })
  if (head.state !== 'promulgated') return refuse('schemeNotPromulgated', { number: head.number })
  return head.cycle === year ? head : refuse('schemeOtherCycle', { scheme: head.cycle, year })
}
