import type { FastifyReply } from 'fastify'
import { refusalStatus } from '../../../contract/http/refusalStatus.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { Refusal } from '../../../domain/kernel/refusal.ts'

/** 答复拒绝: permanent code, Chinese sentence, the numbers in it and the clause. */
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
