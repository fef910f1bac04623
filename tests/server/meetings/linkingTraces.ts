import { hexToBytes } from '@noble/hashes/utils.js'
import { publicKeyOf } from '../../../src/crypto/meetingKey.ts'
import { openSheet } from '../../../src/crypto/sealedSheet.ts'
import { PAGE } from './linkingEvidence.ts'
import type { Evidence, KnownSheet, Pair } from './linkingGame.ts'

/** A guess: whether the first sheet of a pair is the earlier voter's; undefined where the trace says nothing. */
type Guess = (pair: Pair) => boolean | undefined

/** Where a sheet stands in a trace, if it does. */
type Place = (sheet: KnownSheet) => number | undefined

/** A trace: looks at the evidence once, then guesses of each pair. */
type Trace = (evidence: Evidence) => Guess

/** The sheet that stands first is the earlier voter's. */
const byPlace =
  (placeOf: Place): Guess =>
  ({ sheets: [one, other] }) => {
    const [first, second] = [placeOf(one), placeOf(other)]
    return first === undefined || second === undefined || first === second ? undefined : first < second
  }

/** Where what names a sheet (its receipt, its nonce) stands in a text for the first time. */
function placesIn(text: string, order = (at: number) => at): Place {
  const places = new Map<string, number>()
  for (const found of text.matchAll(/[0-9a-f]{32,}/g)) {
    const at = order(found.index)
    for (const name of [found[0].slice(0, 32), found[0].slice(0, 64)])
      if (at < (places.get(name) ?? Infinity)) places.set(name, at)
  }
  return ({ nonce, receipt }) => {
    const at = [places.get(nonce), places.get(receipt)].filter(one => one !== undefined)
    return at.length === 0 ? undefined : Math.min(...at)
  }
}

const rowsOf = ({ tables }: Evidence, name: string) => tables.get(name) ?? []
const textOf = (rows: readonly { readonly row: string }[]) => rows.map(({ row }) => row).join('\n')

/** Rows in the order of their transactions: rows of several connections, or written again, may lie anywhere. */
const inTime = <R extends { readonly xmin: number }>(rows: readonly R[]) =>
  rows.toSorted((one, other) => one.xmin - other.xmin)

const inTable =
  (name: string): Trace =>
  evidence =>
    byPlace(placesIn(textOf(inTime(rowsOf(evidence, name)))))

const NAMED = ['ballot_sheet', 'ballot_slip', 'ballot_sealed', 'ballot_box', 'trail', 'idempotency', 'job']

/** The sheets as they stand in the table: id, nonce and transaction. */
function sheetRows(evidence: Evidence) {
  return rowsOf(evidence, 'ballot_sheet').map(({ row, xmin }) => {
    const { id, nonce } = JSON.parse(row) as { readonly id: string; readonly nonce: string }
    return { number: BigInt(`0x${id.replaceAll('-', '')}`), nonce, xmin }
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
  xmin: evidence => {
    const at = new Map(sheetRows(evidence).map(({ nonce, xmin }) => [nonce, xmin]))
    return byPlace(({ nonce }) => at.get(nonce))
  },
  'order of ids': evidence => {
    const sorted = sheetRows(evidence).toSorted((one, other) => (one.number < other.number ? -1 : 1))
    const at = new Map(sorted.map(({ nonce }, place) => [nonce, place]))
    return byPlace(({ nonce }) => at.get(nonce))
  },
  'index order': ({ orders }) => {
    // The key is the trace above; an order that no index adds is the physical one.
    const places = orders.slice(1).map(text => placesIn(text))
    return byPlace(sheet => places.at(-1)?.(sheet))
  },
  // A number is used up whenever a sheet is sent again, so that a gap follows it.
  'gaps of ids': evidence => {
    const sorted = sheetRows(evidence).toSorted((one, other) => (one.number < other.number ? -1 : 1))
    const gaps = sorted.slice(1).map(({ number }, at) => Number(number - sorted[at]!.number))
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    const gapOf = new Map(sorted.map(({ nonce }, at) => [nonce, at === 0 ? mean : gaps[at - 1]!]))
    return ({ sheets: [one, other], earlierSentTwice }) => {
      const [first, second] = [gapOf.get(one.nonce), gapOf.get(other.nonce)]
      if (first === undefined || second === undefined || first === second) return undefined
      return first > second === earlierSentTwice
    }
  },
  trail: inTable('trail'),
  idempotency: inTable('idempotency'),
  jobs: inTable('job'),
  slips: inTable('ballot_slip'),
  'any other table': ({ tables }) => {
    const rows = [...tables].flatMap(([name, own]) => (NAMED.includes(name) ? [] : own))
    return byPlace(placesIn(textOf(inTime(rows))))
  },
  log: ({ log }) => byPlace(placesIn(log)),
  'write-ahead log': ({ wal }) => byPlace(placesIn(wal.toString('latin1'))),
  // Rows that were deleted or written again still lie there.
  'bytes of the files': ({ files }) => {
    const places = files.map(({ bytes, isPaged }) =>
      placesIn(bytes.toString('latin1'), at => (isPaged ? at - 2 * (at % PAGE) + PAGE : at)),
    )
    return byPlace(sheet => {
      const at = places.findIndex(has => has(sheet) !== undefined)
      return at < 0 ? undefined : at * 2 ** 32 + places[at]!(sheet)!
    })
  },
  'file times': ({ files }) => {
    const places = files.map(({ bytes, name, changed }) => ({
      changed,
      has: placesIn(`${name}\n${bytes.toString('latin1')}`),
    }))
    return byPlace(sheet => {
      const times = places.flatMap(({ changed, has }) => (has(sheet) === undefined ? [] : changed))
      return times.length === 0 ? undefined : Math.min(...times)
    })
  },
  'backup while voting': evidence => {
    const texts = sealedOf(evidence).map(bytes => bytes.toString('latin1'))
    const others = placesIn(textOf(inTime([...evidence.backup.values()].flat())))
    return byPlace(sheet => {
      const raw = Buffer.from(sheet.nonce, 'hex').toString('latin1')
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
    return byPlace(({ nonce }) => at.get(nonce))
  },
  receipts: ({ published: { receipts } }) => byPlace(placesIn(receipts.join('\n'))),
  'published marks':
    ({ published }) =>
    pair => {
      const marks = published.count.units[pair.line]!.classes.flatMap(one => one.marks)
      return byPlace(({ mark }) => {
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

/** How often a trace said something, and how often the guess was right. */
export interface Score {
  readonly told: number
  readonly right: number
}

/** Guesses of one trace who cast which sheet, by a coin where it says nothing. */
export function guess(trace: TraceName, evidence: Evidence, coin: () => boolean): Score {
  const guessOf = traces[trace](evidence)
  const guesses = evidence.pairs.map(pair => ({ told: guessOf(pair), was: pair.firstWasEarlier }))
  return {
    told: guesses.filter(({ told }) => told !== undefined).length,
    right: guesses.filter(({ told, was }) => (told ?? coin()) === was).length,
  }
}
