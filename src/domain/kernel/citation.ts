import { compareIds } from './ids.ts'

/** A citation of the notice (条款引用) in printed form, e.g. `三（二）1` or `附件 四.4`. */
export type Citation = string

/** The steps of a citation (条款引用), whole numbers from 1, and whether it is in the annex. */
export interface CitationPath {
  readonly annex: boolean
  readonly steps: readonly number[]
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** Prints a number from 1 to 99 in Chinese numerals (汉字数字): 12 is 十二. */
export function printNumeral(value: number): string {
  if (value < 10) return NUMERALS[value] ?? String(value)
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? NUMERALS[tens] : ''}十${value % 10 > 0 ? NUMERALS[value % 10] : ''}`
}

/** Parses a Chinese numeral (汉字数字): 十二 is 12; `undefined` if it is not a numeral from 1 to 99. */
export function parseNumeral(text: string): number | undefined {
  const found = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text)
  if (!found || text === '') return undefined
  const [, tens = '', ten, ones = ''] = found
  if (!ten) return tens === '' || ones !== '' ? undefined : NUMERALS.indexOf(tens as '一')
  return (
    (tens === '' ? 1 : NUMERALS.indexOf(tens as '一')) * 10 +
    (ones === '' ? 0 : NUMERALS.indexOf(ones as '一'))
  )
}

/**
 * Parses a citation (条款引用). Accepts half-width brackets, spaces and full-width digits: body 一（二）3, annex
 * 附件 四.4 or 附件 四. `undefined` if the text is not a citation.
 */
export function parseCitation(text: string): CitationPath | undefined {
  const plain = normalise(text)
  if (plain === '附件') return { annex: true, steps: [] }
  return plain.startsWith('附件') ? parseAnnex(plain.slice(2)) : parseBody(plain)
}

/** Prints a citation (条款引用) in its normal form: `三（二）1`, `附件 四.4`. */
export function printCitation(path: CitationPath): Citation {
  const [section, second, third] = path.steps
  if (section === undefined) return '附件'
  if (path.annex) return `附件 ${printNumeral(section)}${second === undefined ? '' : `.${second}`}`
  return `${printNumeral(section)}${second === undefined ? '' : `（${printNumeral(second)}）`}${third === undefined ? '' : String(third)}`
}

/** Compares citations (条款先后): body before annex, then step by step; texts that are not citations come last, in text order. */
export function compareCitations(one: Citation, other: Citation): number {
  if (one === other) return 0
  const [a, b] = [parsedOnce(one), parsedOnce(other)]
  if (!a || !b) return Number(a === undefined) - Number(b === undefined) || compareIds(one, other)
  if (a.annex !== b.annex) return Number(a.annex) - Number(b.annex)
  const deepest = Math.max(a.steps.length, b.steps.length)
  for (const at of Array.from({ length: deepest }, (_, step) => step)) {
    const gap = (a.steps[at] ?? 0) - (b.steps[at] ?? 0)
    if (gap !== 0) return gap
  }
  return 0
}

/** Cache of parsed citations: a scheme has few, and lists of thousands of units are sorted by them. */
const parsed = new Map<Citation, CitationPath | undefined>()
const MOST_PARSED = 5000

function parsedOnce(citation: Citation): CitationPath | undefined {
  if (parsed.has(citation)) return parsed.get(citation)
  if (parsed.size >= MOST_PARSED) parsed.clear()
  const path = parseCitation(citation)
  parsed.set(citation, path)
  return path
}

function normalise(text: string): string {
  return text
    .replace(/[\s\u3000]/g, '')
    .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/．/g, '.')
}

function parseAnnex(rest: string): CitationPath | undefined {
  const found = /^([一二三四五六七八九十]+)(?:\.([1-9]\d?))?$/.exec(rest)
  const section = parseNumeral(found?.[1] ?? '')
  if (!found || section === undefined) return undefined
  return { annex: true, steps: found[2] === undefined ? [section] : [section, Number(found[2])] }
}

function parseBody(plain: string): CitationPath | undefined {
  const found = /^([一二三四五六七八九十]+)(?:（([一二三四五六七八九十]+)）([1-9]\d?)?)?$/.exec(plain)
  const section = parseNumeral(found?.[1] ?? '')
  if (!found || section === undefined) return undefined
  if (found[2] === undefined) return { annex: false, steps: [section] }
  const second = parseNumeral(found[2])
  if (second === undefined) return undefined
  return {
    annex: false,
    steps: found[3] === undefined ? [section, second] : [section, second, Number(found[3])],
  }
}
