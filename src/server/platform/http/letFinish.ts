import { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** How long a sender may go on after it was refused, in milliseconds. */
const PATIENCE_MS = 3000

/**
 * 听完再断: what still comes of a body that was refused is thrown away for a while. A line that is cut at once while the sender still sends takes the
 * refusal with it, and the sender sees a broken connection instead of what to do.
 */
export function letFinish({ raw }: FastifyRequest, reply: FastifyReply): void {
  const { socket } = raw
  if (raw.complete || !(socket instanceof Socket)) return
  const cut = setTimeout(() => socket.destroy(), PATIENCE_MS).unref()
  raw.once('close', () => clearTimeout(cut))
  socket.once('close', () => clearTimeout(cut))
  reply.removeHeader('connection')
}
