// The real server with one survey under way, in a process of its own. It notes how long each request took from the moment it was read until its answer was written.
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { createDraftStore } from '../../src/server/platform/drafts/draftStore.ts'
import type { AppContext } from '../../src/server/platform/appContext.ts'
import { createKeyStore } from '../../src/server/platform/keys/keyStore.ts'
import { listEnded } from '../../src/server/rooms/survey/endedCalls.ts'
import { tallyCalled } from '../../src/server/rooms/survey/tallySealed.ts'
import { commissionOf, openSurveys, surveyOf } from '../../tests/server/survey/surveyOffice.ts'
import { processorSince, serveParent, shareOf } from '../hall/child.ts'
import { layCases } from './layCases.ts'

/** How large the survey is. */
export interface SurveySize {
  readonly settings: DatabaseSettings
  readonly folder: string
  readonly units: number
  readonly cases: number
  readonly desks: number
}

/** What those who ask have to know. */
export interface OpenSurvey {
  readonly port: number
  readonly survey: string
  readonly desks: readonly string[]
  readonly supervisor: string
  readonly committee: string
  /** Milliseconds for opening all sealed sheets, as each start does in the background. */
  readonly tallied: number
}

/** What requests of one kind took at the server, in milliseconds. */
export interface Times {
  readonly requests: number
  readonly p50: number
  readonly p99: number
  readonly most: number
}

/** The kinds of requests. */
const KINDS = [
  ['save', /^PUT \/api\/interview\//],
  ['next', /^POST \/api\/interview\/next/],
  ['end', /^POST \/api\/interview\/.*\/end/],
  ['page', /./],
] as const

/** A kind of request. */
export type Kind = (typeof KINDS)[number][0]

const WANTED = 12
let times: { readonly kind: Kind; readonly took: number }[] = []
let from = process.cpuUsage()
let context: AppContext
let db: Awaited<ReturnType<typeof openDatabase>>['db']

const work = {
  open: async ({ settings, folder, units, cases, desks }: SurveySize): Promise<OpenSurvey> => {
    const database = await openDatabase(settings)
    await migrate(database)
    db = database.db
    const there = await openSurveys(database, desks, units)
    const keys = createKeyStore(folder)
    context = there.office.context
    Object.assign(context, { keys, drafts: createDraftStore(folder) })
    const survey = surveyOf(there.committee, there.surveyor)
    const ids = there.units.map(({ id }) => id)
    await survey.draft(commissionOf(ids, WANTED))
    await survey.entrust()
    await layCases(db, keys, {
      survey: survey.id,
      units: ids,
      each: cases / units / 2,
      wanted: WANTED,
      interviewers: there.callers.map(({ id }) => id),
    })
    await database.run('analyze')
    const begun = performance.now()
    await tallyCalled(context)
    const tallied = performance.now() - begun
    const { app } = there.office
    app.server.prependListener('request', (request, response) => {
      const begun = performance.now()
      const kind = KINDS.find(([, url]) => url.test(`${request.method} ${request.url}`))![0]
      response.once('finish', () => times.push({ kind, took: performance.now() - begun }))
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    return {
      port: (app.server.address() as AddressInfo).port,
      survey: survey.id,
      desks: there.callers.map(({ cookie }) => cookie),
      supervisor: there.surveyor.cookie,
      committee: there.committee.cookie,
      tallied,
    }
  },
  begin: () => {
    times = []
    from = process.cpuUsage()
  },
  cost: () => ({
    processor: processorSince(from),
    times: Object.fromEntries(
      KINDS.map(([kind]) => {
        const took = times.filter(one => one.kind === kind).map(one => one.took)
        const most = Math.max(0, ...took)
        return [kind, { requests: took.length, p50: shareOf(took, 0.5), p99: shareOf(took, 0.99), most }]
      }),
    ) as Readonly<Record<Kind, Times>>,
  }),
  /** Whole interviews, counted from the answers themselves, entered or not. */
  answers: async (survey: string) => {
    const { rows } = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from survey_sealed where final`,
    )
    return rows[0]!.n + (await listEnded(context, survey)).filter(({ keeps }) => keeps === 'whole').length
  },
  /** Takes all call-backs as done. */
  confirmAll: async () => {
    await db.execute(sql`update survey_check set result = 'confirmed'`)
    await db.execute(sql`update survey_unit set state = 'ready' where state = 'checking'`)
  },
}

/** What the server can be asked for. */
export type SurveyServer = typeof work

serveParent(work)
