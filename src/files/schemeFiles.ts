import { readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { type FileBytes, MOST_BYTES } from './decodeText.ts'
import { type LocatedFault, locateTextFault } from './locatedFault.ts'

/** Opens the files of a scheme: a folder with scheme.yaml and optionally rubric.yaml; or one single file. A failure to open is one fault. */
export function schemeFiles(
  path: string,
): { readonly files: readonly FileBytes[] } | { readonly unreadable: LocatedFault } {
  const paths =
    statOf(path)?.isDirectory() === true ? [join(path, 'scheme.yaml'), join(path, 'rubric.yaml')] : [path]
  const there = paths.filter(one => statOf(one) !== undefined)
  if (paths.length > 1 && there[0] !== paths[0]) {
    return { unreadable: locateTextFault('folderWithoutScheme', { wanted: 'scheme.yaml' }, { file: path }) }
  }
  if (there.length === 0) return { unreadable: locateTextFault('pathMissing', {}, { file: path }) }
  const files: FileBytes[] = []
  for (const file of there) {
    const bytes = statOf(file)?.size ?? 0
    if (bytes > MOST_BYTES)
      return { unreadable: locateTextFault('fileTooLarge', { bytes, most: MOST_BYTES }, { file }) }
    try {
      files.push({ file, bytes: readFileSync(file) })
    } catch (error) {
      const reason = (error as { readonly code?: string }).code ?? String(error)
      return { unreadable: locateTextFault('pathUnreadable', { reason }, { file }) }
    }
  }
  return { files }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
