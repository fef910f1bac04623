// Interviewers at work, in a process of their own: each takes a case, saves its answers again and again, ends the call, takes the next.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { serveParent, shareOf } from '../hall/child.ts'
import type { OpenSurvey } from './surveyServer.ts'

/** How the interviewers work: a save every so many milliseconds, so many a call, for so long. */
export interface Shift extends OpenSurvey {
  readonly every: number
  readonly saves: number
  readonly seconds: number
}

/** What the interviewers saw. */
export interface Seen {
  readonly p99: number
  readonly refused: number
  readonly interviews: number
  /** Cases that two had at the same time. */
  readonly twice: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

const work = {
  call: async ({ desks, port, every, saves, seconds }: Shift): Promise<Seen> => {
    const times: number[] = []
    let [refused, interviews, twice] = [0, 0, 0]
    const onDesks = new Set<string>()
    const until = performance.now() + seconds * 1000
    const ask = async (cookie: string, method: string, path: string, body: object) => {
      const begun = performance.now()
      const said = await send(port, cookie, method, path, body)
      times.push(performance.now() - begun)
      if (said.status !== 200) refused++
      return said.body
    }
    await Promise.all(
      desks.map(async (cookie, at) => {
        await setTimeout((at / desks.length) * every)
        for (let call = 0; performance.now() < until; call++) {
          const { interview } = await ask(cookie, 'POST', '/api/interview/next', {})
          if (interview === undefined) throw new Error('there are no cases left')
          const { case: id } = interview
          if (onDesks.has(id)) twice++
          onDesks.add(id)
          const answers = { overall: 'satisfied', opinion: '希望多听听普通党员的意见' }
          for (let save = 0; save < saves && performance.now() < until; save++) {
            await setTimeout(every)
            await ask(cookie, 'PUT', `/api/interview/${id}`, { answers })
          }
          const disposition = (at + call) % 4 === 0 ? 'noAnswer' : 'interview'
          onDesks.delete(id)
          await ask(cookie, 'POST', `/api/interview/${id}/end`, {
            disposition,
            answers: disposition === 'interview' ? answers : {},
          })
          if (disposition === 'interview') interviews++
        }
      }),
    )
    return { p99: shareOf(times, 0.99), refused, interviews, twice }
  },
  /** Asks for one thing as a supervisor or the committee; gives what it took here, in milliseconds, and its size. */
  look: async ({
    port,
    cookie,
    route,
    body,
  }: {
    port: number
    cookie: string
    route: string
    body?: object
  }) => {
    const begun = performance.now()
    const [method, path] = route.split(' ') as [string, string]
    const said = await send(port, cookie, method, path, body)
    if (said.status !== 200) throw new Error(`${route}: ${said.text.slice(0, 200)}`)
    return { took: performance.now() - begun, bytes: said.text.length, body: said.body }
  },
}

/** What the interviewers can be asked for. */
export type Desks = typeof work

function send(
  port: number,
  cookie: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; text: string; body: Record<string, never> & { interview?: { case: string } } }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const asking = request({ agent, port, host: '127.0.0.1', method, path, headers }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString()
        const isJson = String(answer.headers['content-type']).startsWith('application/json')
        resolve({ status: answer.statusCode ?? 0, text, body: isJson ? JSON.parse(text) : {} })
      })
    })
    asking.once('error', reject)
    asking.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

serveParent(work)
