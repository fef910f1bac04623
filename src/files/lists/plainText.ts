/** Normalizes text: trimmed; full-width letters, digits and punctuation in half width; all whitespace as single spaces. For comparison, not for storage. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}

/** Normalizes text and removes all whitespace, to compare names, labels and headings. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** Checks whether a text has full-width digits. */
export function hasFullWidth(text: string): boolean {
  return /[\uff01-\uff5e]/.test(text)
}
