import type { PaperParagraph } from './readPaper.ts'

/** What a paragraph is in an official document. */
export type PaperRole =
  | 'mark'
  | 'number'
  | 'title'
  | 'addressee'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'attachments'
  | 'attachment'
  | 'signature'
  | 'date'
  | 'body'
  | 'cell'

/** A paragraph with what it is. */
export interface SortedParagraph extends PaperParagraph {
  readonly role: PaperRole
  /** Where it is, for a reader. */
  readonly where: string
}

/** A number of a document, however written: its word, year in some brackets, and number, which a draft leaves open. */
const NUMBER =
  /^(?:\p{Script=Han}{1,12}|（代字）)\s*[〔[（(【［]\s*\d{2,4}\s*[〕\]）)】］]\s*第?\s*(?:\d+\s*号?|号)/u

/** A day that is a whole line, however written. */
export const DAY_LINE =
  /^([〇○零一二三四五六七八九十\d]{2,4})\s*[年.\-/]\s*([〇○零一二三四五六七八九十\d]{1,3})\s*[月.\-/]\s*([〇○零一二三四五六七八九十\d]{1,3})\s*日?$/

const HEADINGS: readonly (readonly [PaperRole, RegExp])[] = [
  ['heading1', /^[一二三四五六七八九十]{1,3}\s*[、，,.．]/],
  ['heading2', /^[（(][一二三四五六七八九十]{1,3}[）)]/],
  ['heading3', /^\d{1,2}\s*[.．、](?!\d)/],
  ['heading4', /^[（(]\d{1,2}[）)]/],
]

/** Says of each paragraph what it is, by its text and by where it is; empty ones are left out. */
export function sortParagraphs(paragraphs: readonly PaperParagraph[]): readonly SortedParagraph[] {
  const full = paragraphs.filter(({ text }) => text.trim() !== '')
  const titleAt = full.findIndex(isTitle)
  let titleEnd = titleAt
  while (titleEnd >= 0 && full[titleEnd + 1] !== undefined && isTitle(full[titleEnd + 1]!)) titleEnd++
  const dateAt = full.findLastIndex(({ text, inTable }) => !inTable && DAY_LINE.test(text.trim()))
  const attachmentAt = full.findIndex(({ text }, at) => at > titleEnd && /^附件\s*\d*$/.test(text.trim()))
  return full.map((one, at) => {
    const role = roleOf(one, at)
    return { ...one, role, where: `第${one.nth}段“${[...one.text.trim()].slice(0, 12).join('')}”` }
  })

  function roleOf(one: PaperParagraph, at: number): PaperRole {
    const text = one.text.trim()
    if (isRed(one)) return 'mark'
    if (one.inTable || /[_＿]{3}/.test(text)) return 'cell'
    if (at <= Math.max(titleEnd, 4) && NUMBER.test(text)) return 'number'
    if (titleAt >= 0 && at >= titleAt && at <= titleEnd) return 'title'
    if (titleEnd >= 0 && at <= titleEnd + 2 && at > titleEnd && [...text].length <= 60 && /[:：]$/.test(text))
      return 'addressee'
    if (attachmentAt >= 0 && at >= attachmentAt) return at === attachmentAt ? 'attachment' : 'cell'
    if (at === dateAt) return 'date'
    if (/^附\s*件\s*[:：]/.test(text)) return 'attachments'
    if (dateAt > 0 && at < dateAt && at >= dateAt - 3 && (one.align === 'right' || one.align === 'end'))
      return 'signature'
    return HEADINGS.find(([, form]) => form.test(text))?.[0] ?? 'body'
  }
}

function isTitle({ align, inTable, runs, text }: PaperParagraph): boolean {
  return (
    align === 'center' &&
    !inTable &&
    !NUMBER.test(text.trim()) &&
    runs.some(run => run.text.trim() !== '' && (run.look.size ?? 0) > 32 && !isRedColor(run.look.color))
  )
}

function isRed({ runs }: PaperParagraph): boolean {
  return runs.some(run => run.text.trim() !== '' && isRedColor(run.look.color))
}

function isRedColor(color: string | undefined): boolean {
  return /^(F[0-9A-F]|E[0-9A-F]|D[0-9A-F]|C[0-9A-F])[0-3][0-9A-F][0-3][0-9A-F]$/i.test(color ?? '')
}
