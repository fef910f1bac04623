import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type CaseDefaults, defaultsSchema } from './defaultsSchema.ts'
import { caseFileSchema, type WorkedCase } from './caseSchema.ts'

const SCHEMES = join(import.meta.dirname, '../../schemes')

/** A scheme's folder as it lies on disk: its file contents before parsing, its worked cases by file. */
export interface SchemeFolder {
  readonly id: string
  readonly raw: Readonly<Record<string, unknown>>
  readonly defaults: CaseDefaults
  readonly cases: readonly FiledCase[]
}

/** A worked case and the file that holds it. */
export interface FiledCase {
  readonly file: string
  readonly worked: WorkedCase
}

/** All scheme folders. Throws with the file's name when a case file is not of the right shape. */
export function schemeFolders(): readonly SchemeFolder[] {
  return readdirSync(SCHEMES, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => schemeFolder(entry.name))
}

function schemeFolder(id: string): SchemeFolder {
  const at = (name: string) => join(SCHEMES, id, name)
  if (!existsSync(at('cases/defaults.yaml')))
    throw new Error(`schemes/${id} needs cases/defaults.yaml, see docs/tasks/carry-in-a-new-scheme.md`)
  const raw = { ...readYaml(at('scheme.yaml')), ...readYaml(at('rubric.yaml')) }
  const files = readdirSync(at('cases')).filter(name => name.endsWith('.yaml') && name !== 'defaults.yaml')
  return {
    id,
    raw,
    defaults: defaultsSchema.parse(readYaml(at('cases/defaults.yaml'))),
    cases: files.toSorted().flatMap(file => readCases(id, file, at(`cases/${file}`))),
  }
}

function readCases(id: string, file: string, path: string): readonly FiledCase[] {
  const found = caseFileSchema.safeParse(readYaml(path))
  if (!found.success) throw new Error(`schemes/${id}/cases/${file}: ${found.error.message}`)
  return found.data.map(worked => ({ file, worked }))
}

function readYaml(path: string): Record<string, unknown> {
  return parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}
