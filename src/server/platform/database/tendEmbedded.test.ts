import { MemoryFS } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EmbeddedClient } from './embeddedClient.ts'
import { startPglite } from './startPglite.ts'
import { tendEmbedded, tendOnce } from './tendEmbedded.ts'

let client: EmbeddedClient
beforeAll(async () => {
  client = await EmbeddedClient.open(() => startPglite(new MemoryFS(), false))
})
afterAll(() => client.close())

async function one(client: EmbeddedClient, query: string): Promise<unknown> {
  const { rows } = await client.query(query)
  return Object.values(rows[0] as Record<string, unknown>)[0]
}

const BEHIND = 'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 from pg_control_checkpoint()'
const ANALYZED = `select (select last_analyze is not null from pg_stat_user_tables where relname = 't')`

test('a long log is cut by a checkpoint and tables with many changes get statistics; otherwise nothing is done', async () => {
  await client.exec('create table t (n int, word text)')
  const before = await one(client, BEHIND)
  await tendOnce(client)
  expect(await one(client, BEHIND), 'a short log is left').toBe(before)
  expect(await one(client, ANALYZED)).toBe(false)

  await client.exec(`insert into t select g, repeat('x', 900) from generate_series(1, 40000) g`)
  expect(await one(client, BEHIND)).toBeGreaterThan(32 * 1024 * 1024)
  await tendOnce(client)
  expect(await one(client, BEHIND)).toBeLessThan(1024 * 1024)
  expect(await one(client, ANALYZED)).toBe(true)

  await client.exec('delete from t where n % 2 = 0')
  await tendOnce(client)
  await client.query('select pg_stat_force_next_flush()')
  expect(await one(client, `select n_dead_tup::int from pg_stat_user_tables where relname = 't'`)).toBe(0)
})

test('maintenance runs by itself and stops on request', async () => {
  await client.exec(
    'drop table if exists t; create table t (n int); insert into t select generate_series(1, 1000)',
  )
  const stop = tendEmbedded(client, 20)
  await expect.poll(() => one(client, ANALYZED)).toBe(true)
  stop()
})
