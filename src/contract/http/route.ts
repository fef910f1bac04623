import type { z } from 'zod'
import type { Action } from '../access/actions.ts'

/** HTTP method of a route. */
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Key of a route: method and path as one text, e.g. `GET /api/years/:year/ranking`. The web needs nothing else of a route at run time. */
export type RouteKey = `${Method} /api/${string}`

/** Who may use a route: holders of an action in the access table, any signed-in user (`newcomer`: even with a one-time password), or anyone. */
export type Admission = Action | 'signedIn' | 'newcomer' | 'anyone'

/**
 * A route shared by server and web. `params`, `query` and `body` are checked before the handler runs;
 * `answer` is encoded when sent (points as decimals). `file` answers bytes instead; `upload` takes a file
 * as the raw body. A route other than GET writes and requires an idempotency key, unless it is
 * `readOnly`.
 */
export interface Route {
  readonly summary: string
  readonly admits: Admission
  /** The answer is the same for everybody: it is not even looked up who asks. */
  readonly forAll?: true
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer?: z.ZodType
  readonly file?: true
  readonly upload?: true
  /** Largest upload in MB; 10 by default. */
  readonly uploadMegabytes?: number
  /** Largest JSON body in kB; 100 by default. Reading JSON holds up everybody else, so a route takes no more than it needs. */
  readonly bodyKilobytes?: number
  /** Most objects and lists of a JSON body; 20,000 by default. Fewer where finding what is wrong with each takes long. */
  readonly bodyParts?: number
  readonly readOnly?: true
  /** Nothing is kept of a request: no log line, no trail line, no idempotency row. Nobody is looked up. For ballots. */
  readonly traceless?: true
}

/** Route table of one room. */
export type RouteTable = Readonly<Record<RouteKey, Route>>

/** Builds a route table, keeping its literal keys and schemas as types. */
export function defineRoutes<const T extends RouteTable>(routes: T): T {
  return routes
}

/** A value as the server receives it. */
export type Received<S> = S extends z.ZodType ? z.output<S> : undefined

/** A value as the browser sends or receives it, with points as decimals. */
export type OnWire<S> = S extends z.ZodType ? z.input<S> : undefined
