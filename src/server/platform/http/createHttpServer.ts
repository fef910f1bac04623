import compress from '@fastify/compress'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod'
import type { FindActor, AppContext } from '../appContext.ts'
import { answerErrors } from './answerErrors.ts'
import { checkInput } from './checkInput.ts'
import { refuseDeepBodies } from './refuseDeepBodies.ts'
import { refuseForeignWrites } from './refuseForeignWrites.ts'
import { secureHeaders } from './secureHeaders.ts'

/** HTTP 服务的底座: validation in Chinese, encoding by the contract, OpenAPI at /api/openapi.json, compression, safe headers; routes are added by the rooms. */
export async function createHttpServer(context: AppContext, findActor: FindActor): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: 'loopback',
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
  })
  app.decorate('context', context)
  app.decorate('findActor', findActor)
  app.decorateRequest('admitted')
  app.setValidatorCompiler(checkInput as never)
  app.setSerializerCompiler(serializerCompiler)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  answerErrors(app)
  secureHeaders(app)
  refuseForeignWrites(app)
  refuseDeepBodies(app)
  await app.register(compress, { global: true, threshold: 1024, encodings: ['gzip', 'identity'] })
  await app.register(swagger, {
    openapi: {
      info: { title: '衡评', version: context.version, description: '考核方案、年度、结果与留痕的接口' },
    },
    transform: jsonSchemaTransform,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  logRequests(app)
  return app
}

/** Who asked for what is in the trail; the log has the route, status and time, no address and no name. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    app.context.log.info(
      { method, route: routeOptions.url ?? '?', status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
}
