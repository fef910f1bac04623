import type { EmbeddedClient } from './embeddedClient.ts'

const EVERY_MS = 60_000
/** The log size that calls for a checkpoint: a start after a crash reads the log again, which takes some tenths of a second. */
const LOG_BYTES = 32 * 1024 * 1024

/** Selects the maintenance tables need: analyze after enough changes, which only takes a sample; vacuum if dead rows are many. Same thresholds as autovacuum. */
const WORN = `select format('%s %I.%I', case when n_dead_tup > 500 + 0.2 * n_live_tup then 'vacuum analyze' else 'analyze' end, schemaname, relname) as mend
  from pg_stat_user_tables where n_mod_since_analyze > 500 + 0.2 * n_live_tup or n_dead_tup > 500 + 0.2 * n_live_tup`

/**
 * Maintains the embedded database: PGlite runs no background processes, so its log would grow until
 * closed and statistics would never be made. Checks once a minute; returns a function to stop.
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

/** Runs one round of maintenance: statistics for changed tables, then a checkpoint if the log is long, since the former lengthens it. */
export async function tendOnce(client: EmbeddedClient): Promise<void> {
  await client.query('select pg_stat_force_next_flush()')
  for (const { mend } of (await client.query(WORN)).rows as { readonly mend: string }[])
    await client.exec(mend)
  const { rows } = await client.query(
    'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as behind from pg_control_checkpoint()',
  )
  if ((rows[0] as { readonly behind: number }).behind > LOG_BYTES) await client.exec('checkpoint')
}
