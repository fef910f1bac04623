/** Letters and digits that nobody takes for one another. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 12

/** 答题条的编码: twelve letters and digits of a random UUID (60 bits), nobody guesses it. */
export function slipCode(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(16)}`)
  let code = ''
  for (let at = 0; at < LENGTH; at++) {
    code += ALPHABET[Number(rest % 32n)]
    rest /= 32n
  }
  return code
}

/** 人手输入的编码: small letters, blanks and hyphens are forgiven. */
export function readSlipCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '')
}
