import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** What the relay does with a request: passes it on, breaks the line before the server sees it, or after it has answered. */
export type Fate = 'pass' | 'breakBefore' | 'breakAfter'

/** 中转站: stands between a phone and the server: pages come from a folder that can be changed, the line can be broken, and all that went by is noted. */
export interface Relay {
  readonly address: string
  /** method and path of what the server was asked and answered with success. */
  readonly arrived: readonly string[]
  /** pages are taken from here from now on, as after an update. */
  pagesFrom(folder: string): void
  /** what happens to requests from now on. */
  decide(fate: (method: string, path: string) => Fate): void
  stop(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** Starts one in front of a server. */
export async function openRelay(server: string, folder: string): Promise<Relay> {
  let pages = folder
  let decide: (method: string, path: string) => Fate = () => 'pass'
  const arrived: string[] = []
  const relay = createServer((asked, answer) => {
    const path = asked.url!.split('?')[0]!
    const fate = decide(asked.method!, path)
    if (fate === 'breakBefore') return void asked.socket.destroy()
    if (sendPage(pages, path, answer)) return
    pass(server, asked, answer, fate === 'breakAfter', () => arrived.push(`${asked.method} ${path}`))
  })
  await new Promise<void>(resolve => relay.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    arrived,
    pagesFrom: next => void (pages = next),
    decide: next => void (decide = next),
    stop: () =>
      new Promise(resolve => {
        relay.close(() => resolve())
        relay.closeAllConnections()
      }),
  }
}

function sendPage(pages: string, path: string, answer: ServerResponse): boolean {
  const isPage = /^\/inspect(\/|$)/.test(path)
  const file = join(pages, isPage ? 'inspect.html' : path)
  const type = TYPES[extname(file)]
  if (path.startsWith('/api/') || type === undefined || !existsSync(file)) return false
  answer.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
  answer.end(readFileSync(file))
  return true
}

function pass(
  server: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  breaks: boolean,
  note: () => void,
): void {
  const { hostname, port } = new URL(server)
  const onward = request(
    { hostname, port, method: asked.method, path: asked.url, headers: asked.headers },
    came => {
      if ((came.statusCode ?? 500) < 400) note()
      if (breaks) {
        came.resume()
        return void asked.socket.destroy()
      }
      answer.writeHead(came.statusCode!, came.headers)
      came.pipe(answer)
    },
  )
  onward.on('error', () => asked.socket.destroy())
  asked.pipe(onward)
}
