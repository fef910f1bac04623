/** Quotes a text for a formula. */
export function textOf(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
