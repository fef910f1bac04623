import { strFromU8, strToU8 } from 'fflate'
import type { PaperFinding } from '../../../contract/documents/paperFinding.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { admitWord } from '../../word/admitWord.ts'
import { spellNumbering } from '../../word/spellNumbering.ts'
import { checkLooks } from './checkLooks.ts'
import { checkPage } from './checkPage.ts'
import { checkPunctuation } from './checkPunctuation.ts'
import { checkWords } from './checkWords.ts'
import { readPaper } from './readPaper.ts'
import { sortParagraphs } from './sortParagraphs.ts'

/** A fault of style before those of the same kind are told together. */
export interface StyleFault {
  readonly where: string
  readonly what: string
  readonly remedy: string
}

const DOCUMENT = 'word/document.xml'

/** Places that one finding names. */
const NAMED = 3

/** Checks a Word file by GB/T 9704: page, fonts, indents, heading levels, number, date, punctuation; each finding with place and remedy. Refuses what is not a .docx as `readWord` does. Meant for a thread of its own. */
export function checkStyle(name: string, bytes: Uint8Array): readonly PaperFinding[] | Refusal {
  const parts = admitWord(name, bytes)
  if (isRefusal(parts)) return parts
  const paper = readPaper(withNumbers(parts))
  const sorted = sortParagraphs(paper.paragraphs)
  return together([
    ...checkPage(paper),
    ...checkLooks(sorted),
    ...checkWords(sorted),
    ...checkPunctuation(paper.paragraphs),
  ])
}

/** Writes the numbers of lists that Word made into the text, as a reader sees them. */
function withNumbers(parts: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  const textOf = (part: string) => parts[part] && strFromU8(parts[part])
  const document = textOf(DOCUMENT)
  if (document === undefined) return parts
  const [numbering, styles] = [textOf('word/numbering.xml'), textOf('word/styles.xml')]
  return { ...parts, [DOCUMENT]: strToU8(spellNumbering({ document, numbering, styles }).document) }
}

/** Tells faults of one kind together: the first places, and how many there are. */
function together(faults: readonly StyleFault[]): readonly PaperFinding[] {
  const groups = Map.groupBy(faults, ({ what }) => what)
  return [...groups.values()].map(group => {
    const places = [...new Set(group.map(({ where }) => where))]
    const more = places.length > NAMED ? `等${places.length}处` : ''
    const { what, remedy } = group[0]!
    return { weight: 'fault', where: places.slice(0, NAMED).join('；') + more, what, remedy }
  })
}
