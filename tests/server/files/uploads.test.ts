import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { FileStoreAway } from '../../../src/server/platform/files/fileStore.ts'
import { createFileStore } from '../../../src/server/platform/files/createFileStore.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { pdf, plainJpeg } from './madeFiles.ts'
import { SLOWER } from '../../longRun.ts'
import { openEmpty } from '../databases.ts'

const data = mkdtempSync(join(tmpdir(), '衡评 上传-'))
let database: OpenDatabase
let office: Office
let inspector: Visitor
let port: number

beforeAll(async () => {
  database = await openEmpty('PGlite')
  office = await openOffice(database, { files: createFileStore({ kind: 'disk', data }) })
  inspector = await office.someone('hecha', [{ role: 'inspector' }])
  await office.app.listen({ host: '127.0.0.1', port: 0 })
  port = (office.app.server.address() as AddressInfo).port
})

afterAll(async () => {
  await office.close()
  rmSync(data, { recursive: true, force: true })
})

const headers = (more: Record<string, string> = {}): Record<string, string> => ({
  cookie: inspector.cookie,
  'idempotency-key': randomUUID(),
  'content-type': 'application/octet-stream',
  ...more,
})

interface Said {
  readonly status: number
  readonly text: string
  /** bytes that went out before the answer came. */
  readonly sent: number
}

/** Sends `bytes` bytes, a piece at a time as fast as they are taken, till all are out or an answer comes. */
function sendMany(bytes: number, isTold: boolean): Promise<Said> {
  return new Promise((resolve, reject) => {
    const piece = Buffer.alloc(256 * 1024, 1)
    let [sent, ended] = [0, false]
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/api/files?name=x.pdf',
        headers: headers(isTold ? { 'content-length': String(bytes) } : {}),
      },
      answer => {
        ended = true
        let text = ''
        answer.on('data', part => (text += String(part)))
        answer.on('end', () => {
          outgoing.destroy()
          resolve({ status: answer.statusCode!, text, sent })
        })
      },
    )
    outgoing.on('error', error => (ended ? undefined : reject(error)))
    const more = (): void => {
      while (!ended && sent < bytes) {
        sent += piece.length
        if (!outgoing.write(piece)) return void outgoing.once('drain', more)
      }
      if (!ended) outgoing.end()
    }
    more()
  })
}

test.each([true, false])(
  'bodyTooLarge: 1 GB is refused early without using memory, whether the length is declared: %s',
  async isTold => {
    const before = process.memoryUsage.rss()
    const { status, text, sent } = await sendMany(1024 * 1024 * 1024, isTold)
    expect([status, JSON.parse(text)]).toMatchObject([
      413,
      { code: 'bodyTooLarge', message: expect.stringContaining('20 MB') },
    ])
    expect(sent).toBeLessThan(64 * 1024 * 1024)
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024)
  },
)

/** Sends a body far too large without listening before it is out, then goes on with `after` bytes a moment; tells what came till the line was closed. */
function sendDeaf(megabytes: number, after: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const said = Object.entries(headers({ 'content-length': String(1024 * 1024 * 1024), host: '127.0.0.1' }))
    socket.pause()
    socket.write(
      `POST /api/files?name=x.pdf HTTP/1.1\r\n${said.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`,
    )
    let text = ''
    let more: NodeJS.Timeout | undefined
    socket.on('data', part => (text += String(part)))
    socket.on('error', error => (text === '' ? reject(error) : undefined))
    socket.on('close', () => {
      clearInterval(more)
      resolve(text)
    })
    socket.write(Buffer.alloc(megabytes * 1024 * 1024, 1), () => {
      more = setInterval(() => socket.write(Buffer.alloc(after)), 100)
      socket.resume()
    })
  })
}

test('bodyTooLarge: a client that reads only after sending still gets the answer; one that never stops sending is cut off', async () => {
  const started = Date.now()
  const text = await sendDeaf(40, 1)
  expect(text).toMatch(/^HTTP\/1\.1 413[\s\S]*"code":"bodyTooLarge"/)
  expect(Date.now() - started).toBeLessThan(20_000 * SLOWER)
})

test('attachmentEmpty: an empty file, or one without a name, stores nothing', async () => {
  expect(
    (
      await inspector.ask('POST /api/files?name=x.pdf', {
        body: Buffer.alloc(0),
        headers: { 'content-type': 'application/octet-stream' },
      })
    ).body,
  ).toMatchObject({
    code: 'attachmentEmpty',
  })
  expect((await inspector.ask('POST /api/files?name=x.pdf', {})).body).toMatchObject({
    code: 'attachmentEmpty',
  })
  expect(
    (
      await inspector.ask('POST /api/files', {
        body: pdf(),
        headers: { 'content-type': 'application/octet-stream' },
      })
    ).status,
  ).toBe(400)
})

test('filesAway: if the store is unavailable, nothing is written and the refusal says so', async () => {
  const put = vi.spyOn(office.context.files, 'put').mockRejectedValue(new FileStoreAway('silent'))
  const sent = inspector.ask('POST /api/files?name=x.pdf', {
    body: pdf('/A 9'),
    headers: { 'content-type': 'application/octet-stream' },
  })
  await expect(sent).rejects.toThrow(/filesAway.*存放附件的地方暂时连不上/)
  put.mockRestore()
  expect((await database.db.execute(sql`select count(*)::int as n from file`)).rows).toEqual([{ n: 0 }])
})

test('a connection cut during an upload leaves nothing; sending the whole file afterwards stores it once', async () => {
  const photo = await plainJpeg(11, { width: 1600, height: 1200 })
  for (let cut = 1; cut <= 12; cut++) await sendPart(photo, Math.floor((photo.length * cut) / 13))
  await office.context.db.execute(sql`select 1`)
  expect(filesBelow(data)).toEqual([])
  expect((await database.db.execute(sql`select (select count(*)::int from file) as files`)).rows).toEqual([
    { files: 0 },
  ])
  const key = randomUUID()
  for (let time = 0; time < 3; time++) {
    const said = await inspector.ask('POST /api/files?name=a.jpg', {
      body: photo,
      key,
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(said.body).toMatchObject({
      file: createHash('sha256').update(photo).digest('hex'),
      size: photo.length,
    })
  }
  expect(filesBelow(data)).toHaveLength(1)
  expect((await database.db.execute(sql`select (select count(*)::int from file) as files`)).rows).toEqual([
    { files: 1 },
  ])
})

/** Begins a request, sends so much of its body, and breaks off. */
function sendPart(bytes: Buffer, much: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const said = Object.entries(headers({ 'content-length': String(bytes.length), host: '127.0.0.1' })).map(
      ([name, value]) => `${name}: ${value}`,
    )
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.write(`POST /api/files?name=a.jpg HTTP/1.1\r\n${said.join('\r\n')}\r\n\r\n`)
    socket.write(bytes.subarray(0, much), () => socket.destroy())
  })
}

function filesBelow(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(entry =>
        entry.isFile() ? [entry.name] : [],
      )
    : []
}
