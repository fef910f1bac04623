/** Removes what readers cannot see from a text that anybody may send: control characters, zero-width characters and marks that turn the direction of writing. Line breaks stay, at most two in a row. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
