// Serves interviewers, in its own process, till it is killed. Says its port, then how many whole interviews it found.
// Argument: JSON of the database's settings and the folder of the keys.
import { writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { type DatabaseSettings, openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { createDraftStore } from '../../../src/server/platform/drafts/draftStore.ts'
import { createKeyStore } from '../../../src/server/platform/keys/keyStore.ts'
import { openOffice } from '../office.ts'

/** What the server works on. */
export interface InterviewPlace {
  readonly settings: DatabaseSettings
  readonly keys: string
  readonly today: string
}

const { settings, keys, today } = JSON.parse(process.argv[2]!) as InterviewPlace
const database = await openDatabase(settings)
const { rows } = await database.db.execute<{ n: number }>(
  sql`select count(*)::int as n from survey_sealed where final`,
)
const { app, context } = await openOffice(database)
Object.assign(context, { keys: createKeyStore(keys), drafts: createDraftStore(keys), today: () => today })
await app.listen({ port: 0, host: '127.0.0.1' })
writeSync(1, `wrote ${(app.server.address() as AddressInfo).port}\nfound ${rows[0]!.n}\n`)
