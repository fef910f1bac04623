import { openSheet } from '../../../src/server/rooms/survey/sealedSheet.ts'
import {
  byId,
  byPlace,
  byXmin,
  gapsOf,
  type Guess,
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
import { countChanges, walRecords } from '../linking/walRecords.ts'
import type { Evidence, Pair } from './linkingGame.ts'

type Trace = TraceOf<Evidence>

const rowsOf = ({ tables }: Evidence, name: string) => tables.get(name) ?? []

const CASES = ['survey_case', 'survey_attempt', 'survey_check', 'survey_sealed']
const NAMED = ['survey_answer', ...CASES, 'trail', 'idempotency', 'job']

/** The separated answers as they stand in the table. */
function answerRows(evidence: Evidence) {
  return rowsOf(evidence, 'survey_answer').map(({ row, xmin }) => {
    const { id, answers } = JSON.parse(row) as {
      readonly id: string
      readonly answers: { readonly opinion: string }
    }
    return { number: BigInt(`0x${id.replaceAll('-', '')}`), name: answers.opinion.slice(0, 32), xmin }
  })
}

/** Sealed sheets of the backup, by their case. */
function sealedOf({ backup }: Evidence): ReadonlyMap<string, Buffer> {
  return new Map(
    inTime(backup.get('survey_sealed')!).map(({ row }) => {
      const { case_id: of, sheet } = JSON.parse(row) as { readonly case_id: string; readonly sheet: string }
      return [of, Buffer.from(sheet.slice(2), 'hex')]
    }),
  )
}

/** Of two people, who has more of something said more. */
const byAmount =
  (amountOf: (of: string) => number | undefined): Guess<Pair> =>
  ({ earlier, later, sheets: [one, other] }) => {
    const [first, second] = [amountOf(earlier), amountOf(later)]
    if (first === undefined || second === undefined || first === second || one.length === other.length)
      return undefined
    return first > second === one.length > other.length
  }

/** What each case has more of than cases called equally often have on average. */
function beyondCalls(
  { backup }: Evidence,
  amountOf: (of: string) => number,
): (of: string) => number | undefined {
  const timesOf = new Map<string, number>()
  for (const { of } of callsOf(backup)) timesOf.set(of, (timesOf.get(of) ?? 0) + 1)
  const means = new Map<number, number>()
  for (const [times, all] of Map.groupBy(timesOf.keys(), of => timesOf.get(of)!))
    means.set(times, all.reduce((sum, of) => sum + amountOf(of), 0) / all.length)
  return of => {
    const mean = means.get(timesOf.get(of) ?? 0)
    return mean === undefined ? undefined : amountOf(of) - mean
  }
}

/** Counts how often each case is named in bytes, by the bytes of its id. */
function countCases(parts: readonly Buffer[], cases: readonly string[]): (of: string) => number {
  const raw = new Map(cases.map(id => [Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1'), id]))
  const begins = new Uint8Array(65_536)
  for (const id of cases) begins[Number.parseInt(id.slice(0, 4), 16)] = 1
  const counts = new Map<string, number>()
  for (const bytes of parts)
    for (let at = 0; at + 16 <= bytes.length; at++) {
      if (begins[(bytes[at]! << 8) | bytes[at + 1]!] === 0) continue
      const id = raw.get(bytes.toString('latin1', at, at + 16))
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  return id => counts.get(id) ?? 0
}

/** The calls in the order in which they ended, each with how many transactions there were since something else was written; of a case called twice the last one counts. */
function callsOf(backup: Evidence['backup']) {
  const written = [...new Set([...backup.values()].flat().map(({ xmin }) => xmin))].toSorted((a, b) => a - b)
  const gaps = new Map(written.map((xmin, at) => [xmin, at === 0 ? 0 : xmin - written[at - 1]!]))
  return inTime(backup.get('survey_attempt')!).map(({ row, xmin }) => ({
    of: (JSON.parse(row) as { readonly case_id: string }).case_id,
    gap: gaps.get(xmin)!,
  }))
}

/** What the guesser looks at, each by itself. */
export const traces = {
  'physical row order': evidence => byPlace(placesIn(textOf(rowsOf(evidence, 'survey_answer')))),
  xmin: evidence => byXmin(answerRows(evidence)),
  'order of ids': evidence => byId(answerRows(evidence)),
  'index order': ({ orders }) => {
    const places = orders.slice(1).map(text => placesIn(text))
    return byPlace(sheet => places.at(-1)?.(sheet))
  },
  // A number is used up by every call, so that a gap follows the answers of who was called twice.
  'gaps of ids': evidence => {
    const gapOf = gapsOf(answerRows(evidence))
    return ({ sheets: [one, other], triedTwice }) => {
      const [first, second] = [gapOf(one), gapOf(other)]
      if (first === undefined || second === undefined || first === second || triedTwice === undefined)
        return undefined
      return first > second === (triedTwice === 'earlier')
    }
  },
  cases: ({ tables }) => inRows(CASES.flatMap(name => tables.get(name) ?? [])),
  trail: evidence => inRows(rowsOf(evidence, 'trail')),
  idempotency: evidence => inRows(rowsOf(evidence, 'idempotency')),
  jobs: evidence => inRows(rowsOf(evidence, 'job')),
  'any other table': ({ tables }) => inOtherTables(tables, NAMED),
  log: ({ log }) => byPlace(placesIn(log)),
  'write-ahead log': ({ wal }) => byPlace(placesIn(wal.toString('latin1'))),
  'bytes of the files': ({ files }) => inFiles(files),
  'file times': ({ files }) => inFileTimes(files),
  'backup while calling': evidence => {
    const sealed = [...sealedOf(evidence).values()].map(bytes => bytes.toString('latin1')).join('\n')
    const rows = textOf(inTime([...evidence.backup.values()].flat()))
    const place = placesIn(`${sealed}\n${rows}`)
    const inCopies = inFiles(evidence.copied)
    return pair => byPlace(place)(pair) ?? inCopies(pair)
  },
  'lengths in the backup': evidence => {
    const sealed = sealedOf(evidence)
    return byAmount(of => sealed.get(of)?.length)
  },
  'drafts in the backup': ({ copied }) => {
    const sizes = new Map(copied.map(({ name, bytes }) => [name.slice(-36), bytes.length]))
    return byAmount(of => sizes.get(of))
  },
  'key left behind': evidence => {
    const { survey, files, log, tables } = evidence
    const texts = [log, ...[...tables.values()].flat().map(({ row }) => row)].join('\n')
    const keys = [
      ...files.flatMap(({ bytes }) => (bytes.length === 32 ? [bytes] : [])),
      ...[...new Set(texts.match(/\b[0-9a-f]{64}\b/g))].map(text => Buffer.from(text, 'hex')),
    ]
    const of = new Map<string, number>()
    for (const [place, sheet] of [...sealedOf(evidence).values()].entries())
      for (const key of keys) {
        try {
          of.set(openSheet(key, survey, sheet).answers['opinion']!.slice(0, 32), place)
        } catch {
          // It is the key of something else.
        }
      }
    return byPlace(({ names: [marker] }) => of.get(marker))
  },
  // Whoever talks longer is saved more often.
  'saves in the write-ahead log': evidence => {
    const records = [...walRecords(evidence.wal)]
    const changesOf = countChanges(records, evidence.caseFile)
    const parts = records.flatMap(({ main, blocks }) => [main, ...blocks.map(({ data }) => data)])
    const namedOf = countCases(parts, evidence.cases)
    const placeOf = new Map(
      rowsOf(evidence, 'survey_case').map(({ row, place }) => [
        (JSON.parse(row) as { id: string }).id,
        place,
      ]),
    )
    return byAmount(beyondCalls(evidence, of => changesOf(placeOf.get(of) ?? '') + namedOf(of)))
  },
  'saves in the files': evidence => {
    const namedOf = countCases(
      evidence.copied.map(({ bytes }) => bytes),
      evidence.cases,
    )
    return byAmount(beyondCalls(evidence, namedOf))
  },
  'gaps of transactions': ({ backup }) => {
    const gaps = new Map(callsOf(backup).map(({ of, gap }) => [of, gap]))
    return byAmount(of => gaps.get(of))
  },
  'saves in the log': ({ log, backup }) => {
    const saves: number[] = []
    let count = 0
    for (const line of log.split('\n'))
      if (line.includes('/api/interview/:case/end"')) {
        saves.push(count)
        count = 0
      } else if (line.includes('/api/interview/:case"')) count++
    const of = new Map(callsOf(backup).map((call, at) => [call.of, saves[at]]))
    return byAmount(id => of.get(id))
  },
} as const satisfies Readonly<Record<string, Trace>>

/** The name of a trace. */
export type TraceName = keyof typeof traces

/** Guesses of one trace who gave which answers, by a coin where it says nothing. */
export function guess(
  trace: TraceName,
  evidence: Evidence,
  coin: () => boolean,
  pairs = evidence.pairs,
): Score {
  return scoreOf(traces[trace](evidence), pairs, coin)
}
