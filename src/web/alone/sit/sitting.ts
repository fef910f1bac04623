import { type CallAnswer, newKey } from '../../client/call.ts'

/** A test paper on the phone, as the server sends it. */
export type Sitting = CallAnswer<'GET /api/sittings/:code'>

/** Chosen options by question. */
export type Chosen = Readonly<Record<string, readonly number[]>>

/** A failed request; `final` when retrying is of no use. */
export class SittingFault extends Error {
  readonly final: boolean

  constructor(message: string, final: boolean) {
    super(message)
    this.final = final
  }
}

/** Asks the server for the paper: its current state, begun, or with answers saved. */
export async function askSitting(
  code: string,
  act: '' | '/start' | '/answers',
  body?: object,
): Promise<Sitting> {
  let response: Response
  try {
    response = await fetch(`/api/sittings/${encodeURIComponent(code)}${act}`, {
      method: act === '' ? 'GET' : 'POST',
      // Who happens to be signed in on this phone has to name each act.
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(15_000),
    })
  } catch {
    throw new SittingFault('没有连上服务器：作答已存在本机，信号恢复后自动保存。', false)
  }
  const said = (await response.json().catch(() => undefined)) as
    | (Sitting & { readonly message?: string })
    | undefined
  if (response.ok && said !== undefined) return said
  throw new SittingFault(
    said?.message ?? '服务器没有答复：请稍后重试。',
    response.status >= 400 && response.status < 500,
  )
}
