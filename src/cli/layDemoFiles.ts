import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FactsFile } from '../contract/year/factsSchema.ts'
import { demoHistory } from '../demo/demoHistory.ts'
import { demoYear } from '../demo/demoYear.ts'
import { readScheme } from '../files/readScheme.ts'
import { inputFiles } from '../files/results/resultsDocument.ts'
import { schemeFiles } from '../files/schemeFiles.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { factsText } from './factsText.ts'

/** Demo files for tests: facts and history of a generated year, in a folder. */
export interface DemoFiles {
  readonly scheme: string
  readonly facts: string
  readonly history: string
}

/** Returns the folder of a scheme. */
export function schemeFolder(id: string): string {
  return fileURLToPath(new URL(`../../schemes/${id}`, import.meta.url))
}

/** Reads a scheme by its id. */
export function readSchemeOf(id: string): Scheme {
  const opened = schemeFiles(schemeFolder(id))
  const scheme = 'files' in opened ? readScheme(opened.files).scheme : undefined
  if (scheme === undefined) throw new RangeError(`no scheme ${id}`)
  return scheme
}

/** Writes the demo files; `change` may corrupt the facts before they are written. */
export function layDemoFiles(
  folder: string,
  id = 'xiangxi-2018',
  units = 120,
  change: (facts: FactsFile) => unknown = facts => facts,
): DemoFiles {
  const scheme = readSchemeOf(id)
  const request = { seed: 2018, units, scheme }
  const { roster, facts } = demoYear(request)
  const files = inputFiles(scheme, { format: 'hengping-facts/1', roster, ...facts }, demoHistory(request))
  const paths = {
    scheme: schemeFolder(id),
    facts: join(folder, '事实.json'),
    history: join(folder, '历年.json'),
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    paths.facts,
    [...factsText(change(files.factsFile as unknown as FactsFile) as object)].join(''),
  )
  writeFileSync(paths.history, [...factsText(files.historyFile)].join(''))
  return paths
}
