import { connect, createServer, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isDatabaseAway } from '../../src/server/platform/database/isDatabaseAway.ts'
import { openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { sized } from '../longRun.ts'
import { newPostgresDatabase } from './databases.ts'

/** How often all connections are cut. */
const CUTS = sized(200, 25)
const WRITERS = 8
const PLACES = 10

/** A relay in front of PostgreSQL that can cut all connections at once, as a restart or a firewall does. */
async function openRelay(host: string, port: number) {
  const sockets = new Set<Socket>()
  const server = createServer(near => {
    const far = connect(port, host)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { readonly port: number }).port,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: () => server.close(),
  }
}

test(`a pool keeps all its places after ${CUTS} cuts of every connection under ${WRITERS} writers`, async () => {
  const url = new URL(await newPostgresDatabase())
  const relay = await openRelay(url.hostname, Number(url.port))
  url.hostname = '127.0.0.1'
  url.port = String(relay.port)
  const database = await openDatabase({ kind: 'server', url: url.href, poolSize: PLACES })
  try {
    await database.run('create table written (id int primary key)')
    let next = 0
    let cutting = true
    const acknowledged: number[] = []
    const unexpected: unknown[] = []
    const write = async (): Promise<void> => {
      while (cutting) {
        const id = next++
        await database.db
          .transaction(async tx => void (await tx.execute(sql`insert into written values (${id})`)))
          .then(() => acknowledged.push(id))
          .catch(error => isDatabaseAway(error) || unexpected.push(error))
      }
    }
    const writers = Array.from({ length: WRITERS }, write)
    for (let cut = 0; cut < CUTS; cut++) {
      const enough = acknowledged.length + 1 + (cut % 5)
      while (acknowledged.length < enough) await new Promise(resolve => setTimeout(resolve, 1))
      relay.cut()
    }
    cutting = false
    await Promise.all(writers)
    expect(unexpected).toEqual([])
    // Every place at once: each waits inside its transaction until all are in.
    let inside = 0
    let letGo = (): void => undefined
    const allInside = new Promise<void>(resolve => (letGo = resolve))
    const enter = (): Promise<void> =>
      database.db
        .transaction(async tx => {
          await tx.execute(sql`select 1`)
          if (++inside === PLACES) letGo()
          await allInside
        })
        // A connection whose end was not heard yet fails once, and is replaced.
        .catch(error => (isDatabaseAway(error) ? enter() : Promise.reject(error)))
    await Promise.all(Array.from({ length: PLACES }, enter))
    const { rows } = await database.db.execute<{ id: number }>(sql`select id from written`)
    const kept = new Set(rows.map(row => row.id))
    expect(acknowledged.filter(id => !kept.has(id))).toEqual([])
  } finally {
    relay.close()
    relay.cut()
    await database.close()
  }
})
