import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalStatus } from '../../../../contract/http/refusalStatus.ts'
import { MOST_COMMENT } from '../../../../contract/publish/publishFields.ts'
import { sentenceOfRefusal } from '../../../../contract/shape/refusalSentences.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { refusalOf } from '../../../platform/http/answerErrors.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import { cleanText } from './cleanText.ts'
import { createFloodGate } from './floodGate.ts'
import { html, type Html } from './html.ts'
import { findOpen, isOpen, NOT_OPEN, whyShut } from './openPublication.ts'
import {
  againPage,
  type Board,
  boardPart,
  faultPage,
  framePage,
  type Paper,
  PAPERS,
  papersPart,
  PER_PAGE,
  sheetPage,
  unitPage,
  unitsPage,
  yearsPage,
} from './publicPages.ts'
import { qrPart } from './qrPart.ts'
import { siteAddress } from './siteAddress.ts'
import {
  countSiteComments,
  findSitePage,
  listReleased,
  listSiteComments,
  listSiteUnits,
  readOfficeName,
  reportComment,
  type SitePage,
  type SitePublication,
} from './site.store.ts'
import { type SiteAddress, takeComment, type Typed, UUID } from './takeComment.ts'

/** Nothing is loaded from anywhere, and no script runs. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/** Largest form, in bytes: a comment of 100,000 characters, which a form sends as up to 12 bytes each, is still given back, to be shortened. */
const LARGEST_FORM = 1_250_000

/**
 * Serves the public site at `/public`: plain HTML that works without script, for anybody. It reads the views of
 * published rows alone; nobody is looked up, no cookie is set, nothing is logged of a request. (四（六）)
 */
export function servePublicSite(app: FastifyInstance): void {
  const { context } = app
  const letThrough = createFloodGate(context.now, context.newId)
  void app.register(async site => {
    site.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM },
      (_request, body, done) => {
        const form = readForm(body as string)
        done(form === undefined ? Object.assign(new Error('not UTF-8'), { statusCode: 400 }) : null, form)
      },
    )
    site.setErrorHandler((error: FastifyError, request, reply) => sendError(context, request, reply, error))
    // An address typed with a slash at its end means the one without.
    site.addHook('onRequest', async ({ method, url }, reply) => {
      const bare = url.replace(/^([^?]*[^/?])\/+(?=\?|$)/, '$1')
      return method === 'GET' && bare !== url ? reply.redirect(bare, 301) : undefined
    })
    const serve = (
      method: 'GET' | 'POST',
      url: string,
      handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
    ) => site.route({ method, url, schema: { hide: true }, config: { traceless: true }, handler })

    serve('GET', '/public', async (_request, reply) => {
      const open = (await listReleased(context.db)).filter(row => isOpen(row, context.today()))
      return send(context, reply, '考核结果公示', yearsPage(open))
    })

    serve('GET', '/public/:year', async (request, reply) => {
      const row = await findOpen(context, addressOf(request).year)
      if (row === undefined) return sendShut(context, request, reply)
      const units = await listSiteUnits(context.db, row.year)
      const page = unitsPage(row, units, queryOf(request, 'q').trim().slice(0, 100))
      return send(context, reply, `${row.year}年度述职评议考核公示`, page)
    })

    serve('GET', '/public/:year/:unit', async (request, reply) => {
      const at = Math.min(10_000, Math.max(1, Number.parseInt(queryOf(request, 'page'), 10) || 1))
      return sendUnit(context, request, reply, {
        page: at,
        paper: PAPERS.find(one => one === queryOf(request, 'paper')),
        sent: queryOf(request, 'sent') === '1',
        reported: queryOf(request, 'reported') === '1',
      })
    })

    serve('POST', '/public/:year/:unit/comments', async (request, reply) => {
      const { year, unit } = addressOf(request)
      const form = formOf(request)
      const typed = typedIn(request)
      const letIn = () => letThrough(request.ip)
      const fault = await takeComment(context, { year, unit }, form.get('token') ?? '', typed, letIn)
      if (fault === undefined) return reply.redirect(`${pathOf(year, unit)}?sent=1#board`, 303)
      reply.code(refusalStatus(fault.code))
      if (fault.code === 'commentFlood') {
        const kept = { ...typed, token: form.get('token') ?? '', fault: sentenceOfRefusal(fault) }
        return sendPage(reply, framePage('公示', '', againPage(pathOf(year, unit), kept)))
      }
      return sendUnit(context, request, reply, { page: 1, fault, typed })
    })

    serve('POST', '/public/:year/:unit/report', async (request, reply) => {
      const { year, unit } = addressOf(request)
      const comment = formOf(request).get('comment') ?? ''
      if (!letThrough(`report ${request.ip}`)) {
        const fault = refuse('commentFlood', {})
        reply.code(refusalStatus(fault.code))
        return sendPage(reply, framePage('公示', '', faultPage(sentenceOfRefusal(fault), '')))
      }
      if ((await findOpen(context, year)) === undefined) return sendShut(context, request, reply)
      if (UUID.test(comment)) await reportComment(context.db, year, unit, comment)
      return reply.redirect(`${pathOf(year, unit)}?reported=1#board`, 303)
    })

    // Where a form was refused: the address is kept in tabs and links.
    for (const form of ['comments', 'report'])
      serve('GET', `/public/:year/:unit/${form}`, async (request, reply) => {
        const { year, unit } = addressOf(request)
        return reply.redirect(`${pathOf(year, unit)}#board`, 303)
      })

    serve('GET', '/public/*', (request, reply) => sendFault(context, request, reply, NOT_OPEN))
  })
}

interface Wanted extends Partial<Pick<Board, 'sent' | 'reported'>> {
  /** Asks for the sheet for the notice board on this paper. */
  readonly paper?: Paper | undefined
  readonly page: number
  readonly fault?: Refusal
  readonly typed?: Typed
}

async function sendUnit(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { page, paper, sent = false, reported = false, fault, typed = { wrote: '', name: '' } }: Wanted,
): Promise<FastifyReply> {
  const { db } = context
  const { year, unit } = addressOf(request)
  const row = await findOpen(context, year)
  const found = row && (await findSitePage(db, year, unit))
  if (row === undefined || found === undefined) return sendShut(context, request, reply)
  if (fault !== undefined && row.comments === 'off') return sendFault(context, request, reply, fault)
  const code = await qrPart(`${siteAddress(context, request)}${pathOf(year, unit)}`, row.comments !== 'off')
  if (paper !== undefined)
    return send(context, reply, titleOf(row, found), sheetPage(row, found, code, paper), paper)
  let board: Board | undefined
  if (row.comments !== 'off') {
    const shown = await countSiteComments(db, year, unit)
    const at = Math.min(page, Math.max(1, Math.ceil(shown / PER_PAGE)))
    const span = { limit: PER_PAGE, offset: (at - 1) * PER_PAGE }
    board = {
      comments: await listSiteComments(db, year, unit, span),
      shown,
      page: at,
      form: { token: context.newId(), fault: fault && sentenceOfRefusal(fault), ...typed },
      sent,
      reported,
    }
  }
  const more = html`${code}${papersPart()}${board && boardPart(row, unit, board)}`
  return send(context, reply, titleOf(row, found), unitPage(row, found, { more }))
}

function titleOf({ year }: SitePublication, { name }: SitePage): string {
  return `${name}：${year}年度公示`
}

function addressOf({ params }: FastifyRequest): SiteAddress {
  const { year = '', unit = '' } = params as { readonly year?: string; readonly unit?: string }
  return {
    year: /^\d{4}$/.test(year) ? Number(year) : Number.NaN,
    unit: unit.replaceAll('\0', '').slice(0, 100),
  }
}

function pathOf(year: number, unit: string): string {
  return `/public/${year}/${encodeURIComponent(unit)}`
}

/** Reads an encoded form; `undefined` unless it is UTF-8, as the site's own forms are. */
function readForm(body: string): URLSearchParams | undefined {
  try {
    decodeURIComponent(body.replaceAll('+', ' '))
    return new URLSearchParams(body)
  } catch {
    return undefined
  }
}

function queryOf({ query }: FastifyRequest, name: string): string {
  const value = (query as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : ''
}

function typedIn(request: FastifyRequest): Typed {
  const form = formOf(request)
  return { wrote: cleanText(form.get('wrote') ?? ''), name: cleanText(form.get('name') ?? '') }
}

function formOf({ body }: FastifyRequest): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams()
}

async function send(
  context: AppContext,
  reply: FastifyReply,
  title: string,
  body: Html,
  paper?: Paper,
): Promise<FastifyReply> {
  // What is wrong is also told while the database is away.
  return sendPage(reply, framePage(title, await readOfficeName(context.db).catch(() => ''), body, paper))
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => payload as string)
    .send(page)
}

async function sendShut(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return sendFault(context, request, reply, await whyShut(context, addressOf(request).year))
}

/** Says what is wrong; what was typed is given back, so that nobody loses it. */
async function sendFault(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): Promise<FastifyReply> {
  reply.code(refusalStatus(refusal.code))
  return send(context, reply, '公示', faultPage(sentenceOfRefusal(refusal), typedIn(request).wrote))
}

function sendError(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  error: FastifyError,
): Promise<FastifyReply> {
  const refusal = refusalOf(error, request, reply)
  return sendFault(
    context,
    request,
    reply,
    refusal.code === 'bodyTooLarge' ? refuse('bodyTooLarge', { most: `${MOST_COMMENT}字` }) : refusal,
  )
}
