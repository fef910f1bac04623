import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { canonicalText } from '../../../domain/kernel/ids.ts'

/** Reads the idempotency key of a request: 8 to 100 plain characters; anything else counts as none. */
export function readOnceKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : undefined
}

/** Returns the fingerprint of a request: a hash of its address and body. */
export function fingerprintOf(request: FastifyRequest): string {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`)
  if (request.body instanceof Uint8Array) hash.update(request.body)
  else hash.update(canonicalText(request.body ?? null))
  return hash.digest('hex')
}
