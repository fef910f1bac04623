import { compareIds } from './ids.ts'

/** A citation of the notice (条款引用) in printed form, e.g. `三（二）1`, `第三条第二款` or `附件3 一.1`. */
export type Citation = string

/**
 * One step of a citation (条款引用的一级): `mark` says how the notice writes its number, with `#` in its place
 * (`一` a bare numeral, `1` bare digits, `（一）`, `第#条`, `序号#`). A word without a number is step 0.
 */
interface CitationStep {
  readonly mark: string
  readonly number: number
}

/** A parsed citation (条款引用): its annex, if it is in one, and its steps from the top. */
interface CitationPath {
  /** The annex (附件、附表) and its number; 0 if it has none. */
  readonly annex?: { readonly name: string; readonly number: number }
  readonly steps: readonly CitationStep[]
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** Prints a number from 1 to 999 in Chinese numerals (汉字数字): 12 is 十二, 105 is 一百零五. */
export function printNumeral(value: number): string {
  if (value >= 100) {
    const rest = value % 100
    const joint = rest > 0 && rest < 10 ? '零' : rest >= 10 && rest < 20 ? '一' : ''
    return `${NUMERALS[Math.floor(value / 100)]}百${rest === 0 ? '' : joint + printNumeral(rest)}`
  }
  if (value < 10) return NUMERALS[value] ?? String(value)
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? NUMERALS[tens] : ''}十${value % 10 > 0 ? NUMERALS[value % 10] : ''}`
}

/** Parses a Chinese numeral (汉字数字): 十二 is 12; `undefined` if it is not a numeral from 1 to 999. */
export function parseNumeral(text: string): number | undefined {
  const value = numeralValue(text)
  return value !== undefined &&
    [printNumeral(value), printNumeral(value).replace(/^十/, '一十')].includes(text)
    ? value
    : undefined
}

function numeralValue(text: string): number | undefined {
  const found =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/.exec(text)
  if (!found || text === '') return undefined
  const [, hundreds = '', tens = '', ten, ones = ''] = found
  const digit = (one: string): number => Math.max(0, NUMERALS.indexOf(one as '一'))
  return digit(hundreds) * 100 + (ten === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones)
}

/** Words that number what follows or precede a number (编号用语): 第三条, 第2项, 序号14, 备注1. */
const UNIT = '编章节条款项目点行步类部分'
const HEAD = '序号|项目|指标|备注|说明|注|加分项|减分项|扣分项|否决项'
const NUMERAL = '[一二三四五六七八九十百零]+'

/** One step at the start of a text, by the ways of writing it. Groups: its number. */
const WAYS: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [
    new RegExp(`^第（?(${NUMERAL}|\\d+)）?(部分|[${UNIT}])`),
    ([whole = '', , unit]) => `第${bracket(whole)}${unit}`,
  ],
  [
    new RegExp(`^(?:${HEAD})(${NUMERAL}|\\d+|)`),
    ([whole = '', number = '']) => whole.replace(number, '') + sign(number),
  ],
  [new RegExp(`^（(${NUMERAL}|\\d+)）`), ([, number = '']) => `（${sign(number)}）`],
  [new RegExp(`^(${NUMERAL})`), () => '一'],
  [/^(\d+)/, () => '1'],
  [/^([①-⑳])/, () => '①'],
  [/^[A-Z](\d*)/, ([whole = '']) => whole.slice(0, 1)],
]

/** Returns the sign for a numeral or for digits in a mark (编号的写法). */
function sign(number: string): string {
  return number === '' ? '' : /\d/.test(number) ? '1' : '一'
}

function bracket(whole: string): string {
  const number = /\d/.test(whole) ? '1' : '一'
  return whole.includes('（') ? `（${number}）` : number
}

/**
 * Parses a citation (条款引用) as notices number their clauses: 三（二）1, 第三条第二款, （一）, 1.2, 序号14, and the
 * same behind 附件, 附件3, 附表2. Spaces, half-width brackets and full-width digits do not matter. `undefined` if
 * the text is not a citation.
 */
export function parseCitation(text: string): CitationPath | undefined {
  const plain = widths(text).trim()
  const found = /^(附件|附表|附录|表)(\s*[1-9]\d?(?=$|\s|[^\d.．\s-])|[1-9]\d?)?\s*[：:、.]?\s*/.exec(plain)
  if (found === null) return stepsOf(plain).length > 0 ? { steps: stepsOf(plain) } : undefined
  const annex = { name: found[1]!, number: Number(found[2] ?? 0) }
  const rest = plain.slice(found[0].length).replace(/^\./, '')
  if (rest === '') return annex.name === '表' && annex.number === 0 ? undefined : { annex, steps: [] }
  const steps = stepsOf(rest)
  return steps.length > 0 ? { annex, steps } : undefined
}

/** Returns the steps of a text (各级), none if any part of it is not one. */
function stepsOf(text: string): readonly CitationStep[] {
  const steps: CitationStep[] = []
  let rest = text.replace(/\s/g, '').replace(/[、.]$/, '')
  for (let parted = true; rest !== '';) {
    const step = firstStep(rest)
    const last = steps.at(-1)?.mark
    // Two bare numbers of one kind need a mark between them: 三二 is not a clause.
    if (step === undefined || (!parted && (step.mark === '一' || step.mark === '1') && last === step.mark))
      return []
    steps.push({ mark: step.mark, number: step.number })
    const next = rest.slice(step.length).replace(/^[.、\-—·]/, '')
    parted = next.length < rest.length - step.length
    if (parted && next === '') return []
    rest = next
  }
  return steps
}

function firstStep(text: string): (CitationStep & { readonly length: number }) | undefined {
  for (const [way, markOf] of WAYS) {
    const found = way.exec(text)
    if (found === null) continue
    const written = found[1] ?? ''
    const number = numberOf(written)
    if (number === undefined) return undefined
    return { mark: markOf(found), number, length: found[0].length }
  }
  return undefined
}

function numberOf(written: string): number | undefined {
  if (written === '') return 0
  if (/^[①-⑳]$/.test(written)) return written.charCodeAt(0) - 0x245f
  return /^\d+$/.test(written)
    ? /^[1-9]\d{0,2}$/.test(written)
      ? Number(written)
      : undefined
    : parseNumeral(written)
}

/** Prints a citation (条款引用) in its normal form: `三（二）1`, `附件 四.4`, `第三条第二款`, `附件3 一.1`. */
export function printCitation({ annex, steps }: CitationPath): Citation {
  const printed = steps.map((step, at) => {
    const isBare = (one: CitationStep | undefined) => one !== undefined && /^[一1A-Z]$/.test(one.mark)
    return `${isBare(step) && isBare(steps[at - 1]) ? '.' : ''}${printStep(step)}`
  })
  if (annex === undefined) return printed.join('')
  return `${annex.name}${annex.number || ''}${steps.length > 0 ? ' ' : ''}${printed.join('')}`
}

function printStep({ mark, number }: CitationStep): string {
  if (mark === '①') return String.fromCharCode(0x245f + number)
  if (/^[A-Z]$/.test(mark)) return `${mark}${number || ''}`
  return mark.replace(/一|1/, one => (one === '1' ? String(number) : printNumeral(number)))
}

/** Returns the normal form of a citation (条款引用); a text that is not a citation stays as it is. */
export function normalCitation(citation: Citation): Citation {
  const path = parsedOnce(citation)
  return path === undefined ? citation : printCitation(path)
}

/** Checks whether two citations (条款引用) name one clause, however they are written. */
export function isSameClause(one: Citation, other: Citation): boolean {
  return one === other || normalCitation(one) === normalCitation(other)
}

const ANNEXES = ['附件', '附表', '附录', '表']

/** Compares citations (条款先后): body before annexes, then step by step; texts that are not citations come last, in text order. */
export function compareCitations(one: Citation, other: Citation): number {
  if (one === other) return 0
  const [a, b] = [parsedOnce(one), parsedOnce(other)]
  if (!a || !b) return Number(a === undefined) - Number(b === undefined) || compareIds(one, other)
  const [left, right] = [keysOf(a), keysOf(b)]
  for (const [at, key] of left.entries()) {
    const against = right[at]
    if (against === undefined) return 1
    const gap = typeof key === 'number' ? key - (against as number) : compareIds(key, against as string)
    if (gap !== 0) return Math.sign(gap)
  }
  return left.length < right.length ? -1 : 0
}

/** Returns what a citation is sorted by (排序依据): annex and its number, then the number and the mark of each step. */
function keysOf({ annex, steps }: CitationPath): readonly (number | string)[] {
  const place = annex === undefined ? [-1, 0] : [ANNEXES.indexOf(annex.name), annex.number]
  return [...place, ...steps.flatMap(({ mark, number }) => [mark, number])]
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

function widths(text: string): string {
  return text
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[０-９Ａ-Ｚ]/g, one => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[．。]/g, '.')
}
