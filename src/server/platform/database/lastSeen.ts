import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import type { OpenDatabase } from './openDatabase.ts'

const NAME = 'last-seen.json'

/**
 * Refuses an embedded database that holds less than was seen before: a damaged write-ahead file can bring
 * it back in an earlier state, even empty. What was seen is the number of the trail's last line, noted
 * beside the database. Throws `databaseLost`.
 */
export async function refuseLostRows(database: OpenDatabase, folder: string): Promise<void> {
  if (database.kind !== 'embedded') return
  const seen = readSeen(folder)
  if (seen === undefined) return
  const found = await lastLine(database)
  if (found < seen) throw new DatabaseRefused(refuse('databaseLost', { folder, found, seen }))
}

/** Notes the number of the last trail line of an embedded database. */
export async function noteLastSeen(database: OpenDatabase, folder: string): Promise<void> {
  if (database.kind !== 'embedded') return
  const place = join(folder, NAME)
  writeFileSync(`${place}.new`, `${JSON.stringify({ trail: await lastLine(database) })}\n`)
  renameSync(`${place}.new`, place)
}

/** Deletes the note of what was seen: another database takes the place of that one, as after a restore. */
export function forgetLastSeen(folder: string): void {
  rmSync(join(folder, NAME), { force: true })
}

function readSeen(folder: string): number | undefined {
  try {
    const { trail } = JSON.parse(readFileSync(join(folder, NAME), 'utf8')) as { readonly trail?: unknown }
    return typeof trail === 'number' ? trail : undefined
  } catch {
    return undefined
  }
}

async function lastLine({ db }: OpenDatabase): Promise<number> {
  const { rows } = await db.execute<{ there: boolean }>(
    sql`select to_regclass('trail_head') is not null as there`,
  )
  if (rows[0]?.there !== true) return 0
  const head = await db.execute<{ seq: number }>(sql`select seq from trail_head`)
  return Number(head.rows[0]?.seq ?? 0)
}
