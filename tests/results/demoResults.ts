import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { schemeSchema } from '../../src/contract/scheme/schemeSchema.ts'
import { demoHistory } from '../../src/demo/demoHistory.ts'
import { demoYear } from '../../src/demo/demoYear.ts'
import { buildResultsDocument, inputFiles } from '../../src/files/results/resultsDocument.ts'
import { appraiseCycle, type CycleOutcome } from '../../src/domain/score/appraiseCycle.ts'
import type { CycleFacts } from '../../src/domain/year/facts/facts.ts'
import type { History } from '../../src/domain/year/history/history.ts'
import type { Roster } from '../../src/domain/year/roster/roster.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import type { ResultsFile } from '../../src/contract/results/resultsSchema.ts'

/** The schemes that the repository carries. */
export const SCHEMES = ['xiangxi-2018', 'jiangnan-2024'] as const

/** A year of the demo prefecture with its results. */
export interface DemoResults {
  readonly scheme: Scheme
  readonly roster: Roster
  readonly facts: CycleFacts
  readonly history: History
  readonly outcome: CycleOutcome
  readonly file: ResultsFile
}

/** Reads one of the repository's schemes. */
export function readDemoScheme(id: string): Scheme {
  const part = (name: string): object =>
    parse(readFileSync(new URL(`../../schemes/${id}/${name}`, import.meta.url), 'utf8')) as object
  return schemeSchema.parse({ ...part('scheme.yaml'), ...part('rubric.yaml') })
}

/** Scores a demo year; `change` may alter scheme or facts first. */
export function demoResults(
  scheme: Scheme,
  units = 120,
  change: (year: { roster: Roster; facts: CycleFacts }) => { roster: Roster; facts: CycleFacts } = year =>
    year,
): DemoResults {
  const { roster, facts } = change(demoYear({ seed: 2018, units, scheme }))
  const history = demoHistory({ seed: 2018, units, scheme })
  const outcome = appraiseCycle(scheme, roster, facts, history)
  const files = inputFiles(scheme, { format: 'hengping-facts/1', ...facts, roster }, history)
  const file = buildResultsDocument({ ...files, outcome, engine: '0.1.0', asOf: '2019-01-10' })
  return { scheme, roster, facts, history, outcome, file }
}
