import { createHash, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { sheetBody } from '../../../src/contract/sheets/sheetBody.ts'
import { hashOf } from '../../../src/server/rooms/sheets/receiveSheet.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { aFinding, aSheet, png, sheetOffice } from './sheetOffice.ts'
import { sized } from '../../longRun.ts'

/** How many sheets are cut: fewer in an ordinary run. */
const CUTS = sized(200, 8)
const PHOTOS = 5

interface Wanted {
  readonly method?: string
  readonly path: string
  readonly body: Buffer
  readonly type: string
  readonly key: string
  /** a phone of now announces the hash of what it sends. */
  readonly hash?: string
}

/** Where a connection breaks: after so much of the request (0 to 1), or when all is sent, after so many milliseconds of waiting. */
type Cut = { readonly after: number } | { readonly waiting: number }

/** A phone on a bad line: raw sockets to a listening server. */
function phone(port: number, cookie: string) {
  const bytesOf = ({ method = 'POST', path, body, type, key, hash }: Wanted): Buffer =>
    Buffer.concat([
      Buffer.from(
        `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\nidempotency-key: ${key}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n${hash === undefined ? '' : `x-sent-hash: ${hash}\r\n`}connection: close\r\n\r\n`,
      ),
      body,
    ])
  return {
    /** Begins to ask and breaks off. */
    cut: (wanted: Wanted, where: Cut) =>
      new Promise<void>(resolve => {
        const bytes = bytesOf(wanted)
        const socket = connect(port, '127.0.0.1', () => {
          if ('after' in where)
            socket.write(bytes.subarray(0, Math.floor(bytes.length * where.after)), () => socket.destroy())
          else socket.write(bytes, () => setTimeout(() => socket.destroy(), where.waiting))
        })
        socket.on('error', () => {})
        socket.on('close', () => resolve())
      }),
    ask: (wanted: Wanted) =>
      new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => void socket.write(bytesOf(wanted)))
        const said: Buffer[] = []
        socket.on('data', part => said.push(part))
        socket.on('error', reject)
        socket.on('end', () => {
          const text = Buffer.concat(said).toString()
          const at = text.indexOf('\r\n\r\n')
          const json = /\{[^]*\}/.exec(text.slice(at))?.[0] ?? '{}'
          resolve({ status: Number(text.slice(9, 12)), body: JSON.parse(json) as Record<string, unknown> })
        })
      }),
  }
}

/** The same throws in every run. */
function throws(): () => number {
  let state = 20_181_224
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

describeOnEachDatabase('四（二） connections that break', (start, { kind }) => {
  test(
    'a connection cut at any stage of a sheet with five photos still results in one record with every photo complete',
    async () => {
      const desk = await sheetOffice(await start())
      await desk.office.app.listen({ host: '127.0.0.1', port: 0 })
      const line = phone((desk.office.app.server.address() as AddressInfo).port, desk.inspector.cookie)
      const dice = throws()
      const count = kind === 'PGlite' ? CUTS : Math.min(CUTS, 8)
      let cuts = 0
      const persist = async (wanted: Wanted, isCut: boolean) => {
        while (isCut || dice() < 0.2) {
          isCut = false
          cuts++
          await line.cut(wanted, dice() < 0.5 ? { after: dice() } : { waiting: Math.floor(dice() * 25) })
        }
        return line.ask(wanted)
      }
      for (let nth = 0; nth < count; nth++) {
        const assignment = await desk.assign('miao', [desk.inspector.id], { by: 'leadUnit' })
        const stage = Math.floor(dice() * (PHOTOS + 1))
        const photos: string[] = []
        for (let photo = 0; photo < PHOTOS; photo++) {
          const path = `/api/files?name=${encodeURIComponent(`照片${photo + 1}.png`)}`
          const body = png(1 + nth * PHOTOS + photo)
          const said = await persist(
            { path, body, type: 'application/octet-stream', key: randomUUID() },
            stage === photo,
          )
          expect(said.status).toBe(200)
          photos.push(said.body['file'] as string)
        }
        const findings = [aFinding({ note: `第${nth + 1}份`, photos: photos.slice(0, 3) })]
        const sheet = aSheet(assignment, { photos: photos.slice(3), findings })
        const body = Buffer.from(JSON.stringify(sheet))
        const key = sheet.draft
        const hash = nth % 2 === 0 ? createHash('sha256').update(body).digest('hex') : undefined
        const said = await persist(
          { path: '/api/years/2018/sheets', body, type: 'application/json', key, hash },
          stage === PHOTOS,
        )
        expect(said.status).toBe(200)
        expect(said.body).toMatchObject({
          sheet: sheet.draft,
          hash: hash ?? hashOf(sheetBody.parse(sheet), { headers: {} }),
        })
        expect((said.body['photos'] as string[]).toSorted()).toEqual(photos.toSorted())
        for (const photo of photos) {
          const stored = await desk.office.context.files.read(photo)
          expect(
            createHash('sha256')
              .update(await buffer(stored!))
              .digest('hex'),
          ).toBe(photo)
        }
      }
      expect(cuts).toBeGreaterThanOrEqual(count)
      const [found] = await desk.rows<
        Record<string, number>
      >(`select (select count(*)::int from sheet) as sheets,
        (select count(distinct assignment)::int from sheet) as assignments, (select count(*)::int from sheet_finding where fact is not null) as findings,
        (select count(*)::int from fact where kind = 'findings') as facts, (select count(*)::int from attachment) as photos`)
      expect(found).toEqual({
        sheets: count,
        assignments: count,
        findings: count,
        facts: count,
        photos: count * PHOTOS,
      })
    },
    Math.max(60_000, CUTS * 2_000),
  )
})
