/** Removes what readers cannot see from a text that anybody may send: control characters, zero-width and other invisible characters, and marks that turn the direction of writing or pile up. Line breaks stay, at most two in a row. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}|\u2800/gu, '')
    .replaceAll(/(\p{M}{3})\p{M}+/gu, '$1')
    .replaceAll(/[^\S\n]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
