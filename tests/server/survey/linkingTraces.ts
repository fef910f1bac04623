import { basename } from 'node:path'
import { openSheet } from '../../../src/server/rooms/survey/sealedSheet.ts'
import type { FoundFile } from '../linking/evidence.ts'
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
import { commitTimes, listChanges, walRecords } from '../linking/walRecords.ts'
import type { Evidence, KnownAnswers, Pair } from './linkingGame.ts'

type Trace = TraceOf<Evidence>

const rowsOf = ({ tables }: Evidence, name: string) => tables.get(name) ?? []

const CASES = ['survey_case', 'survey_attempt', 'survey_work', 'survey_check', 'survey_sealed']
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

/** Sealed sheets of the backup and of the files of calls, by their case; of a case called twice the last one. */
function sealedOf({ backup, drafts }: Evidence): ReadonlyMap<string, Buffer> {
  const rows = backup.get('survey_sealed')!.map(({ row }) => {
    const { case_id: of, sheet } = JSON.parse(row) as { readonly case_id: string; readonly sheet: string }
    return [of, Buffer.from(sheet.slice(2), 'hex')] as const
  })
  return new Map([...drafts.map(file => [caseOf(file), file.bytes.subarray(HEAD)] as const), ...rows])
}

/** Bytes before the sheet in the file of a call. */
const HEAD = 1024

/** The case of a file of calls. */
const caseOf = ({ name }: FoundFile) => basename(name).slice(0, 36)

/** Guesses by what is known to be whose. */
const byOwner =
  (isOf: (of: string, sheet: KnownAnswers) => boolean): Guess<Pair> =>
  ({ earlier, later, sheets: [one, other] }) => {
    if (isOf(earlier, one) || isOf(later, other)) return true
    return isOf(later, one) || isOf(earlier, other) ? false : undefined
  }

/** Guesses by one trace, where it says nothing by another. */
const byEither =
  (first: Guess<Pair>, second: Guess<Pair>): Guess<Pair> =>
  pair =>
    first(pair) ?? second(pair)

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
  { calls }: Evidence,
  amountOf: (of: string) => number,
): (of: string) => number | undefined {
  const timesOf = new Map<string, number>()
  for (const of of calls) timesOf.set(of, (timesOf.get(of) ?? 0) + 1)
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

/** The calls in the order in which they were written, each with how many transactions there were since something else was written; of a case called twice the last one counts. */
function callsOf(backup: Evidence['backup']) {
  const written = [...new Set([...backup.values()].flat().map(({ xmin }) => xmin))].toSorted((a, b) => a - b)
  const gaps = new Map(written.map((xmin, at) => [xmin, at === 0 ? 0 : xmin - written[at - 1]!]))
  return inTime(backup.get('survey_attempt')!).map(({ row, xmin }) => ({
    of: (JSON.parse(row) as { readonly case_id: string }).case_id,
    gap: gaps.get(xmin)!,
  }))
}

/** Where the row of each case lies at the end. */
function placesOf(evidence: Evidence): (of: string) => string {
  const places = new Map(
    rowsOf(evidence, 'survey_case').map(({ row, place }) => [(JSON.parse(row) as { id: string }).id, place]),
  )
  return of => places.get(of) ?? ''
}

/** How long since the one before each event happened, of several at the same moment none; of a case the last one. */
function sinceBefore(events: readonly { readonly of: string; readonly at: number }[], begun: number) {
  const times = [...new Set(events.map(({ at }) => at))].toSorted((a, b) => a - b)
  const before = new Map(times.map((at, nth) => [at, nth === 0 ? begun : times[nth - 1]!]))
  return new Map(
    events.toSorted((one, other) => one.at - other.at).map(({ of, at }) => [of, at - before.get(at)!]),
  )
}

/**
 * How long each call took by the times of commits: from the last but one change of its case to the last
 * one, when it was taken and ended, or since any case was changed before.
 */
function lengthsInLog(evidence: Evidence): ReadonlyMap<string, number> {
  const records = [...walRecords(evidence.wal)]
  const [times, changesOf] = [commitTimes(records), listChanges(records, evidence.caseFile)]
  const placeOf = placesOf(evidence)
  const changes = [...new Set(evidence.calls)].map(of => {
    const known = changesOf(placeOf(of)).flatMap(xid => times.get(xid) ?? [])
    return { of, known: [...new Set(known)].filter(at => at >= toPostgres(evidence.begun)) }
  })
  const all = changes.flatMap(({ of, known }) => known.map(at => ({ of, at })))
  const lengths = sinceBefore(all, toPostgres(evidence.begun))
  const once = evidence.calls.filter((of, at) => evidence.calls.indexOf(of) === at)
  const least = Math.min(...changes.map(({ known }) => known.length))
  // Where nobody has fewer than two, they are how the case was taken and how its call ended.
  for (const { of, known } of changes)
    if (least >= 2 && once.includes(of)) lengths.set(of, known.at(-1)! - known.at(-2)!)
  return lengths
}

/** Microseconds since 2000, as the log counts. */
const toPostgres = (time: number) => (time - Date.UTC(2000, 0, 1)) * 1000

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
  cases: ({ tables }) => {
    const rows = CASES.flatMap(name => tables.get(name) ?? [])
    const together = new Set(
      rows.flatMap(({ row }) => {
        const ids = row.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
        return (row.match(/[0-9a-f]{32}/g) ?? []).flatMap(marker => ids.map(id => `${id} ${marker}`))
      }),
    )
    return byEither(
      byOwner((of, { names: [marker] }) => together.has(`${of} ${marker}`)),
      inRows(rows),
    )
  },
  trail: evidence => inRows(rowsOf(evidence, 'trail')),
  idempotency: evidence => inRows(rowsOf(evidence, 'idempotency')),
  jobs: evidence => inRows(rowsOf(evidence, 'job')),
  'any other table': ({ tables }) => inOtherTables(tables, NAMED),
  log: ({ log }) => byPlace(placesIn(log)),
  'write-ahead log': ({ wal }) => byPlace(placesIn(wal.toString('latin1'))),
  'bytes of the files': ({ files }) => inFiles(files),
  'file times': ({ files }) => inFileTimes(files),
  'backup while calling': evidence => {
    const sealed = new Map([...sealedOf(evidence)].map(([of, bytes]) => [of, bytes.toString('latin1')]))
    return byEither(
      byOwner((of, { names: [marker] }) => sealed.get(of)?.includes(marker) === true),
      byEither(inRows([...evidence.backup.values()].flat()), inFiles(evidence.copied)),
    )
  },
  'lengths in the backup': evidence => {
    const sealed = sealedOf(evidence)
    return byAmount(of => sealed.get(of)?.length)
  },
  'drafts in the backup': ({ drafts }) => {
    const sizes = new Map(
      drafts
        .toSorted((one, other) => one.bytes.length - other.bytes.length)
        .map(one => [caseOf(one), one.bytes.length]),
    )
    return byAmount(of => sizes.get(of))
  },
  'key left behind': evidence => {
    const { survey, files, log, tables } = evidence
    const texts = [log, ...[...tables.values()].flat().map(({ row }) => row)].join('\n')
    const keys = [
      ...files.flatMap(({ bytes }) => (bytes.length === 32 ? [bytes] : [])),
      ...[...new Set(texts.match(/\b[0-9a-f]{64}\b/g))].map(text => Buffer.from(text, 'hex')),
    ]
    const opened = new Map<string, string>()
    for (const [of, sheet] of sealedOf(evidence))
      for (const key of keys) {
        try {
          opened.set(of, openSheet(key, survey, sheet).answers['opinion']!.slice(0, 32))
        } catch {
          // It is the key of something else.
        }
      }
    return byOwner((of, { names: [marker] }) => opened.get(of) === marker)
  },
  // Whoever talks longer is saved more often.
  'saves in the write-ahead log': evidence => {
    const records = [...walRecords(evidence.wal)]
    const changesOf = listChanges(records, evidence.caseFile)
    const parts = records.flatMap(({ main, blocks }) => [main, ...blocks.map(({ data }) => data)])
    const [namedOf, placeOf] = [countCases(parts, evidence.calls), placesOf(evidence)]
    return byAmount(beyondCalls(evidence, of => changesOf(placeOf(of)).length + namedOf(of)))
  },
  'saves in the files': evidence => {
    const namedOf = countCases(
      evidence.copied.map(({ bytes }) => bytes),
      evidence.calls,
    )
    return byAmount(beyondCalls(evidence, namedOf))
  },
  'gaps of transactions': ({ backup, tables }) => {
    const gaps = new Map([...callsOf(backup), ...callsOf(tables)].map(({ of, gap }) => [of, gap]))
    return byAmount(of => gaps.get(of))
  },
  'saves in the log': ({ log, calls }) => {
    const saves: number[] = []
    let count = 0
    for (const line of log.split('\n'))
      if (line.includes('/api/interview/:case/end"')) {
        saves.push(count)
        count = 0
      } else if (line.includes('/api/interview/:case"')) count++
    const of = new Map(calls.map((id, at) => [id, saves[at]]))
    return byAmount(id => of.get(id))
  },
  // Who has more to say talks longer.
  'times in the write-ahead log': evidence => {
    const lengths = lengthsInLog(evidence)
    return byAmount(of => lengths.get(of))
  },
  'times of files while calling': ({ drafts, begun }) => {
    const ended = drafts.filter(({ name }) => name.includes('ended'))
    const lengths = sinceBefore(
      ended.map(file => ({ of: caseOf(file), at: file.changed })),
      begun,
    )
    return byAmount(of => lengths.get(of))
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
