import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actionNames } from '../../../contract/access/actions.ts'
import type { Api } from '../../../contract/http/routes.ts'
import type { Received, Route, RouteKey, RouteTable } from '../../../contract/http/route.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type Actor, OUTSIDER } from '../access/actor.ts'
import { judgeAccess } from '../access/judgeAccess.ts'
import { EVERYTHING, findReach, type Reach } from '../access/reach.ts'
import { type Change, createChange } from '../change/change.ts'
import type { FindActor, AppContext } from '../appContext.ts'
import type { FileAnswer } from './fileAnswer.ts'
import { findUnkeepable, OTHER_KIND } from './checkInput.ts'
import { fingerprintOf, readOnceKey } from './onceKey.ts'
import { ReadyAnswer, sendReady } from './readyAnswer.ts'
import { sendFile } from './sendFile.ts'
import { sendRefusal } from './sendRefusal.ts'
import { toHeaders } from './toHeaders.ts'

/** A request as a use case receives it, by route name: checked input, the actor, the reach, and `change`, the only way to write. */
export type Served<K extends keyof Api> = RouteRequest<Api[K]>

/** The same for any route. */
export interface RouteRequest<R extends Route> {
  readonly context: AppContext
  readonly actor: Actor
  readonly reach: Reach
  readonly params: Received<R['params']>
  readonly query: Received<R['query']>
  readonly body: Received<R['body']>
  readonly change: Change
  readonly raw: FastifyRequest
  readonly reply: FastifyReply
}

/** The answer of a handler. */
type AnswerOf<R extends Route> = R extends { readonly file: true } ? FileAnswer : Received<R['answer']>

/** The answer of a route, by its name. */
export type Answered<K extends keyof Api> = AnswerOf<Api[K]>

/** The handlers of a room's routes: a route without one does not compile. */
type Handlers<T extends RouteTable> = {
  readonly [K in keyof T]: T[K] extends Route
    ? (
        request: RouteRequest<T[K]>,
      ) => Promise<AnswerOf<T[K]> | ReadyAnswer | Refusal> | AnswerOf<T[K]> | Refusal
    : never
}

/** Registers routes: checks access first, then the idempotency key of a write, then calls the handler; sends its refusal with the status and sentence of the contract. */
export function serveRoutes<T extends RouteTable>(
  app: FastifyInstance,
  routes: T,
  handlers: Handlers<T>,
): void {
  for (const [key, route] of Object.entries(routes) as [RouteKey & keyof T, Route][]) {
    const [method, url] = key.split(' ') as [string, string]
    const handle = handlers[key] as (request: RouteRequest<Route>) => Promise<unknown>
    app.route({
      method,
      url,
      schema: schemaOf(route),
      bodyLimit: bodyLimitOf(route),
      config: { traceless: route.traceless === true, bodyParts: route.bodyParts },
      // Before the body is read: who may not do this sends nothing, and learns nothing of its shape.
      onRequest: async (request, reply) => {
        const admitted = await admit(app, route, request)
        if (isRefusal(admitted)) return sendRefusal(reply, admitted)
        request.admitted = admitted
      },
      handler: async (request, reply) => {
        const answer = await handle(await serve(app, request, reply))
        if (isRefusal(answer)) return sendRefusal(reply, answer)
        if (answer instanceof ReadyAnswer) return sendReady(request, reply, answer)
        return route.file ? sendFile(reply, answer as FileAnswer) : (answer ?? null)
      },
    })
  }
}

function schemaOf({ summary, params, query, body, answer }: Route): Record<string, unknown> {
  return {
    summary,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    ...(answer && { response: { 200: answer } }),
  }
}

interface Admitted {
  readonly actor: Actor
  readonly reach: Reach
}

async function admit(
  app: FastifyInstance,
  route: Route,
  request: FastifyRequest,
): Promise<Admitted | Refusal> {
  const unkeepable = findUnkeepable(request.params) ?? findUnkeepable(request.query)
  if (unkeepable !== undefined) return refuse('inputInvalid', { faults: unkeepable })
  const actor = route.forAll ? undefined : await app.findActor(toHeaders(request.headers))
  const reach = await judge(app.context, route, actor, request)
  if (isRefusal(reach)) return reach
  if (route.upload && isOtherKind(request)) return refuse('inputInvalid', { faults: OTHER_KIND })
  if (writes(route, request) && actor !== undefined && readOnceKey(request) === undefined)
    return refuse('idempotencyKeyMissing', {})
  return { actor: actor ?? OUTSIDER, reach }
}

async function serve(
  { context }: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RouteRequest<Route>> {
  const { actor, reach } = request.admitted!
  const key = readOnceKey(request)
  return {
    context,
    actor,
    reach,
    params: request.params as never,
    query: request.query as never,
    body: request.body as never,
    change: createChange(
      context,
      actor,
      key === undefined ? undefined : { key, fingerprint: await fingerprintOf(request) },
    ),
    raw: request,
    reply,
  }
}

/** Whether a request sends anything but the bytes of a file where a file is expected. */
function isOtherKind({ headers }: FastifyRequest): boolean {
  const type = headers['content-type']
  return type !== undefined && type !== '' && !/^application\/octet-stream\s*(;|$)/i.test(type)
}

function writes(route: Route, raw: FastifyRequest): boolean {
  return raw.method !== 'GET' && raw.method !== 'HEAD' && route.readOnly !== true
}

async function judge(
  context: AppContext,
  route: Route,
  actor: Actor | undefined,
  raw: FastifyRequest,
): Promise<Reach | Refusal> {
  if (route.admits === 'anyone') return EVERYTHING
  if (actor === undefined) return refuse('notSignedIn', {})
  if (route.admits === 'newcomer') return EVERYTHING
  if (actor.mustChangePassword) return refuse('passwordMustChange', {})
  if (route.admits === 'signedIn') return EVERYTHING
  const sentences = judgeAccess(actor, route.admits)
  if (isRefusal(sentences)) return sentences
  const { year, unit } = raw.params as { readonly year?: string; readonly unit?: string }
  const inYear = /^\d{4}$/.test(year ?? '') ? Number(year) : undefined
  const reach = await findReach(context.years, actor, route.admits, sentences, inYear)
  if (isRefusal(reach) || unit === undefined || reach.has(unit)) return reach
  const name = inYear === undefined ? undefined : await context.years.nameOf(inYear, unit)
  return refuse('outOfReach', { action: actionNames[route.admits], unit: name ?? unit })
}

/** The limits, unless a route sets its own; the page states that of uploads beforehand. */
const [UPLOAD_MEGABYTES, BODY_KILOBYTES] = [10, 100]

function bodyLimitOf({ upload, uploadMegabytes, bodyKilobytes }: Route): number {
  return upload
    ? (uploadMegabytes ?? UPLOAD_MEGABYTES) * 1024 * 1024
    : (bodyKilobytes ?? BODY_KILOBYTES) * 1024
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** no line of the log is written for a request. */
    readonly traceless?: boolean
    /** most objects and lists of a JSON body. */
    readonly bodyParts?: number
  }

  interface FastifyRequest {
    admitted?: Admitted
    /** the JSON of a request as it was sent. */
    sentText?: string
  }

  interface FastifyInstance {
    readonly context: AppContext
    readonly findActor: FindActor
  }
}
