import type { z } from 'zod'
import type { Action } from '../access/actions.ts'

/** 接口方法. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** 接口名: method and path as one text, e.g. `GET /api/years/:year/ranking`; the web needs nothing else of a route at run time. */
export type RouteKey = `${Method} /api/${string}`

/** 谁可以用: an action of the access table, anybody signed in (`newcomer`: even with a one-time password), or anyone at all. */
export type Admission = Action | 'signedIn' | 'newcomer' | 'anyone'

/**
 * 接口: what http and web agree on. `params`, `query` and `body` are checked before the handler sees them; `answer` is encoded on the way out (points as decimals).
 * `file` answers bytes instead; `upload` takes a file as the raw body. A route other than GET writes and wants an idempotency key, unless it is `readOnly`.
 */
export interface Route {
  readonly summary: string
  readonly admits: Admission
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer?: z.ZodType
  readonly file?: true
  readonly upload?: true
  /** the largest upload, in MB; 100 without it. */
  readonly uploadMegabytes?: number
  readonly readOnly?: true
}

/** 一个房间的接口表. */
export type RouteTable = Readonly<Record<RouteKey, Route>>

/** 接口表的构造: keeps the literal keys and schemas as types. */
export function defineRoutes<const T extends RouteTable>(routes: T): T {
  return routes
}

/** 服务端收到的值. */
export type Received<S> = S extends z.ZodType ? z.output<S> : undefined

/** 浏览器发出或收到的值: points are decimals there. */
export type OnWire<S> = S extends z.ZodType ? z.input<S> : undefined
