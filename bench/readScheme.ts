import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { schemeSchema } from '../src/contract/scheme/schemeSchema.ts'
import type { Scheme } from '../src/domain/scheme/scheme.ts'
import type { RubricFile } from './ruleTerms.ts'

const FOLDER = join(import.meta.dirname, '../schemes/xiangxi-2018')

/** The notice of 2018 as the engine reads it, and its rubric as it lies on disk for the peers' translations. */
export function readScheme(): { readonly scheme: Scheme; readonly rubric: RubricFile } {
  const rubric = readYaml('rubric.yaml')
  return {
    scheme: schemeSchema.parse({ ...readYaml('scheme.yaml'), ...rubric }),
    rubric: rubric as unknown as RubricFile,
  }
}

function readYaml(name: string): Record<string, unknown> {
  return parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, unknown>
}
