import type { Paper, PaperParagraph } from './style/readPaper.ts'

/** The text block of GB/T 9704 in points: 156 by 225 mm, 22 lines of 28 characters. */
const [WIDTH, HEIGHT, LINE] = [442.2, 637.8, 28.95]

/** Lines of the imprint (版记) at the foot of a page, with the red line of the head, which programs set on the grid or not. */
const IMPRINT = 5 * LINE

/** Estimates from the grid how many page breaks bring the imprint to the foot of an even page: none where the text ends on one with room left. (GB/T 9704 7.4) */
export function breaksBeforeImprint({ paragraphs }: Paper): number {
  const used = heightOf(paragraphs)
  const pages = Math.max(1, Math.ceil(used / HEIGHT))
  if (pages % 2 === 1) return 1
  return pages * HEIGHT - used >= IMPRINT ? 0 : 2
}

/** The height of the text in points. */
function heightOf(paragraphs: readonly PaperParagraph[]): number {
  const rows = new Map<number, Map<number, number>>()
  let height = 0
  for (const one of paragraphs) {
    // A page break counts for nothing: what is asked is where the text ends.
    if (one.text === '\n') continue
    if (one.row === undefined) height += paragraphHeight(one, WIDTH)
    else if (!one.row.floats) {
      const cells = rows.get(one.row.nth) ?? new Map<number, number>()
      rows.set(one.row.nth, cells)
      const before = cells.get(one.row.width) ?? 0
      cells.set(one.row.width, Math.max(before, paragraphHeight(one, one.row.width / 20 - 8)))
    }
  }
  for (const cells of rows.values()) height += Math.max(...cells.values()) + 4
  return height
}

function paragraphHeight({ text, runs, indent, line, before, row }: PaperParagraph, width: number): number {
  const size = Math.max(...runs.map(({ look }) => look.size ?? 32), 0) / 2 || 16
  const pitch = row === undefined && size <= 16 ? WIDTH / 28 : size
  const lines = text.split('\n').reduce((sum, part) => {
    const characters = [...part].reduce((count, sign) => count + (sign < '\u0100' ? 0.5 : 1), indent)
    return sum + Math.max(1, Math.ceil((characters * pitch) / Math.max(width, pitch)))
  }, 0)
  const each = line?.exact
    ? line.twips / 20
    : row !== undefined
      ? size * 1.3
      : LINE * Math.ceil((size * 1.3) / LINE)
  return lines * each + before / 20
}
