import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { throwBelow } from '../../../src/demo/dice.ts'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { createDraftStore } from '../../../src/server/platform/drafts/draftStore.ts'
import { createKeyStore } from '../../../src/server/platform/keys/keyStore.ts'
import { SEED } from '../../longRun.ts'
import { newPostgresDatabase } from '../databases.ts'
import { prepareWriters } from '../killedWriters.ts'
import { layDatabase } from '../layDatabase.ts'
import { openOffice } from '../office.ts'
import type { InterviewPlace } from './interviewServer.ts'
import { commissionOf, DAY, layFrame, openSurveys, peopleOf, surveyOf } from './surveyOffice.ts'

/** Servers killed during calls on each database, people of each group, interviewers. */
const [KILLS, PEOPLE, DESKS] = [40, 400, 8]

/** A server answers so many times at most before it is killed. */
const ANSWERS = 25

const folder = mkdtempSync(join(tmpdir(), '衡评 断线-'))
let servers: Awaited<ReturnType<typeof prepareWriters<InterviewPlace>>>
beforeAll(async () => {
  servers = await prepareWriters<InterviewPlace>('survey/interviewServer.ts')
})
afterAll(() => {
  servers.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a server killed during calls keeps every interview that it acknowledged, once, and what was saved of the others', () => {
  test.each([
    [
      'PGlite',
      async (): Promise<DatabaseSettings> => {
        await layDatabase(join(folder, 'one'), 'migrated')
        return { kind: 'embedded', folder: join(folder, 'one') }
      },
    ],
    [
      'PostgreSQL',
      async (): Promise<DatabaseSettings> => ({
        kind: 'server',
        url: await newPostgresDatabase(),
        poolSize: 8,
      }),
    ],
  ])(`%s, ${KILLS} times`, async (kind, settingsOf) => {
    const settings = await settingsOf()
    const keys = join(folder, `${kind} keys`)
    const database = await openDatabase(settings)
    await migrate(database)
    const there = await openSurveys(database, DESKS)
    Object.assign(there.office.context, { keys: createKeyStore(keys) })
    const survey = surveyOf(there.committee, there.surveyor)
    const unit = there.units[0]!
    await survey.draft(commissionOf([unit.id], PEOPLE))
    await survey.entrust()
    await layFrame(there.office.context, survey.id, there.units, peopleOf(unit.id, unit.name, PEOPLE))
    await survey.draw()
    const [desks, supervisor] = [there.callers.map(({ cookie }) => cookie), there.surveyor.cookie]
    await there.office.close()
    await database.close()

    let port = 0
    let answers = 0
    const ask = async (cookie: string, method: string, path: string, body?: object) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: body && JSON.stringify(body),
      })
      const text = await answer.text()
      answers++
      return { status: answer.status, body: JSON.parse(text) as Record<string, never> }
    }
    /** Asks until there is an answer; says how often the line broke before. */
    const persist = async (...request: Parameters<typeof ask>) => {
      for (let cuts = 0; ; cuts++)
        try {
          return { cuts, ...(await ask(...request)) }
        } catch {
          await setTimeout(20)
        }
    }
    const acknowledged: string[] = []
    const interviewAll = async (cookie: string) => {
      for (let nth = 0; ; nth++) {
        const { status, body } = await persist(cookie, 'POST', '/api/interview/next', {})
        expect(status, JSON.stringify(body)).toBe(200)
        const interview = body['interview'] as undefined | { case: string; answers: Record<string, string> }
        if (interview === undefined) return
        const path = `/api/interview/${interview.case}`
        const given = { overall: 'satisfied', opinion: `${interview.case} ${nth}` }
        expect((await persist(cookie, 'PUT', path, { answers: given })).status).toBe(200)
        // What was saved is there again, whatever happened in between.
        const desk = await persist(cookie, 'GET', '/api/interview')
        expect((desk.body['interview'] as never as typeof interview).answers).toEqual(given)
        const end = await persist(cookie, 'POST', `${path}/end`, { disposition: 'interview', answers: given })
        // Sent again after a cut, the first one may have come through: then the case is off this desk.
        if (end.cuts === 0 || end.status === 200) expect(end.status).toBe(200)
        else expect(end.body).toMatchObject({ code: 'caseElsewhere' })
        acknowledged.push(given.opinion)
      }
    }
    let calls: Promise<unknown> | undefined
    for (let kill = 0; kill < KILLS; kill++) {
      const before = acknowledged.length
      const { child, wrote, found, ended } = servers.start({ settings, keys, today: DAY })
      expect(await found).toBeGreaterThanOrEqual(before)
      port = Number(wrote[0])
      calls ??= Promise.all(desks.map(interviewAll))
      const enough = answers + 1 + throwBelow(SEED, kill, ANSWERS)
      while (answers < enough && acknowledged.length < 2 * PEOPLE) await setTimeout(1)
      child.kill('SIGKILL')
      expect((await ended).complaint).toBe('')
    }
    const again = await openDatabase(settings)
    const office = await openOffice(again)
    Object.assign(office.context, {
      keys: createKeyStore(keys),
      drafts: createDraftStore(keys),
      today: () => DAY,
    })
    await office.app.listen({ port: 0, host: '127.0.0.1' })
    port = (office.app.server.address() as AddressInfo).port
    await calls
    expect(acknowledged).toHaveLength(2 * PEOPLE)
    const at = `/api/years/2018/surveys/${survey.id}`
    const supervise = (method: string, path: string, body?: object) =>
      ask(supervisor, method, `${at}${path}`, body)
    const { body } = await supervise('GET', '/progress')
    const quota = body['quota'] as never as { answers: number }[]
    expect(quota.map(one => one.answers)).toEqual([PEOPLE, PEOPLE])
    expect(body['outcomes']).toMatchObject({ I: 2 * PEOPLE, UH: 0 })
    await supervise('POST', '/end', { units: [unit.id] })
    await again.db.execute(sql`update survey_unit set state = 'ready'`)
    expect((await supervise('POST', '/separate', { units: [unit.id] })).body).toEqual({
      units: 1,
      answers: 2 * PEOPLE,
    })
    const { rows } = await again.db.execute<{ opinion: string }>(
      sql`select answers ->> 'opinion' as opinion from survey_answer`,
    )
    expect(rows.map(({ opinion }) => opinion).toSorted()).toEqual(acknowledged.toSorted())
    await office.close()
    await again.close()
  })
})
