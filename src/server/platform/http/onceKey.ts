import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { yieldToEventLoop } from '../yieldToEventLoop.ts'
import { canonicalText } from '../../../domain/kernel/ids.ts'

/** Reads the idempotency key of a request: 8 to 100 plain characters; anything else counts as none. */
export function readOnceKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : undefined
}

const PIECE = 4 * 1024 * 1024

/** Returns the fingerprint of a request: a hash of its address and body; of a large file in pieces, between which others are served. */
export async function fingerprintOf({ method, url, body }: FastifyRequest): Promise<string> {
  const hash = createHash('sha256').update(`${method} ${url}\n`)
  if (!(body instanceof Uint8Array)) return hash.update(canonicalText(body ?? null)).digest('hex')
  for (let at = 0; at < body.length; at += PIECE) {
    if (at > 0) await yieldToEventLoop()
    hash.update(body.subarray(at, at + PIECE))
  }
  return hash.digest('hex')
}
