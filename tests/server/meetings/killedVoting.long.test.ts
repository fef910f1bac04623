import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { throwBelow } from '../../../src/demo/dice.ts'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { SEED } from '../../longRun.ts'
import { newPostgresDatabase } from '../databases.ts'
import { prepareWriters } from '../killedWriters.ts'
import { layDatabase } from '../layDatabase.ts'
import { openOffice, type Said, type Visitor } from '../office.ts'
import { meetingAt, meetingOffice, planned } from './heldMeeting.ts'
import { markAll, ok, opened, phone, prepared } from './votingMeeting.ts'

/** Servers killed during voting on each database, and voters at the meeting. */
const [KILLS, VOTERS] = [100, 1500]

/** So many vote at the same time; a server answers so many times at most before it is killed. */
const [AT_ONCE, ANSWERS] = [40, 40]

const folder = mkdtempSync(join(tmpdir(), '衡评 断票-'))
let servers: Awaited<ReturnType<typeof prepareWriters<DatabaseSettings>>>
beforeAll(async () => {
  servers = await prepareWriters<DatabaseSettings>('meetings/votingServer.ts')
})
afterAll(() => {
  servers.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a server killed during voting counts every sheet that it acknowledged, once', () => {
  test.each([
    [
      'PGlite',
      async (): Promise<DatabaseSettings> => {
        await layDatabase(folder, 'migrated')
        return { kind: 'embedded', folder }
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
    const database = await openDatabase(settings)
    await migrate(database)
    const { office, committee } = await meetingOffice(database)
    const meeting = await planned(committee)
    const { at, id, key, secrets } = await prepared(committee, meeting, { delegate: VOTERS })
    await opened(meeting)
    const { part } = await phone(office.visitor(), secrets[0]!.secret)
    await office.close()
    await database.close()

    let port = 0
    let [answers, cuts] = [0, 0]
    /** A phone sends again until it is answered. */
    const ask: Visitor['ask'] = async (route, input) => {
      for (;;)
        try {
          const answer = await fetch(`http://127.0.0.1:${port}${route.split(' ')[1]!}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(input!.body),
          })
          const text = await answer.text()
          answers += 1
          return { status: answer.status, text, body: JSON.parse(text) as Said['body'] } as Said
        } catch {
          cuts += 1
          await setTimeout(20)
        }
    }
    const acknowledged: string[] = []
    const waiting = secrets.map(({ secret }) => secret)
    const voteOneByOne = async () => {
      for (let secret = waiting.pop(); secret !== undefined; secret = waiting.pop()) {
        const own = await phone({ ask } as Visitor, secret, part)
        const { sealed, receipt } = own.seal(markAll(part.form, line => 60 + (line % 20)))
        await ok(ask('POST /api/vote/cast', { body: { ...(await own.credential()), sealed } }))
        acknowledged.push(receipt)
      }
    }
    const restarts: number[] = []
    let votes: Promise<unknown> | undefined
    for (let kill = 0; kill < KILLS; kill++) {
      const began = performance.now()
      const before = acknowledged.length
      const { child, wrote, found, ended } = servers.start(settings)
      expect(await found).toBeGreaterThanOrEqual(before)
      restarts.push(performance.now() - began)
      port = Number(wrote[0])
      votes ??= Promise.all(Array.from({ length: AT_ONCE }, voteOneByOne))
      const enough = answers + 1 + throwBelow(SEED, kill, ANSWERS)
      while (answers < enough && acknowledged.length < VOTERS) await setTimeout(1)
      child.kill('SIGKILL')
      expect((await ended).complaint).toBe('')
    }
    const again = await openDatabase(settings)
    const counting = await openOffice(again)
    await counting.app.listen({ port: 0, host: '127.0.0.1' })
    port = (counting.app.server.address() as AddressInfo).port
    await votes
    const teller = await counting.someone('jipiao', [{ role: 'committee' }])
    await ok(meetingAt(teller, meeting.address).step({ step: 'closeVoting' }))
    await ok(teller.ask(`POST ${at}/unseal`, { body: { key } }))
    await ok(teller.ask(`POST ${at}/count`, { body: {} }))
    await ok(teller.ask(`POST ${at}/publish`, { body: {} }))
    const { body } = await ok(teller.ask(`GET /api/vote/meetings/${id}/published`))
    expect(acknowledged).toHaveLength(VOTERS)
    expect(body['receipts']).toEqual(acknowledged.toSorted())
    await counting.close()
    await again.close()
    restarts.sort((one, other) => one - other)
    const [middle, longest] = [restarts[restarts.length >> 1]!, restarts.at(-1)!].map(Math.round)
    process.stderr.write(
      `${kind}, seed ${SEED}: ${KILLS} kills, ${VOTERS} voters, ${answers} answers, ${cuts} requests cut; ready again after ${middle} ms, at most ${longest} ms\n`,
    )
  })
})
