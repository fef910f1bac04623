// The real rooms with large surveys, in a process of its own. Says who may ask for what, then its address; answers
// each message with the most work of its thread between two answers of its database.
// Arguments: a folder, units, cases of a survey.
import { writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { layCases } from '../../../bench/survey/layCases.ts'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { createDraftStore } from '../../../src/server/platform/drafts/draftStore.ts'
import { createKeyStore } from '../../../src/server/platform/keys/keyStore.ts'
import { LOOK_AGAIN } from '../../longRun.ts'
import { commissionOf, openSurveys, surveyOf } from './surveyOffice.ts'

/** What those who ask have to know: who the surveyor is, the units, and surveys by how far they are. */
export interface BigSurveys {
  readonly cookie: string
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** whole, to be separated; a bureau's file awaited. */
  readonly surveys: Readonly<Record<'whole' | 'file' | 'frame' | 'called', string>>
}

const WANTED = 12
const [folder, many, cases] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4])]
const database = await openDatabase({ kind: 'embedded', folder: join(folder, 'database') })
await migrate(database)
const there = await openSurveys(database, 1, many)
const { db } = there.office.context
const keys = createKeyStore(folder)
Object.assign(there.office.context, { keys, drafts: createDraftStore(folder) })
const units = there.units.map(({ id, name }) => ({ id, name }))
const ids = units.map(({ id }) => id)
const entrusted = async (way: 'calls' | 'file') => {
  const survey = surveyOf(there.committee, there.surveyor)
  await survey.draft(commissionOf(ids, WANTED, { way }))
  await survey.entrust()
  return survey.id
}
const called = async () => {
  const survey = await entrusted('calls')
  await layCases(db, keys, {
    survey,
    units: ids,
    each: cases / many / 2,
    wanted: WANTED,
    interviewers: there.callers.map(({ id }) => id),
  })
  return survey
}
const surveys = {
  whole: await called(),
  file: await entrusted('file'),
  frame: await entrusted('calls'),
  called: await called(),
}
await db.execute(sql`update survey_unit set state = 'ready' where survey = ${surveys.whole}::uuid`)
await database.run('analyze')
const { app } = there.office
await app.listen({ port: 0, host: '127.0.0.1' })

let [most, used] = [0, workOf()]
process.on('message', () => {
  process.send!({ most })
  most = 0
})
process.on('SIGTERM', () => process.exit())

writeSync(1, `${JSON.stringify({ cookie: there.surveyor.cookie, units, surveys } satisfies BigSurveys)}\n`)
writeSync(1, `http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`)
for (;;) {
  await db.execute(sql`select 1`)
  const now = workOf()
  most = Math.max(most, now - used)
  used = now
  await sleep(LOOK_AGAIN)
}

/** Milliseconds of processor that this thread has used. */
function workOf(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
