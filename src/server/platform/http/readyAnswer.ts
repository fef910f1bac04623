import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'

/** An answer that is already written as JSON, with the tag by which a browser asks whether it still holds. */
export class ReadyAnswer {
  readonly json: string
  readonly tag: string
  #compressed: Buffer | undefined

  constructor(json: string) {
    this.json = json
    this.tag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`
  }

  /** The JSON compressed, once for all who ask. */
  get compressed(): Buffer {
    return (this.#compressed ??= gzipSync(this.json))
  }
}

/** Writes an answer as its schema says. */
function writeAnswer(schema: z.ZodType, answer: unknown): ReadyAnswer {
  return new ReadyAnswer(serializerCompiler({ schema } as never)(answer))
}

/** Sends a written answer; a browser that has it already is told so instead (304). */
export function sendReady(request: FastifyRequest, reply: FastifyReply, answer: ReadyAnswer): FastifyReply {
  const { json, tag } = answer
  reply.header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  if (json.length < SHORT || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
    return reply.send(json)
  return reply.header('content-encoding', 'gzip').send(answer.compressed)
}

/** Shorter answers are not worth compressing. */
const SHORT = 1024

/** Keeps the written answers to questions about one thing, for as long as that thing itself is kept; at most `most` of each. */
export function rememberAnswers<T extends object, S extends z.ZodType>(
  schema: S,
  most: number,
): (
  about: T,
  question: string,
  answer: () => Promise<z.output<S> | Refusal>,
) => Promise<ReadyAnswer | Refusal> {
  const kept = new WeakMap<T, Map<string, Promise<ReadyAnswer | Refusal>>>()
  return (about, question, answer) => {
    let known = kept.get(about)
    if (known === undefined) kept.set(about, (known = new Map()))
    const before = known.get(question)
    if (before !== undefined) return before
    const made = answer().then(found => (isRefusal(found) ? found : writeAnswer(schema, found)))
    known.set(question, made)
    if (known.size > most) known.delete(known.keys().next().value!)
    made.catch(() => known.get(question) === made && known.delete(question))
    return made
  }
}
