import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { ThreadGaveUp } from '../threads/threads.ts'
import { isDatabaseAway } from '../database/isDatabaseAway.ts'
import { isDiskFull } from '../database/isDiskFull.ts'
import { FileStoreAway } from '../files/fileStore.ts'
import { InputInvalid, OTHER_KIND } from './checkInput.ts'
import { sendRefusal } from './sendRefusal.ts'
import { Socket } from 'node:net'

/** How long a refused sender may go on sending, in milliseconds. */
const PATIENCE_MS = 3000

/**
 * Discards the rest of a refused body for a while. If the connection were cut while the sender still
 * sends, the refusal would be lost and the sender would see a broken connection instead of what to do.
 */
function letFinish({ raw }: FastifyRequest, reply: FastifyReply): void {
  const { socket } = raw
  if (raw.complete || !(socket instanceof Socket)) return
  const cut = setTimeout(() => socket.destroy(), PATIENCE_MS).unref()
  raw.once('close', () => clearTimeout(cut))
  socket.once('close', () => clearTimeout(cut))
  reply.removeHeader('connection')
}

/** Answers errors: bad input, lost database and full disk each with a Chinese sentence; anything else is a bug, logged under a reference that the user receives. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) =>
    sendRefusal(reply, refusalOf(error, request, reply)),
  )
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) =>
    sendRefusal(reply, refuse('noSuchPage', { path: request.url.split('?')[0]!.slice(0, 100) })),
  )
}

/** Answers what never reaches a route: an address that is cut within a percent sequence, or one part of it too long. What is opened in a browser is answered in plain text. */
export function answerBadAddress(_error: FastifyError, { url }: FastifyRequest, reply: FastifyReply): void {
  const faults = '地址不完整或太长，请重新复制完整的地址'
  if (url.startsWith('/api/')) sendRefusal(reply, refuse('inputInvalid', { faults }))
  else void reply.code(400).type('text/plain; charset=utf-8').send(faults)
}

/** Returns the refusal that answers an error, after which the sender of a long body may finish. */
export function refusalOf(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Refusal {
  letFinish(request, reply)
  const { context } = request.server
  if (error.validationContext === 'params' && request.method === 'GET') return refuse('addressInvalid', {})
  if (error instanceof InputInvalid) return refuse('inputInvalid', { faults: error.faults })
  if (isDatabaseAway(error)) return refuse('databaseAway', {})
  if (error instanceof FileStoreAway) {
    context.log.error({ err: error }, 'the store of files does not serve')
    return refuse('filesAway', {})
  }
  if (error instanceof ThreadGaveUp) return refuse('fileTooMuch', {})
  if (isDiskFull(error)) return refuse('diskFull', {})
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('bodyTooLarge', { most: mostOf(request) })
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse('inputInvalid', { faults: OTHER_KIND })
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return refuse('inputInvalid', { faults: '内容无法识读，请检查格式后再提交' })
  }
  const reference = context.newId().slice(0, 8)
  // An error of the database quotes what was written; of a ballot only its kind is told.
  const told = request.routeOptions.config.traceless
    ? { fault: error.name, reference }
    : { err: error, reference, route: request.routeOptions.url, method: request.method }
  context.log.error(told, 'internal fault')
  return refuse('internalFault', { reference })
}

function mostOf({ routeOptions, server }: FastifyRequest): string {
  const kilobytes = (routeOptions.bodyLimit ?? server.initialConfig.bodyLimit ?? 0) / 1024
  return kilobytes < 1024 ? `${kilobytes} KB` : `${kilobytes / 1024} MB`
}
