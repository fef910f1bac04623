import type { FastifyReply, FastifyRequest } from 'fastify'
import { toReplyCookies } from './sessionCookies.ts'

/** Sends the sign-in library's cookies to the browser. */
export function setCookies(request: FastifyRequest, reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', toReplyCookies(cookies, request.protocol === 'https'))
}
