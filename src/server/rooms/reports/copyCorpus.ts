import type { DebriefReport } from '../../../domain/campaign/report/report.ts'
import { isComparable, printsOf, printsToLeaveOut } from '../../../domain/campaign/report/prints.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { listHandedIn, readTexts, type VersionKey } from './reports.store.ts'

/** A paragraph that may be compared: its text, its prints, and where it stands. */
interface ComparedParagraph {
  readonly year: number
  readonly unit: string
  readonly paragraph: string
  readonly text: string
  readonly prints: Uint32Array
}

/** Versions whose prints are kept; more than the reports of three years. */
const MOST = 10_000

/** Versions that are read at once. */
const AT_ONCE = 200

/** Prints of versions, which never change, by version and stamp. */
const kept = new WeakMap<Database, Map<string, readonly ComparedParagraph[]>>()

/** Reads the paragraphs of all reports that were handed in this year and in the two before; versions read before are not read again. */
export async function readCorpus(
  db: Database,
  year: number,
  leaveOut: ReadonlySet<number>,
): Promise<readonly ComparedParagraph[]> {
  const known = kept.get(db) ?? new Map<string, readonly ComparedParagraph[]>()
  kept.set(db, known)
  const wanted = await listHandedIn(db, year)
  const missing = wanted.filter(({ stamp, ...key }) => !known.has(`${keyOf(key)} ${stamp}`))
  const stamps = new Map(missing.map(({ stamp, ...key }) => [keyOf(key), stamp]))
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    for (const version of await readTexts(db, missing.slice(at, at + AT_ONCE)))
      known.set(
        `${keyOf(version)} ${stamps.get(keyOf(version))}`,
        paragraphsToCompare(version, version.content, leaveOut),
      )
    await yieldToEventLoop()
  }
  for (const key of known.keys()) {
    if (known.size <= MOST) break
    known.delete(key)
  }
  return wanted.flatMap(({ stamp, ...key }) => known.get(`${keyOf(key)} ${stamp}`) ?? [])
}

function keyOf({ year, unit, nth }: VersionKey): string {
  return `${year} ${nth} ${unit}`
}

/** Returns the paragraphs of a report that are long enough to be compared. */
export function paragraphsToCompare(
  { year, unit }: { readonly year: number; readonly unit: string },
  { sections }: DebriefReport,
  leaveOut: ReadonlySet<number>,
): readonly ComparedParagraph[] {
  return sections
    .flatMap(({ paragraphs }) => paragraphs)
    .map(({ id, text }) => ({ year, unit, paragraph: id, text, prints: printsOf(text, leaveOut) }))
    .filter(({ prints }) => isComparable(prints))
}

const leftOut = new WeakMap<Scheme, ReadonlySet<number>>()

/** Returns the prints of what the notice itself says, which everybody repeats. */
export function noticePrints(scheme: Scheme): ReadonlySet<number> {
  const known = leftOut.get(scheme)
  if (known !== undefined) return known
  const texts = [
    scheme.notice.title,
    scheme.title,
    ...scheme.clauses.map(({ restated }) => restated),
    ...scheme.rubrics.flatMap(({ rows }) =>
      rows.flatMap(({ title, rules }) => [title, ...rules.map(({ text }) => text)]),
    ),
    ...(scheme.report?.areas ?? []).map(({ name }) => name),
  ]
  const prints = printsToLeaveOut(texts)
  leftOut.set(scheme, prints)
  return prints
}
