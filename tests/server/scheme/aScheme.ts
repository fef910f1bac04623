import { join } from 'node:path'
import { readScheme } from '../../../src/files/readScheme.ts'
import { schemeFiles } from '../../../src/files/schemeFiles.ts'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'

const SCHEMES = join(import.meta.dirname, '..', '..', '..', 'schemes')

/** A scheme that comes with the project, read from its files. */
export function aScheme(name: 'xiangxi-2018' | 'jiangnan-2024' = 'xiangxi-2018'): Scheme {
  const opened = schemeFiles(join(SCHEMES, name))
  if ('unreadable' in opened) throw new Error(`no scheme ${name}`)
  const { scheme } = readScheme(opened.files)
  if (scheme === undefined) throw new Error(`${name} cannot be read`)
  return scheme
}
