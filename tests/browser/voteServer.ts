import { constants, createHash, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bytesToHex } from '@noble/hashes/utils.js'
import { publicKeyOf } from '../../src/crypto/meetingKey.ts'
import { receiptOf } from '../../src/crypto/receipt.ts'
import { openSheet, paddedLength } from '../../src/crypto/sealedSheet.ts'
import { slipCodeFrom, slipHashOf, slipSecretOf } from '../../src/crypto/slipSecret.ts'

/** What becomes of a request: answered, the line broken before the server acts, or after it acted. */
export type Fate = 'pass' | 'breakBefore' | 'breakAfter'

/** A stand-in for the voter's four routes, with real keys and seals, in memory: whatever happens to a phone in a hall can be made to happen. */
export interface VoteServer {
  readonly address: string
  /** The slips' codes. */
  readonly codes: readonly string[]
  /** Addresses that were asked, in order. */
  readonly asked: readonly string[]
  state: string
  fate: (path: string) => Fate
  /** The texts of the sheets that were cast. */
  sheets(): readonly string[]
  /** Publishes the receipts. */
  publish(): void
  /** Breaks every line and takes no new one until it starts again on the same port. */
  down(): Promise<void>
  up(): Promise<void>
  stop(): Promise<void>
}

export interface VoteForm {
  readonly lines: number
  readonly marks?: 'points' | 'grades'
  readonly rehearsal?: boolean
  readonly slips?: number
  /** The address to listen on. */
  readonly host?: string
  readonly pages: string
}

const MEETING = 'a2b1e6b0-0000-4000-8000-000000000001'
const PRIVATE = new Uint8Array(32).fill(9)
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗'
const GIVEN = ['建国', '秀英', '伟', '志强', '玉兰', '晓东', '桂芳', '明']

/** Makes a form of so many lines, one of them with long names. */
export function formOf({ lines, marks = 'grades' }: Pick<VoteForm, 'lines' | 'marks'>) {
  return {
    meeting: MEETING,
    session: '2018',
    component: 'debrief',
    marks,
    full: 100,
    grades:
      marks === 'points'
        ? []
        : [
            { id: 'good', name: '好' },
            { id: 'fair', name: '较好' },
            { id: 'plain', name: '一般' },
            { id: 'poor', name: '差' },
          ],
    classes: [{ id: 'officers', name: '党务干部' }],
    lines: Array.from({ length: lines }, (_, at) => ({
      unit: `u${at + 1}`,
      unitName: at === 1 ? '示范州人力资源和社会保障局机关党委（含离退休干部党总支）' : `示范州第${at + 1}局`,
      secretary: at === 2 ? '买买提·阿不都热合曼' : `${SURNAMES[at % 20]}${GIVEN[at % 8]}`,
    })),
    voids: [{ kind: 'allEqual' }, { kind: 'tooManyHigh', moreThan: 3, atLeast: 90 }],
    ...(marks === 'grades' && { gradePoints: { good: 95, fair: 85, plain: 70, poor: 50 } }),
    smallClass: { least: 5, how: 'merge' },
  }
}

/** Starts one. */
export async function startVoteServer(of: VoteForm): Promise<VoteServer> {
  const form = formOf(of)
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n, e } = pair.publicKey.export({ format: 'jwk' })
  const hexOf = (text: string): string => Buffer.from(text, 'base64url').toString('hex')
  const codes = Array.from({ length: of.slips ?? 3 }, (_, at) =>
    slipCodeFrom(new Uint8Array(16).fill(at + 1)),
  )
  const slips = new Map(
    codes.map(code => [bytesToHex(slipHashOf(slipSecretOf(code))), undefined as string | undefined]),
  )
  const kept = new Map<string, string>()
  const receipts: string[] = []
  const asked: string[] = []
  const it = { state: 'open', fate: (() => 'pass') as VoteServer['fate'] }

  const refuse = (code: string, message: string) => ({ status: 422, body: { code, message } })
  const answerTo = (path: string, body: Record<string, string>): { status: number; body: object } => {
    if (path.endsWith('/published'))
      return it.state === 'published'
        ? { status: 200, body: { format: 'hengping-published-1', receipts: receipts.toSorted(), count: {} } }
        : refuse('ballotsUnpublished', '这次会议的结果还没有公布；请稍后再看')
    if (path.endsWith('/reports')) return { status: 200, body: { units: ['u2'] } }
    if (path.endsWith('/reports/u2'))
      return {
        status: 200,
        body: {
          title: '2018年度述职报告',
          sections: [{ name: '履职情况', paragraphs: ['抓党建责任落实。'] }],
        },
      }
    if (path.endsWith('/cast') || path.endsWith('/kept')) {
      const token = Buffer.from(body['token']!, 'hex')
      const isRight = verify(
        'sha384',
        token,
        { key: pair.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 },
        Buffer.from(body['signature']!, 'hex'),
      )
      if (!isRight) return refuse('credentialFaulty', '凭证无效，票没有投出；请重新扫票条')
    }
    const known = kept.get(body['token'] ?? '')
    const hash = (sealed: string): string =>
      createHash('sha256').update(Buffer.from(sealed, 'base64')).digest('hex')
    switch (path) {
      case '/api/vote/slip':
        if (!slips.has(body['slip']!))
          return refuse('voteSlipUnknown', '这张票条不是本系统的，或已作废；请核对票条，或到发票处换领')
        return {
          status: 200,
          body: {
            meetingName: '2018年度州直牵头单位和直管单位党组织书记述职测评会议',
            institution: '示范州直属机关工作委员会',
            heldOn: '2018-12-26',
            state: it.state,
            mayCast: it.state === 'open',
            rehearsal: of.rehearsal ?? false,
            voterClass: form.classes[0],
            slip: slips.get(body['slip']!) === undefined ? 'fresh' : 'redeemed',
            form,
            signer: { modulus: hexOf(n!), exponent: hexOf(e!) },
            sealTo: bytesToHex(publicKeyOf(PRIVATE)),
            sealedLength: paddedLength(form.lines.length, 40),
          },
        }
      case '/api/vote/redeem': {
        const before = slips.get(body['slip']!)
        if (before !== undefined && before !== body['blinded'])
          return refuse('voteSlipUsed', '这张票条已经换过凭证')
        slips.set(body['slip']!, body['blinded'])
        const signature = privateDecrypt(
          { key: pair.privateKey, padding: constants.RSA_NO_PADDING },
          Buffer.from(body['blinded']!, 'hex'),
        )
        return { status: 200, body: { signature: signature.toString('hex') } }
      }
      case '/api/vote/cast':
        if (known !== undefined && known !== body['sealed'])
          return refuse('credentialUsed', '这张凭证已经投过一票，不能再投；原来的一票有效')
        if (known === undefined && it.state !== 'open')
          return refuse('voteNotOpen', '投票已经截止，现在不能投票')
        kept.set(body['token']!, body['sealed']!)
        return { status: 200, body: { kept: hash(body['sealed']!) } }
      default:
        return { status: 200, body: { state: it.state, ...(known !== undefined && { kept: hash(known) }) } }
    }
  }

  let server: Server
  let port = 0
  const host = of.host ?? '127.0.0.1'
  const up = async () => {
    server = createServer((request, response) => {
      const path = request.url!.split('?')[0]!
      asked.push(path)
      if (it.fate(path) === 'breakBefore') return void request.socket.destroy()
      if (!path.startsWith('/api/')) return sendPage(of.pages, path, response)
      let text = ''
      request.on('data', chunk => void (text += String(chunk)))
      request.on('end', () => {
        const { status, body } = answerTo(path, text === '' ? {} : JSON.parse(text))
        if (it.fate(path) === 'breakAfter') return void request.socket.destroy()
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(body))
      })
    })
    await new Promise<void>(resolve =>
      server.listen(port, host === 'hall.test' ? '127.0.0.1' : host, resolve),
    )
    port = (server.address() as AddressInfo).port
  }
  const down = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await up()
  const opened = () =>
    [...kept.values()].map(sealed =>
      openSheet(new Uint8Array(Buffer.from(sealed, 'base64')), MEETING, PRIVATE)!,
    )
  return {
    address: `http://${host}:${port}`,
    codes,
    asked,
    get state() {
      return it.state
    },
    set state(state) {
      it.state = state
    },
    get fate() {
      return it.fate
    },
    set fate(fate) {
      it.fate = fate
    },
    sheets: () => opened().map(({ text }) => text),
    publish: () => {
      receipts.push(...opened().map(receiptOf))
      it.state = 'published'
    },
    down,
    up,
    stop: down,
  }
}

function sendPage(pages: string, path: string, response: ServerResponse): void {
  const file = join(pages, path.startsWith('/vote') ? 'vote.html' : path)
  const type = TYPES[extname(file)]
  if (type === undefined) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' })
  response.end(gzipSync(readFileSync(file)))
}
