import { strFromU8, strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { WordNotice } from '../../contract/files/wordNotices.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { admitWord } from './admitWord.ts'
import { countWritten } from './countWritten.ts'
import { spellNumbering } from './spellNumbering.ts'
import { gatherWord, type MammothNode, type WordPart } from './gatherWord.ts'

/** A .docx as plain text: its paragraphs and tables in order, and what a writer has to know of the reading. */
interface WordReading {
  readonly parts: readonly WordPart[]
  readonly notices: readonly WordNotice[]
}

const MAIN = 'word/document.xml'

/** Reads a .docx: all tracked changes accepted, text boxes after their paragraph, automatic numbers written out. Refuses with `attachmentEmpty`, `wordOld`, `wordLocked`, `wordKind`, `fileHasMacros`, `fileUnsafe`, `fileDamaged`. Meant for a thread of its own. */
export async function readWord(name: string, bytes: Uint8Array): Promise<WordReading | Refusal> {
  const files = admitWord(name, bytes)
  return isRefusal(files) ? files : readParts(name, files)
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

function timesOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
