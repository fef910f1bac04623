import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'

/** Settings by which a database keeps an order or a time of votes, each with the words for it. */
const SETTINGS: readonly {
  readonly name: string
  readonly isRisky: (value: string) => boolean
  readonly told: string
}[] = [
  { name: 'archive_mode', isRisky: value => value !== 'off', told: '开着日志归档' },
  { name: 'log_statement', isRisky: value => value === 'mod' || value === 'all', told: '记录每条写入的语句' },
  { name: 'log_min_duration_statement', isRisky: value => value !== '-1', told: '记录慢语句' },
  { name: 'track_commit_timestamp', isRisky: value => value !== 'off', told: '记录每次写入的时间' },
  { name: 'wal_level', isRisky: value => value === 'logical', told: '日志带有逐行的内容' },
  { name: 'shared_preload_libraries', isRisky: value => /audit/.test(value), told: '开着审计扩展' },
]

/** Lists what in the database's settings keeps an order or a time of votes, in words. */
export async function listRisks(db: Database | Transaction): Promise<readonly string[]> {
  const names = sql.join(
    SETTINGS.map(({ name }) => sql`${name}`),
    sql`, `,
  )
  const { rows } = await db.execute<{ name: string; setting: string }>(
    sql`select name, setting from pg_settings where name in (${names})`,
  )
  const values = new Map(rows.map(({ name, setting }) => [name, setting]))
  const found = SETTINGS.filter(({ name, isRisky }) => isRisky(values.get(name) ?? '')).filter(({ name }) =>
    values.has(name),
  )
  return [...found.map(({ told }) => told), ...((await isReplicated(db)) ? ['把内容复制到另一台机器'] : [])]
}

async function isReplicated(db: Database | Transaction): Promise<boolean> {
  const { rows } = await db.execute<{ there: boolean }>(
    sql`select exists (select 1 from pg_stat_replication) or exists (select 1 from pg_replication_slots) as there`,
  )
  return rows[0]!.there
}
