import type { FastifyReply, FastifyRequest } from 'fastify'
import { toReplyCookies } from './sessionCookies.ts'

/** 把登录库设的 Cookie 发给浏览器. */
export function setCookies(request: FastifyRequest, reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', toReplyCookies(cookies, request.protocol === 'https'))
}
