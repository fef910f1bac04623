import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { WordNotice } from '../../contract/files/wordNotices.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { admitOffice } from '../admitOffice.ts'
import { sniffBytes, sniffOle } from '../xlsx/sniffBytes.ts'
import { countWritten } from './countWritten.ts'
import { spellNumbering } from './spellNumbering.ts'
import { gatherWord, type MammothNode, type WordPart } from './gatherWord.ts'

/** A .docx as plain text: its paragraphs and tables in order, and what a writer has to know of the reading. */
export interface WordReading {
  readonly parts: readonly WordPart[]
  readonly notices: readonly WordNotice[]
}

const MAIN = 'word/document.xml'

/** The largest text part that is read, inflated: a report of 200,000 characters takes some 2 MiB. */
const MOST = 24 * 1024 * 1024

/** Reads a .docx: all tracked changes accepted, text boxes after their paragraph, automatic numbers written out. Refuses with `attachmentEmpty`, `wordOld`, `wordLocked`, `wordKind`, `fileHasMacros`, `fileUnsafe`, `fileDamaged`. Meant for a thread of its own. */
export async function readWord(name: string, bytes: Uint8Array): Promise<WordReading | Refusal> {
  const wrong = otherKind(name, bytes)
  if (wrong !== undefined) return wrong
  const type = admitOffice(name, bytes)
  if (isRefusal(type))
    return type.code === 'fileKindRefused' ? refuse('wordKind', { name, found: '压缩包' }) : type
  if (type !== 'docx') return refuse('wordKind', { name, found: KINDS[type] })
  const files = unzipSync(bytes, { filter: ({ name: part }) => /\.(xml|rels)$/.test(part) })
  if (Object.values(files).some(part => part.length > MOST))
    return refuse('fileUnsafe', { name, why: '解压后大得异常' })
  return readParts(name, files)
}

async function readParts(name: string, files: Record<string, Uint8Array>): Promise<WordReading | Refusal> {
  const textOf = (part: string): string | undefined => {
    const found = files[part]
    return found === undefined ? undefined : strFromU8(found)
  }
  const original = textOf(MAIN)!
  const spelt = spellNumbering({
    document: unwrap(original),
    numbering: textOf('word/numbering.xml'),
    styles: textOf('word/styles.xml'),
  })
  const written = countWritten(spelt.document)
  if (typeof written !== 'number')
    return written === 'doctype'
      ? refuse('fileUnsafe', { name, why: '正文里有不该有的声明' })
      : refuse('fileDamaged', { name, why: '正文不完整' })
  const packed = zipSync({ ...files, [MAIN]: strToU8(spelt.document) }, { level: 0 })
  const root = await treeOf(packed)
  if (root === undefined) return refuse('fileDamaged', { name, why: '正文读不出来' })
  const { parts, counts } = gatherWord(root)
  // One box may be written twice, for new and for old programs.
  const boxes = Math.max(timesOf(original, /<v:textbox\b/g), timesOf(original, /<wps:txbx\b/g))
  const notices: WordNotice[] = [
    { what: 'tracked', count: timesOf(original, /<w:(ins|del|moveFrom)\b/g) },
    { what: 'numbers', count: spelt.count },
    { what: 'textBoxes', count: boxes },
    { what: 'tables', count: counts.tables },
    { what: 'pictures', count: timesOf(original, /<a:blip\b|<v:imagedata\b/g) },
    { what: 'notes', count: counts.notes },
    { what: 'comments', count: timesOf(textOf('word/comments.xml') ?? '', /<w:comment\b/g) },
    { what: 'embedded', count: timesOf(original, /<w:altChunk\b|<w:subDoc\b/g) },
    { what: 'lost', count: Math.max(0, written - counts.read) },
  ]
  return { parts, notices: notices.filter(({ count }) => count > 0) }
}

/** Gives elements that mammoth passes over (fields, annotated characters, directions) a name whose content it reads. */
function unwrap(document: string): string {
  return document
    .replaceAll(/<w:rt>[^]*?<\/w:rt>|<w:rubyPr>[^]*?<\/w:rubyPr>/g, '')
    .replaceAll(/<(\/?)w:(?:fldSimple|ruby|rubyBase|dir|bdo)\b/g, '<$1w:smartTag')
}

async function treeOf(packed: Uint8Array): Promise<MammothNode | undefined> {
  let root: MammothNode | undefined
  const keep = (document: MammothNode): MammothNode => {
    root = document
    return { ...document, children: [] }
  }
  try {
    await mammoth.convertToHtml({ buffer: Buffer.from(packed) }, { transformDocument: keep })
  } catch {
    // Whatever a broken part makes it throw: the file cannot be read.
    return undefined
  }
  return root
}

const KINDS = { xlsx: ' Excel 表格', pptx: '演示文稿', ofd: ' OFD 版式文件' } as const

function otherKind(name: string, bytes: Uint8Array): Refusal | undefined {
  switch (sniffBytes(bytes)) {
    case 'zip':
      return undefined
    case 'empty':
      return refuse('attachmentEmpty', { name })
    case 'ole':
      return oleKind(name, sniffOle(bytes))
    case 'pdf':
      return refuse('wordKind', { name, found: ' PDF' })
    case 'image':
      return refuse('wordKind', { name, found: '图片' })
    case 'html':
    case 'xml':
      return refuse('wordKind', { name, found: '网页或 XML' })
    case 'text':
      return strFromU8(bytes.subarray(0, 5), true) === '{\\rtf'
        ? refuse('wordOld', { name })
        : refuse('wordKind', { name, found: '纯文本' })
    default:
      return refuse('wordKind', { name, found: '其他格式的文件' })
  }
}

function oleKind(name: string, inside: ReturnType<typeof sniffOle>): Refusal {
  if (inside === 'encrypted') return refuse('wordLocked', { name })
  return inside === 'word'
    ? refuse('wordOld', { name })
    : refuse('wordKind', { name, found: '旧版 Office 文件' })
}

function timesOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
