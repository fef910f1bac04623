import { newKey } from '../../client/call.ts'
import type { ContentSection, Paragraph, ReportContent, Terms } from './reportTypes.ts'

/** Creates a paragraph. */
export function newParagraph(text = ''): Paragraph {
  return { id: newKey(), text, areas: [] }
}

/** Returns the content with every part of the scheme in its order, each with a paragraph to write in; parts that the scheme no longer has stay at the end. */
export function wholeContent(terms: Terms, content: ReportContent | undefined, title: string): ReportContent {
  const sections = content?.sections ?? []
  const known = terms.sections.map(({ id }): ContentSection => {
    const paragraphs = sections.filter(({ section }) => section === id).flatMap(one => one.paragraphs)
    return { section: id, paragraphs: paragraphs.length === 0 ? [firstParagraph(id)] : paragraphs }
  })
  const others = sections.filter(({ section }) => terms.sections.every(({ id }) => id !== section))
  return {
    title: content?.title ?? title,
    sections: [...known, ...others],
    problems: content?.problems ?? [],
  }
}

/** The blank paragraph of a part: always the same one, so that a page drawn anew does not take it for another. */
function firstParagraph(section: string): Paragraph {
  return { id: `first-${section}`.slice(0, 40), text: '', areas: [] }
}

/** Returns content with other paragraphs in one part. */
export function changeSection(
  content: ReportContent,
  section: string,
  paragraphs: readonly Paragraph[],
): ReportContent {
  return {
    ...content,
    sections: content.sections.map(one =>
      one.section === section ? { ...one, paragraphs: [...paragraphs] } : one,
    ),
  }
}

/** Returns paragraphs with a change to one of them. */
export function changeParagraph(
  paragraphs: readonly Paragraph[],
  id: string,
  part: Partial<Paragraph>,
): readonly Paragraph[] {
  return paragraphs.map(one => (one.id === id ? { ...one, ...part } : one))
}

/** Cuts a paragraph in two at a position: the first half keeps its id and its comments. */
export function splitParagraph(
  paragraphs: readonly Paragraph[],
  id: string,
  at: number,
  next: Paragraph,
): readonly Paragraph[] {
  return paragraphs.flatMap(one =>
    one.id === id
      ? [
          { ...one, text: one.text.slice(0, at) },
          { ...next, text: one.text.slice(at), areas: one.areas },
        ]
      : [one],
  )
}

/** Joins a paragraph to the one before it. */
export function joinParagraph(paragraphs: readonly Paragraph[], id: string): readonly Paragraph[] {
  const at = paragraphs.findIndex(one => one.id === id)
  const [before, own] = [paragraphs[at - 1], paragraphs[at]]
  if (before === undefined || own === undefined) return paragraphs
  const areas = [...new Set([...before.areas, ...own.areas])]
  return paragraphs.toSpliced(at - 1, 2, { ...before, text: before.text + own.text, areas })
}

/** Removes a paragraph; a part never loses its last one. */
export function removeParagraph(paragraphs: readonly Paragraph[], id: string): readonly Paragraph[] {
  const left = paragraphs.filter(one => one.id !== id)
  return left.length === 0 ? [newParagraph()] : left
}

/** Moves a paragraph one place up or down. */
export function moveParagraph(
  paragraphs: readonly Paragraph[],
  id: string,
  by: -1 | 1,
): readonly Paragraph[] {
  const at = paragraphs.findIndex(one => one.id === id)
  const to = at + by
  if (at < 0 || to < 0 || to >= paragraphs.length) return paragraphs
  return paragraphs.toSpliced(at, 1).toSpliced(to, 0, paragraphs[at]!)
}

/** Puts pasted lines at a position of a paragraph: the first continues it, what stood behind follows the last. */
export function pasteLines(
  paragraphs: readonly Paragraph[],
  id: string,
  [from, to]: readonly [number, number],
  lines: readonly string[],
): readonly Paragraph[] {
  return paragraphs.flatMap(one => {
    if (one.id !== id) return [one]
    const [first = '', ...rest] = lines
    const tail = one.text.slice(to)
    const whole = [{ ...one, text: one.text.slice(0, from) + first }, ...rest.map(text => newParagraph(text))]
    const last = whole.at(-1)!
    return [...whole.slice(0, -1), { ...last, text: last.text + tail }]
  })
}

/** Cuts pasted text into lines without what Word leaves behind: indents of blanks, tabs, marks that nobody sees. */
export function cleanLines(text: string): readonly string[] {
  return text
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000e-\u001f]/g, '')
    .replaceAll(/[\t\u00a0\u2000-\u200a\u202f\u205f]+/g, ' ')
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/)
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** Whether nothing has been written. */
export function isBlank({ sections, problems }: ReportContent): boolean {
  return (
    problems.length === 0 &&
    sections.every(({ paragraphs }) => paragraphs.every(({ text }) => text.trim() === ''))
  )
}

/** Gives the paragraphs of a text that was read ids of their own: comments on an earlier text do not point at them. */
export function withNewIds(content: ReportContent): ReportContent {
  return {
    ...content,
    sections: content.sections.map(one => ({
      ...one,
      paragraphs: one.paragraphs.map(paragraph => ({ ...paragraph, id: newKey() })),
    })),
  }
}
