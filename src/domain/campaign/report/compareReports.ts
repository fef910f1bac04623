import { alignSequences } from './alignSequences.ts'
import type { DebriefReport } from './report.ts'

/** A paragraph as it was and is (段落改动). `pieces` cut a changed one into what stayed, went and came. */
interface ParagraphDifference {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly section: string
  readonly before?: string
  readonly after?: string
  readonly pieces?: readonly TextPiece[]
}

/** A piece of a changed paragraph (改动的文字). */
interface TextPiece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** The differences of two versions of a report (两稿对照): the title if it changed, and the paragraphs in order. */
interface ReportDifferences {
  readonly title?: ParagraphDifference
  readonly paragraphs: readonly ParagraphDifference[]
}

/** Compares two versions of a report (两稿对照) paragraph by paragraph, part by part; one that was reworded is shown as changed. */
export function compareReports(was: DebriefReport, is: DebriefReport): ReportDifferences {
  const ids = [...new Set([...is.sections, ...was.sections].map(({ section }) => section))]
  return {
    title:
      was.title === is.title
        ? undefined
        : {
            kind: 'changed',
            section: '',
            before: was.title,
            after: is.title,
            pieces: compareTexts(was.title, is.title),
          },
    paragraphs: ids.flatMap(section => compareSection(section, textsOf(was, section), textsOf(is, section))),
  }
}

function textsOf({ sections }: DebriefReport, id: string): readonly string[] {
  return sections
    .filter(({ section }) => section === id)
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text.trim()))
    .filter(text => text !== '')
}

/** Aligns equal paragraphs, then pairs what went and what came between them by likeness. */
function compareSection(
  section: string,
  was: readonly string[],
  is: readonly string[],
): readonly ParagraphDifference[] {
  const found: ParagraphDifference[] = []
  let gone: string[] = []
  let come: string[] = []
  const flush = (): void => {
    found.push(...pairUp(section, gone, come))
    gone = []
    come = []
  }
  for (const { kind, was: one, is: other } of alignSequences(was, is)) {
    if (kind === 'removed') gone.push(was[one!]!)
    else if (kind === 'added') come.push(is[other!]!)
    else {
      flush()
      found.push({ kind: 'same', section, before: was[one!]!, after: is[other!]! })
    }
  }
  flush()
  return found
}

/** Two paragraphs with this part of their pairs of characters in common are one that was changed. */
const ALIKE = 0.4

/** Paragraphs that went which one that came is compared with. */
const NEAR = 8

function pairUp(
  section: string,
  gone: readonly string[],
  come: readonly string[],
): readonly ParagraphDifference[] {
  const left = [...gone]
  const found: ParagraphDifference[] = []
  for (const after of come) {
    const likeness = left.slice(0, NEAR).map(before => likenessOf(before, after))
    const best = likeness.indexOf(Math.max(...likeness))
    if (best < 0 || likeness[best]! < ALIKE) {
      found.push({ kind: 'added', section, after })
      continue
    }
    // What went before the changed paragraph is shown before it.
    for (const before of left.splice(0, best)) found.push({ kind: 'removed', section, before })
    const [before] = left.splice(0, 1)
    found.push({ kind: 'changed', section, before, after, pieces: compareTexts(before!, after) })
  }
  return [...found, ...left.map((before): ParagraphDifference => ({ kind: 'removed', section, before }))]
}

/** Returns how alike two texts are, 0 to 1 (Dice coefficient of their pairs of characters). */
function likenessOf(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)]
  const total = pairs.size + others.size
  let shared = 0
  for (const pair of pairs) if (others.has(pair)) shared++
  return total === 0 ? 0 : (2 * shared) / total
}

function pairsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2))
  return found
}

/** Cuts two texts into the pieces that stayed, went and came (逐字对照). */
export function compareTexts(was: string, is: string): readonly TextPiece[] {
  const [one, other] = [[...was], [...is]]
  const pieces: { kind: TextPiece['kind']; text: string }[] = []
  for (const { kind, was: from, is: to } of alignSequences(one, other)) {
    const text = kind === 'added' ? other[to!]! : one[from!]!
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  return pieces
}
