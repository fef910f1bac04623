import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FactsFile } from '../../src/contract/year/factsSchema.ts'
import { demoHistory } from '../../src/demo/demoHistory.ts'
import { demoYear } from '../../src/demo/demoYear.ts'
import { readScheme } from '../../src/files/readScheme.ts'
import { inputFiles } from '../../src/files/results/resultsDocument.ts'
import { schemeFiles } from '../../src/files/schemeFiles.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { factsText } from '../../src/cli/factsText.ts'

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
function readSchemeOf(id: string): Scheme {
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
