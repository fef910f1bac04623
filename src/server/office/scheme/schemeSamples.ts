import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readScheme } from '../../../files/readScheme.ts'
import { schemeFiles } from '../../../files/schemeFiles.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'schemes')

/** Lists the schemes supplied with the software, by folder name. */
export function listSamples(): readonly { readonly sample: string; readonly scheme: Scheme }[] {
  return names().flatMap(sample => {
    const scheme = read(sample)
    return scheme === undefined ? [] : [{ sample, scheme }]
  })
}

/** Finds a scheme supplied with the software; `notFound`. */
export function findSample(sample: string): Scheme | Refusal {
  return (names().includes(sample) ? read(sample) : undefined) ?? refuse('notFound', { what: '这个方案样例' })
}

function names(): readonly string[] {
  return readdirSync(FOLDER)
    .filter(name => statSync(join(FOLDER, name)).isDirectory())
    .toSorted()
}

function read(sample: string): Scheme | undefined {
  const opened = schemeFiles(join(FOLDER, sample))
  return 'unreadable' in opened ? undefined : readScheme(opened.files).scheme
}
