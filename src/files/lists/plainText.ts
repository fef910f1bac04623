import { visible } from '../../domain/kernel/comparable.ts'

/** Normalizes text: visible signs only, trimmed; full-width letters, digits and punctuation in half width; all whitespace as single spaces. For numbers, days and codes. */
export function plainText(text: string): string {
  return visible(text.normalize('NFKC')).replace(/\s+/g, ' ')
}

/** Checks whether a text has full-width digits. */
export function hasFullWidth(text: string): boolean {
  return /[\uff01-\uff5e]/.test(text)
}
