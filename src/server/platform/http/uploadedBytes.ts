import type { FastifyRequest } from 'fastify'

/** Returns the bytes of an upload; none if the body is of another kind. */
export function uploadedBytes({ body }: FastifyRequest): Uint8Array {
  return body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array()
}
