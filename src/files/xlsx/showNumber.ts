import { weekdayOf } from '../../domain/kernel/calendar.ts'
import { dayOfSerial } from './serialDay.ts'

const WEEKDAYS = '日一二三四五六'
const DAY_SECONDS = 86_400

/**
 * Shows a number as Excel shows it under a format code: percentages, dates, times, fractions, leading
 * zeros, decimals. `undefined` for codes that are rare in lists (conditions, exponents, Chinese numerals).
 */
export function showNumber(number: number, code: string, since1904 = false): string | undefined {
  if (/^(general|@)$/i.test(code)) return general(number)
  const [positive = '', negative] = sectionsOf(code)
  const isNegative = number < 0 && negative !== undefined
  const pieces = piecesOf(isNegative ? negative : positive)
  if (pieces === undefined) return undefined
  if (pieces.some(piece => /^\[?[ymdhsa]/i.test(piece))) return showDate(number, pieces, since1904)
  const shown = showFigure(Math.abs(number), pieces)
  return shown === undefined || isNegative || number >= 0 ? shown : `-${shown}`
}

/** Shows a number without a format, in the 15 digits that a workbook keeps. */
export function general(number: number): string {
  return String(Number(number.toPrecision(15)))
}

function sectionsOf(code: string): readonly string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? []
}

/** Splits a section into literals (marked by a leading quote), date parts and figures; `undefined` when a part is unknown. */
function piecesOf(section: string): readonly string[] | undefined {
  const pieces: string[] = []
  const part =
    /"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[([^\]]*)\]|AM\/PM|A\/P|上午\/下午|y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|[0#?][0#?,.]*|[^"\\[]/giy
  for (let at = 0; at < section.length; at = part.lastIndex) {
    part.lastIndex = at
    const found = part.exec(section)
    if (!found) return undefined
    const [all, quoted, escaped, elapsed, bracket] = found
    if (quoted !== undefined || escaped !== undefined) pieces.push(`"${quoted ?? escaped}`)
    else if (elapsed !== undefined) pieces.push(all)
    else if (bracket !== undefined) {
      if (/^(DBNum|[<>=])/i.test(bracket)) return undefined
      const currency = /^\$([^-\]]+)/.exec(bracket)?.[1]
      if (currency !== undefined) pieces.push(`"${currency}`)
    } else if (all.startsWith('_')) pieces.push('" ')
    else if (/^[Ee]$/.test(all)) return undefined
    else if (all !== '@' && !all.startsWith('*'))
      pieces.push(/^[ymdhsa0#?%/]|^上午/i.test(all) ? all : `"${all}`)
  }
  return pieces
}

function showDate(serial: number, pieces: readonly string[], since1904: boolean): string | undefined {
  const fraction = pieces.some(piece => /^s+\.0/i.test(piece)) ? 1000 : 1
  const seconds = Math.round(serial * DAY_SECONDS * fraction) / fraction
  const day = dayOfSerial(Math.floor(seconds / DAY_SECONDS), since1904)
  const hasDay = pieces.some(piece => /^(y|d|aaa|m(?!\]))/i.test(piece) && !isMinutes(pieces, piece))
  if (serial < 0 || (hasDay && day === undefined)) return undefined
  const [year = 0, month = 0, date = 0] = (day ?? '').split('-').map(Number)
  const clock = seconds - Math.floor(seconds / DAY_SECONDS) * DAY_SECONDS
  const [hour, minute, second] = [Math.floor(clock / 3600), Math.floor(clock / 60) % 60, clock % 60]
  const halved = pieces.some(piece => /^(am|a\/p|上午)/i.test(piece))
  const shown = pieces.map((piece, at): string | undefined => {
    const padded = (value: number): string => String(Math.floor(value)).padStart(piece.length, '0')
    if (piece.startsWith('"')) return piece.slice(1)
    if (piece === '/') return piece
    if (piece.startsWith('上午')) return hour < 12 ? '上午' : '下午'
    if (/^(am|a\/p)/i.test(piece)) return hour < 12 ? 'AM' : 'PM'
    const letter = piece.toLowerCase()
    if (letter.startsWith('[h')) return String(Math.floor(seconds / 3600))
    if (letter.startsWith('[m')) return String(Math.floor(seconds / 60))
    if (letter.startsWith('[s')) return String(Math.floor(seconds))
    if (letter.startsWith('y')) return letter.length <= 2 ? String(year).slice(-2) : String(year)
    if (letter.startsWith('a')) return `${letter.length > 3 ? '星期' : ''}${WEEKDAYS[weekdayOf(day!)]}`
    if (letter.startsWith('d')) return letter.length > 2 ? undefined : padded(date)
    if (letter.startsWith('h')) return padded(halved ? hour % 12 || 12 : hour)
    if (letter.startsWith('s'))
      return second
        .toFixed(Math.max(0, letter.length - 1 - letter.indexOf('.')) * (letter.includes('.') ? 1 : 0))
        .padStart(2, '0')
    if (isMinutesAt(pieces, at)) return padded(minute)
    return letter.length > 2 ? undefined : padded(month)
  })
  return shown.includes(undefined) ? undefined : shown.join('').trim()
}

function isMinutes(pieces: readonly string[], piece: string): boolean {
  return /^m/i.test(piece) && isMinutesAt(pieces, pieces.indexOf(piece))
}

/** Checks whether an `m` means minutes: after hours, or before seconds. */
function isMinutesAt(pieces: readonly string[], at: number): boolean {
  const isPart = (piece: string): boolean => /^\[?[ymdhsa]/i.test(piece)
  const before = pieces.slice(0, at).findLast(isPart)
  const after = pieces.slice(at + 1).find(isPart)
  return /^\[?h/i.test(before ?? '') || /^\[?s/i.test(after ?? '')
}

function showFigure(number: number, pieces: readonly string[]): string | undefined {
  const figures = pieces.filter(piece => /^[0#?]/.test(piece))
  const percents = pieces.filter(piece => piece === '%').length
  if (pieces.includes('/')) return showFraction(number, pieces)
  if (figures.length !== 1) return undefined
  const [figure = ''] = figures
  const [whole = '', decimals = ''] = figure.split('.')
  const scaled = number * 100 ** percents
  const fixed = round(scaled, decimals.length)
  const [integer = '', rest = ''] = fixed.split('.')
  const least = whole.replaceAll(/[^0]/g, '').length
  const digits = (least === 0 && integer === '0' ? '' : integer).padStart(least, '0')
  const grouped = /,[0#?]/.test(whole) ? digits.replaceAll(/\B(?=(\d{3})+$)/g, ',') : digits
  const kept = rest.replace(/0+$/, '')
  const tail = rest.slice(0, Math.max(kept.length, decimals.replace(/[#?]+$/, '').length))
  if (whole.endsWith(',') || figure.split('.').length > 2) return undefined
  const shown = `${grouped}${tail === '' ? '' : `.${tail}`}`
  return pieces
    .map(piece => (piece.startsWith('"') ? piece.slice(1) : piece === figure ? shown : piece))
    .join('')
    .trim()
}

/** Rounds as Excel does, half away from zero, on the 15 digits that it keeps. */
function round(number: number, decimals: number): string {
  const kept = Number(number.toPrecision(15))
  return (Math.round(Number(`${kept}e${decimals}`)) / 10 ** decimals).toFixed(decimals)
}

/** Shows a fraction under `# ?/?`, `# ??/??` or with a fixed denominator. */
function showFraction(number: number, pieces: readonly string[]): string | undefined {
  const slash = pieces.indexOf('/')
  const below = pieces[slash + 1] ?? ''
  if (!/^[?#0]+$|^"\d/.test(below) && !/^\d+$/.test(below)) return undefined
  const whole = pieces.slice(0, slash).filter(piece => /^[0#?]/.test(piece)).length > 1
  const rest = whole ? number - Math.floor(number) : number
  const fixed = Number(
    pieces
      .slice(slash + 1)
      .join('')
      .replaceAll('"', ''),
  )
  const most = 10 ** below.length - 1
  const [over, under] = fixed > 0 ? [Math.round(rest * fixed), fixed] : nearestFraction(rest, most)
  if (!whole) return `${over}/${under}`
  const carried = Math.floor(number) + (over === under ? 1 : 0)
  if (over === 0 || over === under) return String(carried)
  return carried === 0 ? `${over}/${under}` : `${carried} ${over}/${under}`
}

function nearestFraction(number: number, most: number): readonly [number, number] {
  let best: readonly [number, number] = [Math.round(number), 1]
  for (let under = 1; under <= Math.min(most, 999); under++) {
    const over = Math.round(number * under)
    if (Math.abs(over / under - number) < Math.abs(best[0] / best[1] - number) - 1e-12) best = [over, under]
  }
  return best
}
