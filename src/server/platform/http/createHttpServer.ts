import compress from '@fastify/compress'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod'
import type { AppContext, FindActor } from '../appContext.ts'
import { answerBadAddress, answerErrors } from './answerErrors.ts'
import { checkInput, InputInvalid } from './checkInput.ts'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { sendRefusal } from './sendRefusal.ts'

/** Sets the security headers: nothing foreign is loaded, framed or sent to; API answers are never cached. */
function secureHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('x-frame-options', 'DENY')
    reply.header('referrer-policy', 'same-origin')
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', PAGES)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
  })
}

const PAGES =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/** Deeper than any input of the contract; more objects and lists, and more entries of one of them. */
const [DEEPEST, MOST_PARTS, MOST_ENTRIES] = [64, 20_000, 5_000]

/** Refuses bodies that are nested too deeply or hold too much, before any recursive function or schema walks through them. */
function refuseHugeBodies(app: FastifyInstance): void {
  app.addHook('preValidation', async request => {
    const { bodyParts = MOST_PARTS } = request.routeOptions.config
    let parts = 0
    const look = (value: unknown, levels: number): void => {
      if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
      if (levels === 0) throw new InputInvalid(`内容嵌套超过 ${DEEPEST} 层，请用页面提交`)
      const entries = Object.values(value)
      if (++parts > bodyParts || entries.length > MOST_ENTRIES)
        throw new InputInvalid('一次提交的内容太多，请分几次提交')
      for (const entry of entries) look(entry, levels - 1)
    }
    look(request.body, DEEPEST)
  })
}

/** Creates the HTTP server: validation in Chinese, serialisation by the contract, compression, security headers; the rooms add their routes. `proxies` lists the addresses whose X-Forwarded headers count. */
export async function createHttpServer(
  context: AppContext,
  findActor: FindActor,
  proxies = 'loopback',
): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: proxies,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerBadAddress,
  })
  app.decorate('context', context)
  app.decorate('findActor', findActor)
  app.decorateRequest('admitted')
  app.decorateRequest('sentText')
  app.setValidatorCompiler(checkInput as never)
  app.setSerializerCompiler(serializerCompiler)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    request.sentText = text
    void parseJson(request, text, done)
  })
  answerErrors(app)
  secureHeaders(app)
  refuseForeignWrites(app)
  refuseHugeBodies(app)
  await app.register(compress, { global: true, threshold: 1024, encodings: ['gzip', 'identity'] })
  logRequests(app)
  return app
}

/** Describes the routes that are registered after it at /api/openapi.json. */
export async function serveOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: { title: '衡评', version: app.context.version, description: '考核方案、年度、结果与留痕的接口' },
    },
    transform: jsonSchemaTransform,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

/** Logs requests, but those that leave no trace: route, status and time, without address or name. Who asked for what is in the trail. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    if (routeOptions.config.traceless) return
    app.context.log.info(
      { method, route: routeOptions.url ?? '?', status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
}

/** Refuses writes from other sites, whatever cookies they carry: by what the browser says of the site, or by the Origin of an older browser. */
function refuseForeignWrites(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || isOwnSite(request)) return
    return sendRefusal(reply, refuse('inputInvalid', { faults: '请求来自别的网站，请在本系统页面内操作' }))
  })
}

/** A proxy may drop the port from the Host header; then the names alone are compared. */
function isOwnSite({ headers, host }: FastifyRequest): boolean {
  const [site, origin] = [headers['sec-fetch-site'], headers.origin]
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  const from = URL.parse(origin)
  return from !== null && (from.host === host || (from.hostname === host && from.port !== ''))
}
