import { factsSchema, type FactsFile } from '../../contract/year/factsSchema.ts'
import { historySchema } from '../../contract/year/historySchema.ts'
import { readShape } from '../../contract/shape/readShape.ts'
import { type ReadResults, type ResultsFile, resultsSchema } from '../../contract/results/resultsSchema.ts'
import { schemeSchema } from '../../contract/scheme/schemeSchema.ts'
import type { ShapeFault } from '../../contract/shape/shapeFault.ts'
import { toFileShape } from '../../contract/shape/toFileShape.ts'
import type { CycleOutcome } from '../../domain/score/appraiseCycle.ts'
import type { History } from '../../domain/year/history/history.ts'
import type { Day } from '../../domain/kernel/calendar.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { canonicalHash } from './canonicalHash.ts'
import { listCommonIssues, listUnitResults } from './unitResults.ts'

/** The sources of a results file. The three files are in file shape (`inputFiles` makes them from what was read); `outcome` must result from the same inputs. */
interface ResultsSource {
  readonly schemeFile: ResultsFile['inputs']['scheme']
  readonly factsFile: ResultsFile['inputs']['facts']
  readonly historyFile: ResultsFile['inputs']['history']
  readonly outcome: CycleOutcome
  /** engine version. */
  readonly engine: string
  readonly asOf?: Day
  /** number of refused entries of the facts, which are not in `factsFile`. */
  readonly refused?: number
}

/** Builds the results file: the results of every appraisee with their inputs, and the hashes of both. (五（一）) */
export function buildResultsDocument({
  schemeFile,
  factsFile,
  historyFile,
  outcome,
  engine,
  asOf,
  refused,
}: ResultsSource): ResultsFile {
  const inputs = { scheme: schemeFile, facts: factsFile, history: historyFile }
  const told = {
    format: 'hengping-results/1' as const,
    engine,
    asOf,
    ...(refused === undefined || refused === 0 ? {} : { partial: { refused } }),
    results: listUnitResults(outcome),
    issues: listCommonIssues(outcome),
  }
  const { results, issues, ...head } = told
  return { ...head, hashes: { ...hashInputs(inputs), results: hashResults(told) }, inputs, results, issues }
}

/** Hashes the inputs, each over its canonical text. */
export function hashInputs({
  scheme,
  facts,
  history,
}: ResultsFile['inputs']): Omit<ResultsFile['hashes'], 'results'> {
  return { scheme: canonicalHash(scheme), facts: canonicalHash(facts), history: canonicalHash(history) }
}

/** Hashes the results: everything in a results file except its inputs and hashes. */
export function hashResults({
  format,
  engine,
  asOf,
  partial,
  results,
  issues,
}: Omit<ResultsFile, 'inputs' | 'hashes'>): string {
  return canonicalHash({ format, engine, asOf, partial, results, issues })
}

/** Converts what was read back to file shape: decimals again, omitted lists written as empty, so that the same contents have the same hash whatever file they came from. */
export function inputFiles(
  scheme: Scheme,
  facts: FactsFile,
  history: History,
): Pick<ResultsSource, 'schemeFile' | 'factsFile' | 'historyFile'> {
  return {
    schemeFile: toFileShape(schemeSchema, scheme),
    factsFile: toFileShape(factsSchema, facts),
    historyFile: toFileShape(historySchema, { format: 'hengping-history/1', years: history.years }),
  }
}

/** The result of parsing a results file: the file as written with the inputs read from it, or every fault of shape. */
export type ParsedResults =
  | { readonly file: ResultsFile; readonly read: ReadResults; readonly faults: readonly [] }
  | { readonly file?: undefined; readonly faults: readonly ShapeFault[] }

/** Parses a results file. Never throws on any input. */
export function parseResultsDocument(raw: unknown): ParsedResults {
  const { value, faults } = readShape(resultsSchema, raw)
  return value === undefined ? { faults } : { file: raw as ResultsFile, read: value, faults: [] }
}

/** Generates the text of a results file in pieces, one appraisee or entry per line, so that 20,000 units never form one huge text. */
export function* printResultsDocument(file: ResultsFile): Generator<string> {
  yield* printFields(file, ['inputs', 'facts'])
  yield '\n'
}

/** Prints lists at the top level and under the `opened` fields with one item per line; everything else stays on the line of its field. */
function* printFields(value: object, opened: readonly string[], indent = ''): Generator<string> {
  let before = '{'
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue
    yield `${before}\n${indent} ${JSON.stringify(key)}: `
    before = ','
    if (Array.isArray(field)) yield* printItems(field, indent)
    else if (opened.includes(key)) yield* printFields(field as object, opened, `${indent} `)
    else yield JSON.stringify(field)
  }
  yield before === '{' ? '{}' : `\n${indent}}`
}

function* printItems(items: readonly unknown[], indent: string): Generator<string> {
  let before = '['
  for (const item of items) {
    yield `${before}\n${indent}  ${JSON.stringify(item)}`
    before = ','
  }
  yield before === '[' ? '[]' : `\n${indent} ]`
}
