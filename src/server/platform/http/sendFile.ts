import type { FastifyReply } from 'fastify'
import type { FileAnswer } from './fileAnswer.ts'

/** 发送下载文件; the name travels by RFC 5987, so that Chinese arrives whole. */
export function sendFile(reply: FastifyReply, { name, type, content, foreign }: FileAnswer): FastifyReply {
  if (foreign) reply.header('content-security-policy', "default-src 'none'; sandbox")
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .type(type)
    .serializer((payload: unknown) => payload as string)
    .send(content)
}
