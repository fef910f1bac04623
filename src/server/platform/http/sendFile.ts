import type { FastifyReply } from 'fastify'
import type { FileAnswer } from './fileAnswer.ts'

/** Sends a file to download; the name is encoded by RFC 5987, so that Chinese is preserved. */
export function sendFile(reply: FastifyReply, { name, type, content, foreign }: FileAnswer): FastifyReply {
  if (foreign) reply.header('content-security-policy', "default-src 'none'; sandbox")
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .type(type)
    .serializer((payload: unknown) => payload as string)
    .send(content)
}
