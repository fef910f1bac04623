// Serves interviewers, in its own process, till it is killed. Says its port, then how many whole interviews it found, entered or waiting to be.
// Argument: JSON of the database's settings and the folder of the keys.
import { writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { type DatabaseSettings, openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { createDraftStore } from '../../../src/server/platform/drafts/draftStore.ts'
import { createKeyStore } from '../../../src/server/platform/keys/keyStore.ts'
import { countWhole, listEnded } from '../../../src/server/rooms/survey/endedCalls.ts'
import { openOffice } from '../office.ts'

/** What the server works on. */
export interface InterviewPlace {
  readonly settings: DatabaseSettings
  readonly keys: string
  readonly today: string
}

const { settings, keys, today } = JSON.parse(process.argv[2]!) as InterviewPlace
const database = await openDatabase(settings)
const { app, context } = await openOffice(database)
Object.assign(context, { keys: createKeyStore(keys), drafts: createDraftStore(keys), today: () => today })
const { rows } = await database.db.execute<{ survey: string; entered: number }>(
  sql`select id as survey, (select count(*)::int from survey_sealed where final) as entered from survey`,
)
const [{ survey, entered }] = rows as [{ survey: string; entered: number }]
const waiting = countWhole(await listEnded(context, survey))
const found = [...waiting.values()].reduce((sum, one) => sum + one, entered)
await app.listen({ port: 0, host: '127.0.0.1' })
writeSync(1, `wrote ${(app.server.address() as AddressInfo).port}\nfound ${found}\n`)
