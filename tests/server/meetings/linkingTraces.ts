import { hexToBytes } from '@noble/hashes/utils.js'
import { publicKeyOf } from '../../../src/crypto/meetingKey.ts'
import { openSheet } from '../../../src/crypto/sealedSheet.ts'
import {
  byId,
  byPlace,
  byXmin,
  gapsOf,
  inFiles,
  inFileTimes,
  inOtherTables,
  inRows,
  inTime,
  placesIn,
  type Score,
  scoreOf,
  textOf,
  type Trace as TraceOf,
} from '../linking/guesses.ts'
import type { Evidence, KnownSheet } from './linkingGame.ts'

type Trace = TraceOf<Evidence>

const rowsOf = ({ tables }: Evidence, name: string) => tables.get(name) ?? []

const inTable =
  (name: string): Trace =>
  evidence =>
    inRows(rowsOf(evidence, name))

const NAMED = ['ballot_sheet', 'ballot_slip', 'ballot_sealed', 'ballot_box', 'trail', 'idempotency', 'job']

/** The sheets as they stand in the table. */
function sheetRows(evidence: Evidence) {
  return rowsOf(evidence, 'ballot_sheet').map(({ row, xmin }) => {
    const { id, nonce } = JSON.parse(row) as { readonly id: string; readonly nonce: string }
    return { number: BigInt(`0x${id.replaceAll('-', '')}`), name: nonce, xmin }
  })
}

function sealedOf({ backup }: Evidence): readonly Buffer[] {
  return inTime(backup.get('ballot_sealed')!).map(({ row }) =>
    Buffer.from((JSON.parse(row) as { readonly sealed: string }).sealed, 'base64'),
  )
}

/** What the guesser looks at, each by itself. */
export const traces = {
  'physical row order': evidence => byPlace(placesIn(textOf(rowsOf(evidence, 'ballot_sheet')))),
  xmin: evidence => byXmin(sheetRows(evidence)),
  'order of ids': evidence => byId(sheetRows(evidence)),
  'index order': ({ orders }) => {
    // The key is the trace above; an order that no index adds is the physical one.
    const places = orders.slice(1).map(text => placesIn(text))
    return byPlace(sheet => places.at(-1)?.(sheet))
  },
  // A number is used up whenever a sheet is sent again, so that a gap follows it.
  'gaps of ids': evidence => {
    const gapOf = gapsOf(sheetRows(evidence))
    return ({ sheets: [one, other], earlierSentTwice }) => {
      const [first, second] = [gapOf(one), gapOf(other)]
      if (first === undefined || second === undefined || first === second) return undefined
      return first > second === earlierSentTwice
    }
  },
  trail: inTable('trail'),
  idempotency: inTable('idempotency'),
  jobs: inTable('job'),
  slips: inTable('ballot_slip'),
  'any other table': ({ tables }) => inOtherTables(tables, NAMED),
  log: ({ log }) => byPlace(placesIn(log)),
  'write-ahead log': ({ wal }) => byPlace(placesIn(wal.toString('latin1'))),
  'bytes of the files': ({ files }) => inFiles(files),
  'file times': ({ files }) => inFileTimes(files),
  'backup while voting': evidence => {
    const texts = sealedOf(evidence).map(bytes => bytes.toString('latin1'))
    const others = placesIn(textOf(inTime([...evidence.backup.values()].flat())))
    return byPlace(sheet => {
      const raw = Buffer.from(sheet.names[0], 'hex').toString('latin1')
      const at = texts.findIndex(text => text.includes(raw))
      return at < 0 ? others(sheet) : at
    })
  },
  // Of two voters one after the other, who sent more cast the longer sheet.
  'lengths in the backup': evidence => {
    const lengths = sealedOf(evidence).map(({ length }) => length)
    const sorted = evidence.pairs
    return pair => {
      const at = sorted.indexOf(pair) * 2
      const [earlier, later] = [lengths[at], lengths[at + 1]]
      const [one, other] = pair.sheets
      if (earlier === undefined || later === undefined || earlier === later) return undefined
      return earlier > later === one.length > other.length
    }
  },
  'key left behind': evidence => {
    const sealTo = /"seal_to": "([0-9a-f]{64})"/.exec(textOf(rowsOf(evidence, 'ballot_box')))?.[1]
    const where = ['ballot_box', 'trail', 'idempotency', 'job'].map(name => textOf(rowsOf(evidence, name)))
    const known = new Set<string | undefined>([sealTo, ...evidence.published.receipts])
    const texts = new Set([...where, evidence.log].flatMap(text => text.match(/\b[0-9a-f]{64}\b/g) ?? []))
    const key = [...texts].find(
      text => !known.has(text) && Buffer.from(publicKeyOf(hexToBytes(text))).toString('hex') === sealTo,
    )
    const opened =
      key === undefined
        ? []
        : sealedOf(evidence).map(bytes => openSheet(new Uint8Array(bytes), evidence.meeting, hexToBytes(key)))
    const at = new Map(
      opened.map((sheet, place) => [sheet && Buffer.from(sheet.nonce).toString('hex'), place]),
    )
    return byPlace(({ names: [nonce] }) => at.get(nonce))
  },
  receipts: ({ published: { receipts } }) => byPlace(placesIn(receipts.join('\n'))),
  'published marks':
    ({ published }) =>
    pair => {
      const marks = published.count.units[pair.line]!.classes.flatMap(one => one.marks)
      return byPlace<KnownSheet>(({ mark }) => {
        const at = marks.indexOf(mark)
        return at < 0 ? undefined : at
      })(pair)
    },
  'count file': ({ countFile }) => {
    const { phone } = JSON.parse(countFile) as { readonly phone: readonly { readonly nonce: string }[] }
    return byPlace(placesIn(phone.map(({ nonce }) => nonce).join('\n')))
  },
} as const satisfies Readonly<Record<string, Trace>>

/** The name of a trace. */
export type TraceName = keyof typeof traces

/** Guesses of one trace who cast which sheet, by a coin where it says nothing. */
export function guess(trace: TraceName, evidence: Evidence, coin: () => boolean): Score {
  return scoreOf(traces[trace](evidence), evidence.pairs, coin)
}
