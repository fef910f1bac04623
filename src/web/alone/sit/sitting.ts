import { type CallAnswer, newKey } from '../../client/call.ts'

/** A test paper on the phone, as the server sends it. */
export type Sitting = CallAnswer<'GET /api/sittings/:code'>

/** Chosen options by question. */
export type Chosen = Readonly<Record<string, readonly number[]>>

/** Says which answers count when there is no signal at the end. */
export function describeGrace(grace: number): string {
  return grace === 0
    ? '断网时，只有时限内传到服务器的作答才算。'
    : `断网时，时限内的作答存在本机，时限后${grace}分钟内传到服务器仍有效。`
}

/** A failed request; `final` when retrying is of no use. */
export class SittingFault extends Error {
  readonly final: boolean
  readonly code: string | undefined

  constructor(message: string, final: boolean, code?: string) {
    super(message)
    this.final = final
    this.code = code
  }
}

/** Asks the server for the paper: its current state, begun, or with answers saved. */
export async function askSitting(
  code: string,
  act: '' | '/start' | '/answers',
  body?: object,
): Promise<Sitting> {
  let response: Response
  const device = nameOfPhone()
  try {
    const query = act === '' ? `?device=${device}` : ''
    response = await fetch(`/api/sittings/${encodeURIComponent(code)}${act}${query}`, {
      method: act === '' ? 'GET' : 'POST',
      // Who happens to be signed in on this phone has to name each act.
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
        body: JSON.stringify({ ...body, device }),
      }),
      signal: AbortSignal.timeout(15_000),
    })
  } catch {
    throw new SittingFault('没有连上服务器', false)
  }
  const said = (await response.json().catch(() => undefined)) as
    | (Sitting & { readonly message?: string; readonly code?: string })
    | undefined
  if (response.ok && said !== undefined) return said
  throw new SittingFault(
    said?.message ?? '服务器没有答复：请稍后重试。',
    response.status >= 400 && response.status < 500 && !PASSING.has(response.status),
    said?.code,
  )
}

/** Refusals that pass by themselves: too slow, too many at once. */
const PASSING = new Set([408, 425, 429])

const PHONE = 'hengping.sit.device'

/** Returns the name that this phone gives itself, made once, so that the server tells two phones with one slip apart. */
function nameOfPhone(): string {
  const known = localStorage.getItem(PHONE)
  if (known !== null) return known
  const made = newKey()
  localStorage.setItem(PHONE, made)
  return made
}
