import { inflateEntry } from './xlsx/inflateEntry.ts'
import { type WorkbookLimits, WORKBOOK_LIMITS } from './xlsx/workbookLimits.ts'
import { readZipDirectory, type ZipEntry } from './xlsx/zipDirectory.ts'
import { isRefusal, refuse, type Refusal } from '../domain/kernel/refusal.ts'

type Office = 'docx' | 'xlsx' | 'pptx' | 'ofd'

const MAIN: readonly (readonly [Office, string])[] = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
]

const MIB = 1024 * 1024
const LIMITS: WorkbookLimits = { ...WORKBOOK_LIMITS, inflated: 256 * MIB }
const RUNS = /\.(js|exe|dll|bat|vbs)$|(^|\/)(vbaproject\.bin|vbadata\.xml)$|\/(activex|macrosheets)\//i

/** Admits docx, xlsx, pptx and OFD (GB/T 33190, the format of official papers): a complete package with nothing before or after it, no odd names, no macros, and not inflating beyond the usual size. Its parts are inflated in pieces, counted and dropped. */
export function admitOffice(name: string, bytes: Uint8Array): Office | Refusal {
  const directory = readZipDirectory(bytes, LIMITS)
  if (isRefusal(directory)) return describe(name, directory)
  const entries = [...directory.values()]
  const names = entries.map(entry => entry.name)
  const type = directory.has('[Content_Types].xml')
    ? MAIN.find(([, part]) => directory.has(part))?.[0]
    : directory.has('OFD.xml') && names.some(part => /(^|\/)Document\.xml$/.test(part))
      ? 'ofd'
      : undefined
  if (type === undefined) return refuse('fileKindRefused', { name, found: '压缩包' })
  if (names.some(isOdd)) return refuse('fileUnsafe', { name, why: '内部文件名带有路径' })
  if (!isAlone(bytes, entries)) return refuse('fileUnsafe', { name, why: '前后夹带了别的内容' })
  if (names.some(part => RUNS.test(part))) return refuse('fileHasMacros', { name })
  return inflateAll(name, bytes, entries) ?? type
}

function inflateAll(name: string, bytes: Uint8Array, entries: readonly ZipEntry[]): Refusal | undefined {
  const allowance = { left: LIMITS.inflated, checked: new Set<string>(), limits: LIMITS }
  let macros = false
  for (const entry of entries) {
    for (const piece of inflateEntry(bytes, entry, allowance, LIMITS.inflated)) {
      if (!(piece instanceof Uint8Array)) return describe(name, piece)
      if (entry.name === '[Content_Types].xml') macros ||= Buffer.from(piece).includes('macroEnabled')
    }
  }
  return macros ? refuse('fileHasMacros', { name }) : undefined
}

function describe(name: string, { code }: Refusal): Refusal {
  if (code === 'workbookEncrypted') return refuse('fileOldOffice', { name })
  if (code === 'zipBomb') return refuse('fileUnsafe', { name, why: '解压后大得异常' })
  return refuse('fileDamaged', { name, why: '内部结构不完整' })
}

function isOdd(part: string): boolean {
  return part.startsWith('/') || /[:\0]/.test(part) || part.split('/').includes('..')
}

/** Whether the first part begins the file and the end of the directory, without a comment, ends it. */
function isAlone(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [LOCAL, END] = [0x04034b50, 0x06054b50]
  const first = Math.min(...entries.map(entry => entry.dataAt))
  const heading = 30 + view.getUint16(26, true) + view.getUint16(28, true)
  return (
    view.getUint32(0, true) === LOCAL && first === heading && view.getUint32(bytes.length - 22, true) === END
  )
}
