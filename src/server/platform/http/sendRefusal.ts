import type { FastifyReply } from 'fastify'
import { refusalStatus } from '../../../contract/http/refusalStatus.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { Refusal } from '../../../domain/kernel/refusal.ts'

/** Sends a refusal: permanent code, Chinese sentence, its numbers and the citation (条款). */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { code, values, citation } = refusal
  return reply
    .code(refusalStatus(code))
    .type('application/json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({
      code,
      message: sentenceOfRefusal(refusal),
      values,
      citation,
    })
}
