import { PAGE, type Dump, type FoundFile } from './evidence.ts'

/** What somebody gave, by what names it wherever it lies: hexadecimal texts of 32 or 64 digits. */
export interface Given {
  readonly names: readonly string[]
}

/** Two people, of whom it is known who came first, and what the two gave; a fair coin decided who gave which. */
export interface Pair<S extends Given> {
  readonly sheets: readonly [S, S]
  readonly firstWasEarlier: boolean
}

/** A guess: whether the first sheet of a pair is the earlier person's; undefined where the trace says nothing. */
export type Guess<P> = (pair: P) => boolean | undefined

/** A trace: looks at the evidence once, then guesses of each pair. */
export type Trace<E extends Game> = (evidence: E) => Guess<E['pairs'][number]>

interface Game {
  readonly pairs: readonly Pair<Given>[]
}

/** Where a sheet stands in a trace, if it does. */
export type Place<S = Given> = (sheet: S) => number | undefined

/** Guesses that the sheet that stands first is the earlier person's. */
export const byPlace =
  <S extends Given>(placeOf: Place<S>): Guess<Pair<S>> =>
  ({ sheets: [one, other] }) => {
    const [first, second] = [placeOf(one), placeOf(other)]
    return first === undefined || second === undefined || first === second ? undefined : first < second
  }

/** Where what names a sheet stands in a text for the first time. */
export function placesIn(text: string, order = (at: number) => at): Place {
  const places = new Map<string, number>()
  for (const found of text.matchAll(/[0-9a-f]{32,}/g)) {
    const at = order(found.index)
    for (const name of [found[0].slice(0, 32), found[0].slice(0, 64)])
      if (at < (places.get(name) ?? Infinity)) places.set(name, at)
  }
  return ({ names }) => {
    const at = names.flatMap(name => places.get(name) ?? [])
    return at.length === 0 ? undefined : Math.min(...at)
  }
}

/** The text of rows, one a line. */
export const textOf = (rows: readonly { readonly row: string }[]) => rows.map(({ row }) => row).join('\n')

/** Rows in the order of their transactions: rows of several connections, or written again, may lie anywhere. */
export const inTime = <R extends { readonly xmin: number }>(rows: readonly R[]) =>
  rows.toSorted((one, other) => one.xmin - other.xmin)

/** Guesses by the order of rows in which sheets are named. */
export const inRows = (rows: Dump extends ReadonlyMap<string, infer R> ? R : never) =>
  byPlace(placesIn(textOf(inTime(rows))))

/** Guesses by all tables but some. */
export const inOtherTables = (tables: Dump, known: readonly string[]) =>
  inRows([...tables].flatMap(([name, own]) => (known.includes(name) ? [] : own)))

/** Guesses by the bytes of files: rows that were deleted or written again still lie there. */
export function inFiles(files: readonly FoundFile[]): Guess<Pair<Given>> {
  const places = files.map(({ bytes, isPaged }) =>
    placesIn(bytes.toString('latin1'), at => (isPaged ? at - 2 * (at % PAGE) + PAGE : at)),
  )
  return byPlace(sheet => {
    const at = places.findIndex(has => has(sheet) !== undefined)
    return at < 0 ? undefined : at * 2 ** 32 + places[at]!(sheet)!
  })
}

/** Guesses by the times of all files that name a sheet. */
export function inFileTimes(files: readonly FoundFile[]): Guess<Pair<Given>> {
  const places = files.map(({ bytes, name, changed }) => ({
    changed,
    has: placesIn(`${name}\n${bytes.toString('latin1')}`),
  }))
  return byPlace(sheet => {
    const times = places.flatMap(({ changed, has }) => (has(sheet) === undefined ? [] : changed))
    return times.length === 0 ? undefined : Math.min(...times)
  })
}

/** A row of a table of sheets: its id as a number, the text by which it is known, its transaction. */
export interface SheetRow {
  readonly number: bigint
  readonly name: string
  readonly xmin: number
}

/** Guesses by transaction numbers of the rows. */
export function byXmin(rows: readonly SheetRow[]): Guess<Pair<Given>> {
  const at = new Map(rows.map(({ name, xmin }) => [name, xmin]))
  return byPlace(({ names }) => names.map(name => at.get(name)).find(one => one !== undefined))
}

/** Guesses by the order of the ids. */
export function byId(rows: readonly SheetRow[]): Guess<Pair<Given>> {
  const at = new Map(byNumber(rows).map(({ name }, place) => [name, place]))
  return byPlace(({ names }) => names.map(name => at.get(name)).find(one => one !== undefined))
}

const byNumber = (rows: readonly SheetRow[]) =>
  rows.toSorted((one, other) => (one.number < other.number ? -1 : 1))

/** Returns the gap that follows the id of each row; after the last, the mean. */
export function gapsOf(rows: readonly SheetRow[]): Place {
  const sorted = byNumber(rows)
  const gaps = sorted.slice(1).map(({ number }, at) => Number(number - sorted[at]!.number))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const gapOf = new Map(sorted.map(({ name }, at) => [name, at === 0 ? mean : gaps[at - 1]!]))
  return ({ names }) => names.map(name => gapOf.get(name)).find(one => one !== undefined)
}

/** How often a trace said something, and how often the guess was right. */
export interface Score {
  readonly told: number
  readonly right: number
}

/** Scores guesses who gave which sheet, by a coin where the trace says nothing. */
export function scoreOf<P extends Pair<Given>>(
  guessOf: Guess<P>,
  pairs: readonly P[],
  coin: () => boolean,
): Score {
  const guesses = pairs.map(pair => ({ told: guessOf(pair), was: pair.firstWasEarlier }))
  return {
    told: guesses.filter(({ told }) => told !== undefined).length,
    right: guesses.filter(({ told, was }) => (told ?? coin()) === was).length,
  }
}
