/** Removes what readers cannot see from a text that anybody may send: control characters, zero-width and other invisible characters, and marks that turn the direction of writing or pile up. Line breaks stay, at most two in a row. Takes time in proportion to the text: anybody may send the worst. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}|\u2800/gu, '')
    .replaceAll(/(\p{M}{3})\p{M}+/gu, '$1')
    .normalize('NFC')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
