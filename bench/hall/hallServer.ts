// The real server with one open meeting, in a process of its own. It notes how long each request took from the moment it was read until its answer was written.
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'drizzle-orm'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { storedSlip } from '../../src/server/rooms/meetings/ballots/servedVote.ts'
import { makeSigner } from '../../src/server/rooms/meetings/ballots/signCredential.ts'
import { layOpenMeeting } from '../../tests/server/meetings/openMeetingRow.ts'
import { openOffice } from '../../tests/server/office.ts'
import { processorSince, serveParent, shareOf } from './child.ts'
import { CLASS, hallForm } from './hallForm.ts'

/** What a server is opened with: the hashes that phones send, and the key that they seal to. */
export interface Hall {
  readonly settings: DatabaseSettings
  readonly slips: readonly string[]
  readonly sealTo: string
}

/** What the phones have to know. */
export interface OpenHall {
  readonly port: number
  readonly meeting: string
  readonly modulus: string
  readonly privateKey: string
}

/** What a stretch of time cost the server. */
export interface Cost {
  readonly requests: number
  /** of the process, in milliseconds. */
  readonly processor: number
  /** from request read to answer written, in milliseconds. */
  readonly p50: number
  readonly p99: number
  /** how late the loop came to its next turn. */
  readonly loopP99: number
}

const delay = monitorEventLoopDelay({ resolution: 5 })
let times: number[] = []
let from = process.cpuUsage()
let kept = async (): Promise<readonly string[]> => []

function timeRequests(server: Server): void {
  server.prependListener('request', (_request, response) => {
    const begun = performance.now()
    response.once('finish', () => times.push(performance.now() - begun))
  })
}

const work = {
  openHall: async ({ settings, slips, sealTo }: Hall): Promise<OpenHall> => {
    const database = await openDatabase(settings)
    await migrate(database)
    const { db } = database
    const meeting = await layOpenMeeting(db, hallForm)
    const signer = await makeSigner()
    await db.execute(sql`insert into ballot_signer (meeting, voter_class, modulus, private_key)
      values (${meeting}, ${CLASS}, ${signer.modulus}, ${signer.privateKey})`)
    await db.execute(sql`insert into ballot_box (meeting, seal_to) values (${meeting}, ${sealTo})`)
    await db.execute(sql`insert into ballot_slip (slip, meeting, voter_class)
      select value, ${meeting}::uuid, ${CLASS} from jsonb_array_elements_text(${JSON.stringify(slips.map(storedSlip))}::jsonb)`)
    kept = async () =>
      (await db.execute<{ hash: string }>(sql`select hash from ballot_sealed`)).rows.map(({ hash }) => hash)
    const { app } = await openOffice(database)
    timeRequests(app.server)
    await app.listen({ port: 0, host: '127.0.0.1' })
    return { port: (app.server.address() as AddressInfo).port, meeting, ...signer }
  },
  /** A server that does nothing: reads what is sent and answers a hash of it. */
  openEcho: async (): Promise<number> => {
    const server = createServer((request, response) => {
      const hash = createHash('sha256')
      request.on('data', (part: Buffer) => hash.update(part))
      request.on('end', () => {
        const text = JSON.stringify({ kept: hash.digest('hex') })
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length })
        response.end(text)
      })
    })
    timeRequests(server)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  },
  begin: () => {
    times = []
    delay.enable()
    delay.reset()
    from = process.cpuUsage()
  },
  cost: (): Cost => ({
    requests: times.length,
    processor: processorSince(from),
    p50: shareOf(times, 0.5),
    p99: shareOf(times, 0.99),
    loopP99: delay.percentile(99) / 1e6,
  }),
  kept: () => kept(),
}

/** What the server can be asked for. */
export type HallServer = typeof work

serveParent(work)
