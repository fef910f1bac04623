/** Returns the width of a text in half-width characters: a full-width character counts as two. */
function textWidth(text: string): number {
  let width = 0
  for (const sign of text) width += sign.codePointAt(0)! > 0xff ? 2 : 1
  return width
}

/** Returns the column width that fits the widest text, within bounds, with space for a filter button. */
export function columnWidth(texts: Iterable<string>, least: number, most: number): number {
  let width = least
  for (const text of texts) width = Math.max(width, textWidth(text) + 2)
  return Math.min(width, most)
}

/** Returns the number of lines of a text wrapped to a column width. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width - 1))
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (room - (room % 2)))), 0)
}
