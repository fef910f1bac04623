// The phones of a hall, in a process of its own and as cheap as can be: everything is computed before the clock starts, and bytes are written to bare sockets, one a phone.
import { constants, createHash, createPrivateKey, randomBytes, sign } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { blind } from '../../src/crypto/blindSignature.ts'
import { paddedLength, sealSheet } from '../../src/crypto/sealedSheet.ts'
import { processorSince, serveParent, shareOf } from './child.ts'
import { chanceSheet, CLASS, hallForm } from './hallForm.ts'
import type { OpenHall } from './hallServer.ts'

/** How a crowd behaves: so many phones, evenly over so many seconds. */
interface Crowd {
  readonly phones: number
  readonly seconds: number
}

/** What came of it, in milliseconds as the phones saw it. */
export interface Seen {
  readonly p50: number
  readonly p99: number
  readonly refused: number
  /** from the first byte sent to the last answer. */
  readonly all: number
  /** how late requests went out, behind their plan: what the phones' own process was short of. */
  readonly lateP99: number
  readonly processor: number
  /** hashes of the sheets that were acknowledged. */
  readonly acknowledged: readonly string[]
}

/** A phone's requests, ready to be written. */
interface Ready {
  readonly view: Buffer
  readonly redeem: Buffer
  readonly cast: Buffer
  readonly kept: string
}

let hall: OpenHall
let slips: readonly string[]
let ready: Ready[] = []

const work = {
  /** Computes slips, blinded messages, credentials and sealed sheets. */
  prepare: ({
    sealTo,
    ...asked
  }: {
    hall: OpenHall
    slips: readonly string[]
    sealTo: string
    many: number
  }) => {
    hall = asked.hall
    slips = asked.slips
    const form = hallForm(hall.meeting)
    const length = paddedLength(form.lines.length, Math.max(...form.lines.map(({ unit }) => unit.length)))
    const key = createPrivateKey(hall.privateKey)
    const signer = { modulus: hexToBytes(hall.modulus), exponent: Uint8Array.of(1, 0, 1) }
    ready = Array.from({ length: asked.many }, (_, at) => {
      const slip = slips[at % slips.length]!
      const token = randomBytes(64)
      // The signature is made with the key itself: a credential made by blinding is no other, and costs more.
      const signature = sign('sha384', token, {
        key,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: 48,
      })
      const blinded =
        at >= slips.length
          ? undefined
          : blind(signer, token, { factor: randomBytes(272), salt: randomBytes(48) })!
      const sealed = sealSheet(
        { nonce: randomBytes(16), text: chanceSheet(form) },
        hall.meeting,
        hexToBytes(sealTo),
        randomBytes(32),
        length,
      )
      return {
        view: post('/api/vote/slip', { slip }),
        redeem: post('/api/vote/redeem', { slip, blinded: blinded && bytesToHex(blinded.blindedMessage) }),
        cast: post('/api/vote/cast', {
          meeting: hall.meeting,
          voterClass: CLASS,
          token: token.toString('hex'),
          signature: signature.toString('hex'),
          sealed: Buffer.from(sealed).toString('base64'),
        }),
        kept: createHash('sha256').update(sealed).digest('hex'),
      }
    })
    return length + 48
  },
  /** Each phone reads its slip, redeems it and casts: one in twenty sends its sheet twice at once, one in twenty loses the answer and sends again. */
  vote: (crowd: Crowd): Promise<Seen> =>
    watch(crowd, async (line, { view, redeem, cast, kept }, at) => {
      await line.send(view)
      await line.send(redeem)
      if (at % 20 === 7) await line.cut(cast)
      const again = at % 20 === 13 ? line.other().send(cast) : undefined
      await line.send(cast, kept)
      await again
    }),
  /** Each phone sends its sheet. */
  cast: (crowd: Crowd): Promise<Seen> => watch(crowd, (line, { cast, kept }) => line.send(cast, kept)),
  /** Each phone looks at its slip again, as it does while it waits. */
  wait: (crowd: Crowd): Promise<Seen> => watch(crowd, (line, { view }) => line.send(view)),
  /** Sends the sheets to a server that does nothing. */
  echo: ({ port, ...crowd }: Crowd & { port: number }): Promise<Seen> =>
    watch(crowd, (line, { cast }) => line.send(cast), port, true),
}

/** What the phones can be asked for. */
export type Phones = typeof work

function post(path: string, body: object): Buffer {
  const text = JSON.stringify(body)
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: hall\r\naccept-encoding: gzip\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
  )
}

/** Runs a crowd, each phone on a connection of its own, and takes the phones that were used away. */
async function watch(
  { phones, seconds }: Crowd,
  act: (line: Line, one: Ready, at: number) => Promise<unknown>,
  port = hall.port,
  isEcho = false,
): Promise<Seen> {
  const crowd = isEcho ? ready.slice(0, phones) : ready.splice(0, phones)
  const [times, late]: [number[], number[]] = [[], []]
  const acknowledged: string[] = []
  let refused = 0
  const note: Note = (answer, expected) => {
    times.push(answer.took)
    if (answer.status !== 200) refused++
    else if (expected !== undefined && answer.text.includes(expected)) acknowledged.push(expected)
  }
  const from = process.cpuUsage()
  const begun = performance.now()
  await Promise.all(
    crowd.map(async (one, at) => {
      const planned = (at / phones) * seconds * 1000
      await new Promise(resolve => setTimeout(resolve, planned))
      late.push(performance.now() - begun - planned)
      const line = new Line(port, note)
      await act(line, one, at)
      line.close()
    }),
  )
  return {
    p50: shareOf(times, 0.5),
    p99: shareOf(times, 0.99),
    refused,
    all: performance.now() - begun,
    lateP99: shareOf(late, 0.99),
    processor: processorSince(from),
    acknowledged,
  }
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly took: number
}

type Note = (answer: Answer, expected: string | undefined) => void

/** A phone's connection, kept alive between its requests. */
class Line {
  readonly #port: number
  readonly #note: Note
  readonly #sockets: Socket[] = []

  constructor(port: number, note: Note) {
    this.#port = port
    this.#note = note
  }

  /** Sends and waits for the answer, which should name the sheet that is expected. */
  async send(request: Buffer, expected?: string): Promise<void> {
    const begun = performance.now()
    const socket = this.#sockets[0] ?? this.#open()
    const text = await answerOn(socket, request)
    this.#note({ status: Number(text.slice(9, 12)), text, took: performance.now() - begun }, expected)
  }

  /** Sends and breaks the connection when the answer begins. */
  async cut(request: Buffer): Promise<void> {
    const socket = this.#sockets.pop() ?? this.#open()
    socket.write(request)
    await new Promise(resolve => socket.once('data', resolve))
    socket.destroy()
    this.#sockets.length = 0
  }

  /** Another connection of the same phone. */
  other(): Line {
    const line = new Line(this.#port, this.#note)
    this.#sockets.push(line.#open())
    return line
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    this.#sockets.unshift(socket)
    return socket
  }
}

/** Writes a request and reads its answer whole: by its length, or to its last chunk. */
function answerOn(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const end = (error?: Error) => {
      socket.off('data', read).off('error', end).off('close', closed)
      if (error === undefined) resolve(text)
      else reject(error)
    }
    const closed = () => end(new Error(`the line broke after “${text.slice(0, 200)}”`))
    const read = (part: Buffer) => {
      text += part.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = /content-length: (\d+)/i.exec(text)?.[1]
      if (length === undefined ? text.endsWith('0\r\n\r\n') : text.length >= head + 4 + Number(length)) end()
    }
    socket.on('data', read).on('error', end).on('close', closed)
    socket.write(request)
  })
}

serveParent(work)
