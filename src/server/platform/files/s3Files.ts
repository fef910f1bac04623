import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { FileStoreAway, type FileSettings, type FileStore, placeOfFile } from './fileStore.ts'

const PATIENCE_MS = 30_000

/** Creates a file store in an S3-compatible service (such as MinIO), with path-style addresses; keys are the same as on disk. Each request is signed, and the store checks the bytes against their hash. */
export function createS3Files({
  endpoint,
  bucket,
  key,
  secret,
  region,
}: Extract<FileSettings, { kind: 's3' }>): FileStore {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 2,
    initRetryMs: 200,
  })
  const address = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`

  async function ask(method: string, hash: string, bytes?: Uint8Array): Promise<Response> {
    const headers: Record<string, string> =
      bytes === undefined ? {} : { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' }
    const ending = new AbortController()
    const patience = setTimeout(() => ending.abort(), PATIENCE_MS)
    const body = bytes === undefined ? {} : { body: bytes as Uint8Array<ArrayBuffer> }
    const answer = await client
      .fetch(`${address}/${placeOfFile(hash)}`, { method, headers, signal: ending.signal, ...body })
      .catch(error => {
        throw new FileStoreAway('the store cannot be reached', { cause: error })
      })
      .finally(() => clearTimeout(patience))
    if (answer.ok || answer.status === 404) return answer
    await answer.body?.cancel()
    throw new FileStoreAway(`the store answers ${method} with ${answer.status}`)
  }

  async function has(hash: string): Promise<boolean> {
    return (await ask('HEAD', hash)).ok
  }

  return {
    kind: 's3',
    async put(hash, bytes) {
      if (await has(hash)) return
      const answer = await ask('PUT', hash, bytes)
      await answer.body?.cancel()
      if (!answer.ok) throw new FileStoreAway('the bucket is not there')
    },
    has,
    async read(hash) {
      const answer = await ask('GET', hash)
      if (answer.ok && answer.body !== null) return Readable.fromWeb(answer.body as ReadableStream)
      await answer.body?.cancel()
      return undefined
    },
    async remove(hash) {
      await (await ask('DELETE', hash)).body?.cancel()
    },
    tidy: async () => {},
  }
}
