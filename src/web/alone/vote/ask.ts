import type { OnWire } from '../../../contract/http/route.ts'
import type { Api } from '../../../contract/http/routes.ts'
import type { CallAnswer } from '../../client/call.ts'

/** What the holder of a slip gets. */
export type VotePart = CallAnswer<'POST /api/vote/slip'>

/** The file of receipts and marks that everybody may read. */
type Published = CallAnswer<'GET /api/vote/meetings/:meeting/published'>

type Asked = 'POST /api/vote/slip' | 'POST /api/vote/redeem' | 'POST /api/vote/cast' | 'POST /api/vote/kept'

/** A failed request. `isUncertain`: no clear answer came, so that the same request may be sent again. */
export class AskFault extends Error {
  readonly isUncertain: boolean
  readonly code: string | undefined

  constructor(message: string, isUncertain: boolean, code?: string) {
    super(message)
    this.isUncertain = isUncertain
    this.code = code
  }
}

const PATIENCE = 20_000

/** Asks the server as a voter: without cookie, account or key of its own. Throws `AskFault`. */
export function ask<N extends Asked>(name: N, body: OnWire<Api[N]['body']>): Promise<CallAnswer<N>> {
  return send<CallAnswer<N>>(name.slice(5), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Asks whether a sheet was kept for a credential. */
export function askKept(
  { form, voterClass }: VotePart,
  { token, signature }: { readonly token: string; readonly signature: string },
): Promise<CallAnswer<'POST /api/vote/kept'>> {
  return ask('POST /api/vote/kept', { meeting: form.meeting, voterClass: voterClass.id, token, signature })
}

/** Reads the published file of a meeting. */
export function readPublished(meeting: string): Promise<Published> {
  return send(`/api/vote/meetings/${encodeURIComponent(meeting)}/published`, {})
}

/** A report as voters read it. */
type ReadReport = CallAnswer<'GET /api/vote/meetings/:meeting/reports/:unit'>

/** Lists whose reports may be read; asks without slip or credential. */
export async function listReports(meeting: string): Promise<readonly string[]> {
  const { units } = await send<CallAnswer<'GET /api/vote/meetings/:meeting/reports'>>(
    `/api/vote/meetings/${encodeURIComponent(meeting)}/reports`,
    {},
  )
  return units
}

/** Reads the report of a unit. */
export function readReport(meeting: string, unit: string): Promise<ReadReport> {
  return send(`/api/vote/meetings/${encodeURIComponent(meeting)}/reports/${encodeURIComponent(unit)}`, {})
}

async function send<A>(address: string, init: RequestInit): Promise<A> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE)
  try {
    const response = await fetch(address, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    const said = (await response.json()) as A & { readonly message?: string; readonly code?: string }
    if (response.ok) return said
    const passes = response.status >= 500 || [408, 425, 429].includes(response.status)
    throw new AskFault(said.message ?? '服务器没有答复', passes, said.code)
  } catch (error) {
    if (error instanceof AskFault) throw error
    throw new AskFault('没有连上服务器，请看看手机是否连着会场的网络', true)
  } finally {
    clearTimeout(timer)
  }
}
