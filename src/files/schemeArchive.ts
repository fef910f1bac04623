import { isRefusal, refuse, type Refusal } from '../domain/kernel/refusal.ts'
import { type FileBytes, MOST_BYTES } from './decodeText.ts'
import { inflateEntry, type InflateAllowance } from './xlsx/inflateEntry.ts'
import { sniffBytes } from './xlsx/sniffBytes.ts'
import type { WorkbookLimits } from './xlsx/workbookLimits.ts'
import { readZipDirectory, type ZipEntry } from './xlsx/zipDirectory.ts'

const MIB = 1024 * 1024

/** Limits of a scheme archive; a scheme of tens of thousands of rows would still fit. */
const LIMITS: WorkbookLimits = {
  file: 16 * MIB,
  entries: 2000,
  inflated: 2 * MOST_BYTES,
  smallPart: MOST_BYTES,
  sharedStrings: 0,
  ratio: 250,
  ratioFrom: MIB,
}

/** Extracts the scheme files from an upload: a single text, or scheme.yaml (with rubric.yaml beside it) from a zip. `schemeFileMissing`, `schemeArchiveBroken`. */
export function schemeArchive(name: string, bytes: Uint8Array): readonly FileBytes[] | Refusal {
  if (sniffBytes(bytes) !== 'zip') return [{ file: name, bytes }]
  const entries = readZipDirectory(bytes, LIMITS)
  if (isRefusal(entries)) return refuse('schemeArchiveBroken', { file: name })
  const wanted = schemeEntries([...entries.values()])
  if (wanted.length === 0) return refuse('schemeFileMissing', { found: namesIn([...entries.values()]) })
  const allowance: InflateAllowance = { left: LIMITS.inflated, checked: new Set(), limits: LIMITS }
  const files = wanted.map(entry => inflated(bytes, entry, allowance))
  return files.every(file => file !== undefined) ? files : refuse('schemeArchiveBroken', { file: name })
}

/** Returns the two files of a scheme in the outermost folder that has one; otherwise a single text. Worked cases and other files are skipped. */
function schemeEntries(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const texts = entries.filter(
    ({ name }) => /\.(ya?ml|json)$/i.test(name) && !/(^|\/)(\.|__MACOSX\/)/.test(name),
  )
  const [scheme] = texts
    .filter(({ name }) => baseOf(name) === 'scheme')
    .toSorted((one, other) => one.name.length - other.name.length)
  if (scheme === undefined) return texts.length === 1 ? texts : []
  const rubric = texts.find(
    ({ name }) => folderOf(name) === folderOf(scheme.name) && baseOf(name) === 'rubric',
  )
  return rubric === undefined ? [scheme] : [scheme, rubric]
}

function inflated(bytes: Uint8Array, entry: ZipEntry, allowance: InflateAllowance): FileBytes | undefined {
  const chunks: Uint8Array[] = []
  for (const chunk of inflateEntry(bytes, entry, allowance, LIMITS.smallPart)) {
    if (!(chunk instanceof Uint8Array)) return undefined
    chunks.push(chunk)
  }
  return { file: entry.name.split('/').at(-1)!, bytes: Buffer.concat(chunks) }
}

function namesIn(entries: readonly ZipEntry[]): string {
  const names = entries.map(({ name }) => name).filter(name => !name.endsWith('/'))
  return names.length === 0
    ? '空压缩包'
    : `内有 ${names.slice(0, 3).join('、')}${names.length > 3 ? '等' : ''}`
}

function baseOf(path: string): string {
  return path
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '')
    .toLowerCase()
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
