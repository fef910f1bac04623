/** Letters and digits that cannot be confused with one another. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 12

/** Computes the code: twelve letters and digits from a random UUID (60 bits), so that it cannot be guessed. */
export function shortCode(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(16)}`)
  let code = ''
  for (let at = 0; at < LENGTH; at++) {
    code += ALPHABET[Number(rest % 32n)]
    rest /= 32n
  }
  return code
}

/** Normalizes a typed code; lower case, spaces and hyphens are accepted. */
export function readShortCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '')
}
