import type { FastifyInstance } from 'fastify'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { sendRefusal } from './sendRefusal.ts'

/** 拒绝他站提交: a browser tells where a write comes from; one from another site is refused whatever cookies it carries. */
export function refuseForeignWrites(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const site = request.headers['sec-fetch-site']
    if (
      request.method === 'GET' ||
      request.method === 'HEAD' ||
      site === undefined ||
      site === 'same-origin' ||
      site === 'none'
    )
      return
    return sendRefusal(reply, refuse('inputInvalid', { faults: '请求来自别的网站，请在本系统页面内操作' }))
  })
}
