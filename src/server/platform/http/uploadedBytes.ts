import type { FastifyRequest } from 'fastify'

/** Gives the bytes of an upload; none where another body came. */
export function uploadedBytes({ body }: FastifyRequest): Uint8Array {
  return body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array()
}
