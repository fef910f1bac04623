import autocannon from 'autocannon'

/** A kind of request; a write has a body of its own each time. */
export interface Load {
  readonly name: string
  readonly path: string
  readonly body?: () => unknown
}

/** What one run found. Latencies in milliseconds. */
export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

/** A finding is refused where its twin is on record: the runs on one data folder differ. */
const RUN = Date.now()
let written = 0

/** Reads of three sizes, and a write: one finding, its trail line and its idempotency key in a transaction that is on disk before it is answered. */
export const loads: readonly Load[] = [
  { name: 'read: alive', path: '/api/health' },
  { name: 'read: the year', path: '/api/years/2018' },
  { name: 'read: the ranking', path: '/api/years/2018/ranking' },
  { name: 'read: one explanation', path: '/api/years/2018/units/SF025/explanation' },
  {
    name: 'write: a finding',
    path: '/api/years/2018/facts',
    body: () => ({
      fact: {
        kind: 'findings',
        body: { unit: 'SF025', row: '四.4', rule: 'lateReturn', count: 1, note: `${RUN} 第${++written}次` },
      },
    }),
  },
]

/** Sends this load for so long. */
export async function measure(
  address: string,
  cookie: string,
  { path, body }: Load,
  { seconds, connections }: { readonly seconds: number; readonly connections: number },
): Promise<Measured> {
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    requests: [
      {
        method: body === undefined ? 'GET' : 'POST',
        path,
        headers: { cookie, 'content-type': 'application/json' },
        ...(body && {
          setupRequest: (request: autocannon.Request) => ({
            ...request,
            headers: { ...request.headers, 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify(body()),
          }),
        }),
      },
    ],
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }
}
