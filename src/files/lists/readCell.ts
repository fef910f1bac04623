import { visible } from '../../domain/kernel/comparable.ts'
import { type Day, grainOf, isDay, type Period, printDay, printPeriod } from '../../domain/kernel/calendar.ts'
import { isPoints, points, type Points } from '../../domain/kernel/points.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { dayOfSerial } from '../xlsx/serialDay.ts'
import { general, showNumber } from '../xlsx/showNumber.ts'
import type { SheetCell } from '../xlsx/sheetCell.ts'
import { hasFullWidth, plainText } from './plainText.ts'

/** A cell that was read: the value, and what was corrected. */
interface CellTaken<T> {
  readonly value: T
  readonly notice?: Refusal
}

/** The result of reading a cell. */
export type CellReading<T> = CellTaken<T> | Refusal

/** maximum length of a text field. */
const LONGEST = 4000

/** Checks whether a cell is blank: nothing, or only spaces and invisible signs. An error or a formula without a value is not blank. */
export function isBlank(cell: SheetCell | undefined): boolean {
  if (cell?.kind !== 'text') return cell === undefined
  return cell.text.trim() === '' || (cell.text.length < 20 && visible(cell.text) === '')
}

const BROKEN = /[\0\p{Cs}]/u

/** Finds a NUL or half of a surrogate pair in a text, which no database keeps. */
export function brokenText(text: string): { readonly isNul: boolean } | undefined {
  return BROKEN.test(text) ? { isNul: text.includes('\0') } : undefined
}

/** Refuses a cell that no value can be taken of: an error, a formula without a last value, a text with a NUL or half of a surrogate pair. */
export function refuseCell(cell: SheetCell): Refusal | undefined {
  if (cell.kind === 'text') {
    const broken = brokenText(cell.text)
    return broken && refuse('textBroken', broken)
  }
  if (cell.kind === 'error') return refuse('cellError', { error: cell.error })
  return cell.kind === 'empty' ? refuse('formulaWithoutValue', { formula: cell.formula ?? '' }) : undefined
}

/** Formats a cell for a sentence. */
export function shownCell(cell: SheetCell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text.length > 60 ? `${cell.text.slice(0, 60)}…` : cell.text
    case 'number':
      return numberShown(cell) ?? (cell.percent ? `${trimmed(cell.number * 100)}%` : general(cell.number))
    case 'boolean':
      return cell.boolean ? 'TRUE' : 'FALSE'
    case 'date':
      return numberShown(cell) ?? cell.day ?? `日期 ${cell.serial}`
    case 'error':
      return cell.error
    case 'empty':
      return ''
  }
}

function numberShown(cell: SheetCell): string | undefined {
  if (cell.kind !== 'number' && cell.kind !== 'date') return undefined
  const number = cell.kind === 'date' ? cell.serial : cell.number
  return showNumber(number, cell.format ?? 'General', cell.since1904)
}

/** A workbook keeps 15 digits of a number; what lies beyond is lost. */
const DIGITS_KEPT = 1e15

/** Reads text without invisible signs; a number or a day as the sheet shows it. A number of more than 15 digits is refused, since its last digits are lost. */
export function readText(cell: SheetCell): CellReading<string> {
  if (cell.kind === 'boolean') return refuse('cellWrongKind', { expected: 'text', found: shownCell(cell) })
  const text = cell.kind === 'text' ? visible(cell.text) : shownCell(cell)
  if (text.length > LONGEST) return refuse('textTooLong', { length: text.length, most: LONGEST })
  if (cell.kind !== 'number' && cell.kind !== 'date') return { value: text }
  if (cell.kind === 'number' && Math.abs(cell.number) >= DIGITS_KEPT)
    return refuse('numberRounded', { found: BigInt(Math.round(cell.number)).toString() })
  if (numberShown(cell) === undefined) return { value: text, notice: refuse('formatRare', { taken: text }) }
  const exact = cell.kind === 'number' ? exactFigure(cell, text) : undefined
  return exact === undefined
    ? { value: text }
    : { value: exact, notice: refuse('formatRounds', { shown: text, taken: exact }) }
}

/** Returns the whole figure where its format shows a rounded one: 15.5% shown as 16%. */
function exactFigure(cell: SheetCell & { readonly kind: 'number' }, shown: string): string | undefined {
  if (!/^-?[\d,.]+%?$/.test(shown)) return undefined
  const figure = cell.percent ? cell.number * 100 : cell.number
  const isExact =
    Math.abs(Number(shown.replaceAll(/[,%]/g, '')) - figure) < 1e-9 * Math.max(1, Math.abs(figure))
  return isExact ? undefined : `${trimmed(figure)}${cell.percent ? '%' : ''}`
}

/** Reads a number from a number or a numeric text; percentages only where allowed, with their displayed value (95% is 95). */
export function readNumber(cell: SheetCell, percentWelcome = false): CellReading<number> {
  const found = shownCell(cell)
  if (cell.kind === 'number') {
    if (!cell.percent) return { value: cell.number }
    return percentWelcome ? ofPercent(cell.number * 100, found) : refuse('percentUnexpected', { found })
  }
  if (cell.kind !== 'text') return refuse('cellWrongKind', { expected: 'number', found })
  const plain = plainText(cell.text).replaceAll(' ', '')
  const percent = plain.endsWith('%')
  const digits = (percent ? plain.slice(0, -1) : plain).replace(/^[+-]?\d{1,3}(,\d{3})+(?=\.|$)/, all =>
    all.replaceAll(',', ''),
  )
  if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(digits))
    return refuse('cellWrongKind', { expected: 'number', found })
  if (percent)
    return percentWelcome ? ofPercent(Number(digits), found) : refuse('percentUnexpected', { found })
  const taken = { found, taken: String(Number(digits)) }
  return {
    value: Number(digits),
    notice: hasFullWidth(cell.text) ? refuse('tookFullWidth', taken) : refuse('tookTextNumber', taken),
  }
}

function ofPercent(value: number, found: string): CellTaken<number> {
  return { value: Number(trimmed(value)), notice: refuse('tookPercent', { found, taken: trimmed(value) }) }
}

/** Reads points or a value, in thousandths. */
export function readPoints(cell: SheetCell, percentWelcome = false): CellReading<Points> {
  const reading = readNumber(cell, percentWelcome)
  if ('code' in reading) return reading
  if (!isPoints(reading.value)) return refuse('tooManyDecimals', { found: shownCell(cell) })
  return { ...reading, value: points(reading.value) }
}

/** Reads yes or no. */
export function readYesNo(cell: SheetCell): CellReading<boolean> {
  if (cell.kind === 'boolean') return { value: cell.boolean }
  const text = plainText(shownCell(cell)).toUpperCase()
  if (['是', 'Y', 'YES', 'TRUE', '1', '√'].includes(text)) return { value: true }
  if (['否', 'N', 'NO', 'FALSE', '0', '×'].includes(text)) return { value: false }
  return refuse('cellWrongKind', { expected: 'yesNo', found: shownCell(cell) })
}

/** Serial numbers that people may mean as a day: those of 1927 to 2173. */
const [FIRST_SERIAL, LAST_SERIAL] = [10_000, 99_999]

/** Reads a day from a date cell or a text; a serial number is refused with the day that it stands for. */
export function readDay(cell: SheetCell): CellReading<string> {
  if (cell.kind === 'date' && cell.day !== undefined) return { value: cell.day }
  const found = shownCell(cell)
  const day = cell.kind === 'text' ? dayOfText(cell.text) : undefined
  if (day !== undefined) return { value: day }
  const serial = cell.kind === 'number' || cell.kind === 'text' ? Number(plainText(found)) : Number.NaN
  const isSerial = Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL
  const since1904 = cell.kind === 'number' && cell.since1904 === true
  const named = isSerial ? dayOfSerial(serial, since1904) : undefined
  return named === undefined
    ? refuse('cellWrongKind', { expected: 'date', found })
    : refuse('dayAsNumber', { found, day: printDay(named), write: named })
}

/** Parses a day as people write it: 2018-12-21, 2018/12/21, 2018.12.21, 2018年12月21日; a time after it is dropped. */
function dayOfText(text: string): Day | undefined {
  const found =
    /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
      plainText(text),
    )
  const day = found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : ''
  return isDay(day) ? day : undefined
}

const ORDINALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 }

/** Reads a quarter: 1, 第一季度, 一季度, Q1. */
export function readQuarter(cell: SheetCell): CellReading<1 | 2 | 3 | 4> {
  const shown = shownCell(cell)
  const text = cell.kind === 'number' || cell.kind === 'text' ? plainText(shown).replaceAll(' ', '') : ''
  const named = /^(?:第?([\d一二三四五六七八九十]{1,3})季度?|[Qq](\d{1,3})|(-?\d{1,3}))$/.exec(text)
  const sign = named?.[1] ?? named?.[2] ?? named?.[3]
  if (sign === undefined) return refuse('cellWrongKind', { expected: 'quarter', found: shown })
  const quarter = ORDINALS[sign] ?? Number(sign)
  if (quarter !== 1 && quarter !== 2 && quarter !== 3 && quarter !== 4)
    return refuse('quarterOutsideYear', { quarter: sign })
  return { value: quarter }
}

/** Reads a period: 2018, 2018年, 2018-Q3, 2018年第三季度, 2018-09, 2018年9月; without a year it is in the cycle; a date means its month. */
export function readPeriod(cell: SheetCell, cycle: number): CellReading<Period> {
  const found = shownCell(cell)
  if (cell.kind === 'date' && cell.day !== undefined) {
    const period = cell.day.slice(0, 7)
    return { value: period, notice: refuse('tookPeriodOfDate', { found, taken: printPeriod(period) }) }
  }
  const text =
    cell.kind === 'text' || (cell.kind === 'number' && Number.isInteger(cell.number))
      ? plainText(found).replaceAll(' ', '')
      : ''
  const period = periodOf(text, cycle)
  return period === undefined ? refuse('cellWrongKind', { expected: 'period', found }) : { value: period }
}

function periodOf(text: string, cycle: number): Period | undefined {
  if (text === '全年') return String(cycle)
  const whole = /^(\d{4})(?:年度?|全年|年全年)?$/.exec(text)
  if (whole) return whole[1]
  const quarter = /^(?:(\d{4})[-年/.]?)?(?:第?([1-4一二三四])季度|[Qq]([1-4]))$/.exec(text)
  if (quarter) return `${quarter[1] ?? cycle}-Q${ORDINALS[quarter[2] ?? ''] ?? quarter[2] ?? quarter[3]}`
  const month = /^(?:(\d{4})[-年/.](\d{1,2})月?|(\d{1,2})月)$/.exec(text)
  const period = month ? `${month[1] ?? cycle}-${(month[2] ?? month[3])!.padStart(2, '0')}` : ''
  return grainOf(period) === undefined ? undefined : period
}

/** Reads a year: 2018 or 2018年. */
export function readYear(cell: SheetCell): CellReading<number> {
  const found = /^(\d{4})(?:年度?)?$/.exec(plainText(shownCell(cell)))
  return found
    ? { value: Number(found[1]) }
    : refuse('cellWrongKind', { expected: 'year', found: shownCell(cell) })
}

/** Splits a list at 顿号 (、), commas and semicolons. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[、，,;；\n]/)
    .map(each => each.trim())
    .filter(each => each !== '')
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(9)))
}
