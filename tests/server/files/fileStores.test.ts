import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFileStore } from '../../../src/server/platform/files/createFileStore.ts'
import {
  type FileSettings,
  type FileStore,
  FileStoreAway,
} from '../../../src/server/platform/files/fileStore.ts'
import { openSignedStore } from './signedStore.ts'
import { readSettings } from '../../../src/server/readSettings.ts'

const folder = mkdtempSync(join(tmpdir(), '衡评 附件-'))
const KEYS = { key: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' }
let s3: S3rver
let endpoint: string

beforeAll(async () => {
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'hengping', configs: [] }],
  })
  const { port } = (await s3.run()) as AddressInfo
  endpoint = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await s3.close()
  rmSync(folder, { recursive: true, force: true })
})

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const read = async (store: FileStore, hash: string): Promise<Buffer | undefined> => {
  const stream = await store.read(hash)
  return stream && buffer(stream)
}

describe.each(['disk', 's3'] as const)('files kept by hash (%s)', kind => {
  const settings = (): FileSettings =>
    kind === 'disk' ? { kind, data: join(folder, 'data') } : { kind, endpoint, bucket: 'hengping', ...KEYS }

  test('files are written once, read back unchanged, and removed', async () => {
    const store = createFileStore(settings())
    const bytes = randomBytes(3_000_000)
    const hash = hashOf(bytes)
    expect([store.kind, await store.has(hash), await store.read(hash)]).toEqual([kind, false, undefined])
    await store.put(hash, bytes)
    await store.put(hash, bytes)
    expect(await store.has(hash)).toBe(true)
    expect((await read(store, hash))!.equals(bytes)).toBe(true)
    await store.remove(hash)
    await store.remove(hash)
    expect([await store.has(hash), await store.read(hash)]).toEqual([false, undefined])
  })

  test('concurrent writers can store different files and the same file', async () => {
    const store = createFileStore(settings())
    const made = Array.from({ length: 20 }, (_file, at) => Buffer.from(`${kind} ${at % 10}`))
    await Promise.all(made.map(bytes => store.put(hashOf(bytes), bytes)))
    for (const bytes of made) expect((await read(store, hashOf(bytes)))!.equals(bytes)).toBe(true)
  })

  test('names other than a hash are refused', async () => {
    for (const name of ['../../etc/passwd', '', 'ab', `${'a'.repeat(63)}/`]) {
      await expect(createFileStore(settings()).read(name)).rejects.toThrow('not the hash')
    }
  })
})

describe('on disk', () => {
  test('a file appears at its place complete, without temporary files; those of a dead process are deleted after half a day', async () => {
    const data = join(folder, 'tidy')
    const store = createFileStore({ kind: 'disk', data })
    const bytes = randomBytes(1000)
    const hash = hashOf(bytes)
    await store.put(hash, bytes)
    expect(readFileSync(join(data, 'files', hash.slice(0, 2), hash)).equals(bytes)).toBe(true)
    expect(readdirSync(join(data, 'files.part'))).toEqual([])
    for (const name of ['old', 'new']) writeFileSync(join(data, 'files.part', name), 'half')
    utimesSync(join(data, 'files.part', 'old'), 1, 1)
    await store.tidy(new Date())
    expect(readdirSync(join(data, 'files.part'))).toEqual(['new'])
  })

  test('a failed write to disk leaves nothing', async () => {
    const data = join(folder, 'full')
    mkdirSync(data)
    writeFileSync(join(data, 'files'), 'in the way')
    const bytes = Buffer.from('x')
    await expect(createFileStore({ kind: 'disk', data }).put(hashOf(bytes), bytes)).rejects.toThrow()
    expect(existsSync(join(data, 'files.part')) ? readdirSync(join(data, 'files.part')) : []).toEqual([])
  })
})

describe('filesAway: an S3 store', () => {
  const away = async (settings: Partial<Extract<FileSettings, { kind: 's3' }>>): Promise<void> => {
    const store = createFileStore({ kind: 's3', endpoint, bucket: 'hengping', ...KEYS, ...settings })
    const bytes = Buffer.from('x')
    await expect(store.put(hashOf(bytes), bytes)).rejects.toBeInstanceOf(FileStoreAway)
  }

  test('is unreachable, lacks the bucket, or does not know the key', async () => {
    await away({ endpoint: 'http://127.0.0.1:9' })
    await away({ bucket: 'other' })
    await away({ key: 'nobody' })
  })

  test('checks signatures and bytes: ours are accepted, those made with another secret refused', async () => {
    const store = await openSignedStore('right secret')
    const bytes = randomBytes(100_000)
    const files = createFileStore({
      kind: 's3',
      endpoint: store.endpoint,
      bucket: 'hengping',
      key: 'k',
      secret: 'right secret',
      region: 'cn-north-1',
    })
    await files.put(hashOf(bytes), bytes)
    expect((await read(files, hashOf(bytes)))!.equals(bytes)).toBe(true)
    await away({ endpoint: store.endpoint, secret: 'wrong' })
    store.server.close()
    expect(store.judged).toEqual(['HEAD right', 'PUT right', 'GET right', 'HEAD wrongly signed'])
  })

  test('answers with errors', async () => {
    let asked = 0
    const broken: Server = createServer((_request, response) => {
      asked++
      response.writeHead(503).end()
    })
    await new Promise<void>(resolve => broken.listen(0, '127.0.0.1', resolve))
    await away({ endpoint: `http://127.0.0.1:${(broken.address() as AddressInfo).port}` })
    broken.close()
    expect(asked).toBe(3)
  })
})

describe('store settings', () => {
  const all = {
    HENGPING_S3_ENDPOINT: 'https://minio.local',
    HENGPING_S3_BUCKET: 'b',
    HENGPING_S3_KEY: 'k',
    HENGPING_S3_SECRET: 's',
  }

  test('files are kept in the data folder unless a store is configured', () => {
    expect(readSettings(['--data', 'd'], {})!.files).toEqual({ kind: 'disk', data: 'd' })
    expect(readSettings([], { ...all, HENGPING_S3_REGION: 'cn-1' })!.files).toEqual({
      kind: 's3',
      endpoint: 'https://minio.local',
      bucket: 'b',
      key: 'k',
      secret: 's',
      region: 'cn-1',
    })
  })

  test('an incomplete store configuration is refused', () => {
    expect(() => readSettings([], { ...all, HENGPING_S3_SECRET: '' })).toThrow(
      '还缺环境变量 HENGPING_S3_SECRET',
    )
    expect(() => readSettings([], { ...all, HENGPING_S3_ENDPOINT: 'minio.local' })).toThrow('应以 http://')
  })
})
