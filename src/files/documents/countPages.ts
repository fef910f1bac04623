import type { Paper, PaperParagraph } from './style/readPaper.ts'

/** The text block of GB/T 9704 in points: 156 by 225 mm, 22 lines of 28 characters. */
const [WIDTH, HEIGHT, LINE] = [442.2, 637.8, 28.95]

/** A row of the imprint (版记) at the foot of a page. */
const IMPRINT_ROW = 26

/** What is left free above the imprint: programs set the red line of the head on the grid or not. */
const ABOVE_IMPRINT = 1.5 * LINE

/** Estimates from the grid how many page breaks bring the imprint to the foot of an even page: none where the text ends on one with room left. (GB/T 9704 7.4) */
export function breaksBeforeImprint({ paragraphs }: Paper): number {
  const { pages, used } = setPages(stripsOf(paragraphs))
  if (pages % 2 === 1) return 1
  const rows = new Set(paragraphs.flatMap(({ row }) => (row?.floats ? [row.nth] : []))).size
  return HEIGHT - used >= rows * IMPRINT_ROW + ABOVE_IMPRINT ? 0 : 2
}

/** A paragraph or a row of a table: lines of one height, or one that is not cut. */
interface Strip {
  readonly lines: number
  readonly each: number
  readonly above: number
  readonly keepNext: boolean
  /** The height of the head that its table repeats on a new page. */
  readonly head: number
}

/** Sets strips on pages as a program does. */
function setPages(strips: readonly Strip[]): { readonly pages: number; readonly used: number } {
  let [pages, used] = [1, 0]
  const turn = (head: number): void => {
    pages++
    used = head
  }
  strips.forEach(({ lines, each, above, head }, at) => {
    const kept = heightKept(strips, at)
    if (used > 0 && kept <= HEIGHT && used + kept > HEIGHT + 1) turn(head)
    used += above
    for (let line = 0; line < lines; line++) {
      if (used + each > HEIGHT + 1) turn(head)
      used += each
    }
  })
  return { pages, used }
}

/** The height that has to find room on one page with a strip: what is kept with it, and the first lines of what follows. */
function heightKept(strips: readonly Strip[], from: number): number {
  let height = 0
  for (let at = from; at < strips.length; at++) {
    const { lines, each, above, keepNext } = strips[at]!
    height += above + each * (keepNext ? lines : Math.min(lines, 2))
    if (!keepNext) break
  }
  return height
}

function stripsOf(paragraphs: readonly PaperParagraph[]): readonly Strip[] {
  const strips: Strip[] = []
  let head = 0
  for (let at = 0; at < paragraphs.length; at++) {
    const one = paragraphs[at]!
    // A page break counts for nothing: what is asked is where the text ends.
    if (one.text === '\n') continue
    if (one.row === undefined) {
      head = 0
      strips.push({ ...linesOf(one, WIDTH), above: one.before / 20, keepNext: one.keepNext, head })
      continue
    }
    const row = [one]
    while (paragraphs[at + 1]?.row?.nth === one.row.nth) row.push(paragraphs[++at]!)
    if (one.row.floats) continue
    const each = rowHeight(row)
    if (one.row.isHead) head = each
    strips.push({ lines: 1, each, above: 0, keepNext: row.some(({ keepNext }) => keepNext), head })
  }
  return strips
}

/** The height of the highest cell of a row. */
function rowHeight(row: readonly PaperParagraph[]): number {
  const cells: number[] = []
  row.forEach((one, at) => {
    const { lines, each } = linesOf(one, one.row!.width / 20 - 8)
    const before = one.row!.cell === row[at - 1]?.row!.cell ? cells.pop()! : 0
    cells.push(before + lines * each)
  })
  return Math.max(...cells) + 4
}

function linesOf(
  { text, runs, indent, line, row }: PaperParagraph,
  width: number,
): Pick<Strip, 'lines' | 'each'> {
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
  return { lines, each }
}
