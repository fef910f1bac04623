import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** Normalises a telephone number (规整电话号码): full width, spaces, dashes and +86 go; a mobile number, or one with its area code, is left. `phoneNumberWrong`. */
export function readPhoneNumber(text: string): string | Refusal {
  const plain = text.normalize('NFKC').replace(/[\s()（）\-–—.·]/g, '')
  const digits = plain.replace(/^(\+|00)86/, '').replace(/^86(?=1\d{10}$)/, '')
  if (/^1[3-9]\d{9}$/.test(digits) || /^0(10|2\d|[3-9]\d{2})\d{7,8}$/.test(digits)) return digits
  // A name written beside the number is nothing to show either.
  return refuse('phoneNumberWrong', { number: maskNumber(text.replaceAll(/\p{L}/gu, '*')) })
}

/** Masks a number for screens (遮蔽号码): the first three and the last two characters are shown. */
export function maskNumber(number: string): string {
  return number.length < 7
    ? '*'.repeat(number.length)
    : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`
}
