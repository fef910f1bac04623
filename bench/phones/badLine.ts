import { randomUUID } from 'node:crypto'
import { request } from 'node:http'

/** What is asked of the server. */
export interface Asked {
  readonly path: string
  readonly body: Buffer
  readonly type: string
  readonly key?: string
}

/** How bad the line is: shares of requests, 0 to 1. */
export interface Badness {
  /** sent twice, though the first was answered. */
  readonly twice: number
  /** broken off, somewhere in the request or while the answer is waited for, and sent again. */
  readonly cut: number
}

/** What came of it: the answer, and how long the request that was answered took, in milliseconds. */
export interface Answered {
  readonly said: Record<string, unknown>
  readonly took: number
  readonly cuts: number
  readonly repeats: number
}

/** 坏线路: asks until there is an answer, as a phone does. Throws on a refusal. */
export async function ask(
  address: string,
  cookie: string,
  asked: Asked,
  { twice, cut }: Badness,
  dice: () => number,
): Promise<Answered> {
  let cuts = 0
  while (dice() < cut) {
    cuts++
    await send(address, cookie, asked, dice() < 0.5 ? { after: dice() } : { waiting: dice() * 200 })
  }
  const started = performance.now()
  const { status, text } = (await send(address, cookie, asked))!
  const took = performance.now() - started
  if (status !== 200) throw new Error(`${asked.path}: ${status} ${text}`)
  const repeats = dice() < twice ? 1 : 0
  if (repeats > 0) {
    const again = (await send(address, cookie, asked))!
    if (again.status !== 200) throw new Error(`${asked.path} again: ${again.status} ${again.text}`)
  }
  return { said: JSON.parse(text) as Record<string, unknown>, took, cuts, repeats }
}

/** Where a request breaks: after this share of its body, or so many milliseconds after all of it went out. */
type Cut = { readonly after: number } | { readonly waiting: number }

function send(
  address: string,
  cookie: string,
  { path, body, type, key = randomUUID() }: Asked,
  cut?: Cut,
): Promise<{ readonly status: number; readonly text: string } | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': type, 'content-length': body.length, 'idempotency-key': key }
    const outgoing = request(new URL(path, address), { method: 'POST', headers, agent: false }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', error => (cut === undefined ? reject(error) : resolve(undefined)))
      answer.on('end', () => resolve({ status: answer.statusCode!, text: Buffer.concat(parts).toString() }))
    })
    outgoing.on('error', error => (cut === undefined ? reject(error) : resolve(undefined)))
    outgoing.on('close', () => (cut === undefined ? undefined : resolve(undefined)))
    if (cut === undefined) outgoing.end(body)
    else if ('after' in cut)
      outgoing.write(body.subarray(0, Math.floor(body.length * cut.after)), () => outgoing.destroy())
    else outgoing.end(body, () => setTimeout(() => outgoing.destroy(), cut.waiting))
  })
}
