import type { EmbeddedClient } from './embeddedClient.ts'

const EVERY_MS = 60_000
/** Log that a start after a crash would have to read again; some tenths of a second. */
const LOG_BYTES = 32 * 1024 * 1024

/** What worn tables need: statistics where enough has changed, which takes a sample only; their dead rows cleared where those are many. As autovacuum judges. */
const WORN = `select format('%s %I.%I', case when n_dead_tup > 500 + 0.2 * n_live_tup then 'vacuum analyze' else 'analyze' end, schemaname, relname) as mend
  from pg_stat_user_tables where n_mod_since_analyze > 500 + 0.2 * n_live_tup or n_dead_tup > 500 + 0.2 * n_live_tup`

/**
 * 照料内置数据库: PGlite runs no background processes, so its log would grow till it is closed and its statistics would never be made.
 * Looks once a minute; gives the way to stop.
 */
export function tendEmbedded(client: EmbeddedClient, every: number = EVERY_MS): () => void {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    // A database that cannot be tended cannot be written either, and says so to those who write.
    void tendOnce(client)
      .catch(() => {})
      .finally(() => (busy = false))
  }, every)
  timer.unref()
  return () => clearInterval(timer)
}

/** 照料一次: fresh statistics for worn tables, then a checkpoint where the log is long; making the first lengthens it. */
export async function tendOnce(client: EmbeddedClient): Promise<void> {
  await client.query('select pg_stat_force_next_flush()')
  for (const { mend } of (await client.query(WORN)).rows as { readonly mend: string }[])
    await client.exec(mend)
  const { rows } = await client.query(
    'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as behind from pg_control_checkpoint()',
  )
  if ((rows[0] as { readonly behind: number }).behind > LOG_BYTES) await client.exec('checkpoint')
}
