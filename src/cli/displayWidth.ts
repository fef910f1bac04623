/** Returns the display width in terminal columns: two for each Chinese or full-width character, none for a combining mark. */
export function displayWidth(text: string): number {
  let width = 0
  for (const sign of text) width += WIDE.test(sign) ? 2 : NONE.test(sign) ? 0 : 1
  return width
}

/** Pads text to a display width: text aligns left, figures align right. */
export function padToWidth(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'left' ? text + gap : gap + text
}

/** Wraps text to a display width: breaks between Chinese characters, never inside a word, never before closing punctuation. */
export function wrapToWidth(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && displayWidth(line) + displayWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trimEnd()]
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const NONE = /\p{Mn}|[\u200b-\u200f\ufeff]/u
const PIECES = /(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef]|\s+)[，。；：、！？）》”】…]*\s*/gu
