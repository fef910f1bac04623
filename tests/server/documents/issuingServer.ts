// Serves an office, in its own process, till it is killed. Says its port, then how many documents are issued.
// Argument: JSON of the database's settings.
import { writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { type DatabaseSettings, openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { openOffice } from '../office.ts'

const database = await openDatabase(JSON.parse(process.argv[2]!) as DatabaseSettings)
const { rows } = await database.db.execute<{ n: number }>(
  sql`select count(hash)::int as n from official_document`,
)
const { app } = await openOffice(database)
await app.listen({ port: 0, host: '127.0.0.1' })
writeSync(1, `${(app.server.address() as AddressInfo).port} ${rows[0]!.n}\n`)
