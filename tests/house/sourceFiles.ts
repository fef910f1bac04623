import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A source file of the repository: its path from the root with forward slashes, its text, and what it imports. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

/** All TypeScript files below these folders; `shipped` leaves the tests out. */
export function sourceFiles(folders: readonly string[], shipped = true): readonly SourceFile[] {
  return folders
    .flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter(
      entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !(shipped && /\.test\.tsx?$/.test(entry.name)),
    )
    .map(entry => join(entry.parentPath, entry.name))
    .filter(full => !full.slice(ROOT.length).includes('node_modules'))
    .map(full => readSource(full))
}

/** The text of a file of the repository. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function readSource(full: string): SourceFile {
  const text = readFileSync(full, 'utf8')
  const path = relative(ROOT, full).split(sep).join('/')
  const folder = path.split('/').slice(0, -1)
  const imports = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map(found => resolve(folder, found[1] ?? found[2]!))
  return { path, text, imports }
}

function resolve(folder: readonly string[], specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const steps = [...folder]
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
