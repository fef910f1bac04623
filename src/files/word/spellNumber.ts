const DIGITS = '零一二三四五六七八九'

/** Writes the number of a list as Word shows it in one of its formats; bullets are nothing. */
export function spellNumber(number: number, format: string): string {
  if (format === 'bullet' || format === 'none') return ''
  if (/^(chinese|japanese|taiwanese|ideographDigital)/.test(format)) return chineseNumber(number)
  if (format === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'[number - 1] ?? String(number)
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
  if (format === 'lowerLetter') return letterOf(number)
  if (format === 'upperLetter') return letterOf(number).toUpperCase()
  if (format === 'decimalFullWidth')
    return String(number).replaceAll(/\d/g, digit => String.fromCodePoint(0xff10 + Number(digit)))
  if (format === 'upperRoman') return romanOf(number)
  if (format === 'lowerRoman') return romanOf(number).toLowerCase()
  return format === 'decimalZero' && number < 10 ? `0${number}` : String(number)
}

function chineseNumber(number: number): string {
  if (number < 10) return DIGITS[number]!
  if (number >= 100) return [...String(number)].map(digit => DIGITS[Number(digit)]).join('')
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}

function letterOf(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function romanOf(number: number): string {
  let [rest, text] = [number, '']
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}
