import type { OnWire } from '../../contract/http/route.ts'
import type { Api } from '../../contract/http/routes.ts'
import { Refused } from './Refused.ts'
import { signInAgain } from './signInAgain.ts'

/** Name of a route, as in the contract: `GET /api/years/:year/ranking`. */
export type RouteName = keyof Api

type PartOf<R, K extends string> = R extends Readonly<Record<K, infer S>> ? S : undefined

/** Values in an address may also be numbers. */
type InAddress<T> = { [K in keyof T]: T[K] extends string ? string | number : T[K] | number }

type Needed<K extends string, T> = [T] extends [undefined]
  ? unknown
  : Partial<T> extends T
    ? { readonly [P in K]?: T }
    : { readonly [P in K]: T }

/** Input of a route: `params`, `query`, `body`; a route that takes a file takes it as `body`. */
export type CallInput<N extends RouteName> = Needed<'params', InAddress<OnWire<PartOf<Api[N], 'params'>>>> &
  Needed<'query', InAddress<OnWire<PartOf<Api[N], 'query'>>>> &
  (Api[N] extends { readonly upload: true }
    ? { readonly body: Blob }
    : Needed<'body', OnWire<PartOf<Api[N], 'body'>>>)

/** Answer of a route; routes for files answer `File`. */
export type CallAnswer<N extends RouteName> = Api[N] extends { readonly file: true }
  ? File
  : OnWire<PartOf<Api[N], 'answer'>>

/** Further options: `key` identifies one user action, so that a repeated request takes effect once; `signal` aborts a read that is no longer needed. */
export interface CallOptions {
  readonly key?: string
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
  /** Sent to its end although the page is being closed. */
  readonly keepalive?: true
  /** The sign-in routes themselves handle a 401 as an answer. */
  readonly without?: 'signInAgain'
}

interface LooseInput {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** Calls a route; answers, or throws `Refused` with a message in Chinese. After an expired session the user signs in again over the page, then the call is repeated. */
export async function call<N extends RouteName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): Promise<CallAnswer<N>> {
  const key = options.key ?? newKey()
  const address = addressOf(name.split(' ')[1]!, input as LooseInput)
  const known = unchanged.get(address)
  const asked =
    known === undefined
      ? options
      : { ...options, headers: { ...options.headers, 'if-none-match': known.tag } }
  let response = await send(name, input as LooseInput, key, asked)
  if (response.status === 401 && options.without !== 'signInAgain') {
    await signInAgain()
    response = await send(name, input as LooseInput, key, asked)
  }
  if (response.status === 304 && known !== undefined) return known.answer as CallAnswer<N>
  if (!response.ok) throw await toRefused(response)
  const answer = (await readAnswer(response)) as CallAnswer<N>
  remember(address, response.headers.get('etag'), answer)
  return answer
}

/** Answers by address, with the tag by which the server says that one still holds; in this page's memory only. */
const unchanged = new Map<string, { readonly tag: string; readonly answer: unknown }>()

const MOST_REMEMBERED = 20

function remember(address: string, tag: string | null, answer: unknown): void {
  unchanged.delete(address)
  if (tag === null) return
  unchanged.set(address, { tag, answer })
  if (unchanged.size > MOST_REMEMBERED) unchanged.delete(unchanged.keys().next().value!)
}

/** Returns a new idempotency key for one action. */
export function newKey(): string {
  // `randomUUID` is missing where a page is served without TLS from another machine.
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** Returns the address of a route for links and downloads: the path with its parameters and query. */
export function addressOf(path: string, { params = {}, query = {} }: LooseInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined)
      for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}

async function send(
  name: RouteName,
  input: LooseInput,
  key: string,
  { signal, keepalive, headers: more }: CallOptions,
): Promise<Response> {
  const [method, path] = name.split(' ') as [string, string]
  const headers: Record<string, string> = { ...more, accept: 'application/json' }
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' }
  if (signal !== undefined) init.signal = signal
  if (keepalive) init.keepalive = true
  if (method !== 'GET') headers['idempotency-key'] = key
  if (input.body instanceof Blob) {
    headers['content-type'] = 'application/octet-stream'
    if (input.body instanceof File) headers['x-file-name'] = encodeURIComponent(input.body.name)
    init.body = input.body
  } else if (input.body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(input.body)
  }
  try {
    return await fetch(addressOf(path, input), init)
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Refused(0, 'unreachable', '与服务器的连接中断：所填内容仍在，请检查网络后重试。')
  }
}

async function toRefused(response: Response): Promise<Refused> {
  const said = (await response.json().catch(() => undefined)) as
    | Partial<Pick<Refused, 'code' | 'message' | 'values'>>
    | undefined
  if (typeof said?.code === 'string' && typeof said.message === 'string')
    return new Refused(response.status, said.code, said.message, said.values ?? {})
  return new Refused(
    response.status,
    'noSentence',
    `服务器未能完成这一操作（${response.status}）：请稍后重试，仍不成功时联系系统管理员。`,
  )
}

async function readAnswer(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  if (
    response.headers.get('content-type')?.includes('application/json') &&
    !response.headers.has('content-disposition')
  )
    return response.json()
  return new File([await response.blob()], fileNameOf(response), {
    type: response.headers.get('content-type') ?? '',
  })
}

function fileNameOf(response: Response): string {
  const said = response.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1]
  return encoded === undefined
    ? (/filename="([^"]+)"/.exec(said)?.[1] ?? '下载')
    : decodeURIComponent(encoded)
}
