import { BAR, BOX_SIZE, type PaperBox, type PaperPage, type PaperRow } from './paperLayout.ts'
import { PER_MM, type StraightPage } from './straighten.ts'

/** Why a row is left to people: no mark, more than one, a faint one, one crossed out, or a page that does not lie as printed. */
export type Doubt = 'empty' | 'several' | 'faint' | 'crossed' | 'bent'

/** What was read in one row: the boxes that are surely marked, or a doubt. `sure` runs from 0 to 1. */
export interface RowReading {
  readonly line: number
  readonly marked: readonly PaperBox[]
  readonly doubt?: Doubt
  readonly inks: readonly number[]
  readonly sure: number
}

/** Ink of a box, as share of its area, up to which it is surely empty. */
const EMPTY = 0.015
/** Ink of a box from which it is surely marked. */
const MARKED = 0.045
/** The part of a box that is measured: its frame stays out. */
const INNER = BOX_SIZE / 2 - 0.7
/** Ink of one pixel that is noise. */
const NOISE = 0.17
/** A trace in the box of half a step that may be a mark: nobody misses that box, so it must be surely empty. */
const TRACE = 0.04
/** Ink of a line that leaves a box: more than a crease has. */
const CROSSING = 0.34
/** How far a bar may lie from its printed place, in millimetres. */
const BAR_REACH = 2.4
const MOST_OFFSET = 1.6

interface Offset {
  readonly x: number
  readonly y: number
}

/** Reads the rows of a straightened page. */
export function readRows(page: StraightPage, layout: PaperPage): readonly RowReading[] {
  const bars = layout.rows.map(({ y }) => ({
    left: findBar(page, BAR.left, y),
    right: findBar(page, BAR.right, y),
  }))
  const boxes = layout.rows.map((row, at) => {
    const left = bars[at]!.left ?? nearest(bars, at, 'left')
    const right = bars[at]!.right ?? nearest(bars, at, 'right')
    return row.boxes.map(box => {
      const share = (box.x - BAR.left) / (BAR.right - BAR.left)
      const x = box.x + left.x + (right.x - left.x) * share
      const y = box.y + left.y + (right.y - left.y) * share
      return {
        ink: inkOfBox(page, x, y),
        trace: box.kind === 'half' ? traceOf(page, x, y) : 0,
        isCrossed: isCrossed(page, x, y),
      }
    })
  })
  const inks = boxes.map(row => row.map(({ ink }) => ink))
  const bases = (layout.rows[0]?.boxes ?? []).map((_, column) => quietInk(inks.map(row => row[column]!)))
  return layout.rows.map((row, at) =>
    judgeRow(
      row,
      inks[at]!.map((ink, column) => Math.max(0, ink - bases[column]!)),
      bars[at]!.left !== undefined && bars[at]!.right !== undefined,
      boxes[at]!.some(box => box.isCrossed),
      boxes[at]!.some(box => box.ink < MARKED && box.trace > TRACE),
    ),
  )
}

function judgeRow(
  { line, boxes }: PaperRow,
  inks: readonly number[],
  isFound: boolean,
  isStruck: boolean,
  hasTrace: boolean,
): RowReading {
  const marked = boxes.filter((_, at) => inks[at]! >= MARKED)
  const unclear = inks.filter(ink => ink > EMPTY && ink < MARKED)
  const sure = Math.min(...inks.map(sureOf))
  const doubt = !isFound
    ? 'bent'
    : unclear.length > 0 || hasTrace
      ? 'faint'
      : marked.length === 0
        ? 'empty'
        : marked.filter(({ kind }) => kind === 'step').length !== 1
          ? 'several'
          : isStruck
            ? 'crossed'
            : undefined
  return { line, marked, doubt, inks, sure: doubt === undefined ? sure : Math.min(sure, 0.5) }
}

function sureOf(ink: number): number {
  if (ink >= MARKED) return Math.min(1, 0.5 + (ink - MARKED) / MARKED)
  if (ink <= EMPTY) return Math.min(1, 0.5 + (EMPTY - ink) / EMPTY / 2)
  return 0
}

/** The ink that boxes have without a mark: that of the quieter third, since frames and blur differ by page. */
function quietInk(inks: readonly number[]): number {
  const sorted = inks.toSorted((one, other) => one - other)
  return Math.min(sorted[Math.floor(sorted.length / 3)] ?? 0, EMPTY)
}

function findBar(page: StraightPage, x: number, y: number): Offset | undefined {
  const [halfWidth, halfHeight] = [BAR.width / 2 + 1.2, BAR.height / 2 + BAR_REACH]
  let [sum, sumX, sumY] = [0, 0, 0]
  eachPixel(page, x, y, halfWidth, halfHeight, (ink, atX, atY) => {
    if (ink < 0.3) return
    sum += ink
    sumX += ink * atX
    sumY += ink * atY
  })
  const area = sum / (PER_MM * PER_MM) / (BAR.width * BAR.height)
  if (area < 0.5 || area > 1.5) return undefined
  const offset = { x: sumX / sum - x, y: sumY / sum - y }
  return Math.hypot(offset.x, offset.y) > MOST_OFFSET ? undefined : offset
}

type Bars = readonly Readonly<Record<'left' | 'right', Offset | undefined>>[]

function nearest(bars: Bars, at: number, side: 'left' | 'right'): Offset {
  for (let far = 1; far < bars.length; far++) {
    const found = bars[at - far]?.[side] ?? bars[at + far]?.[side]
    if (found !== undefined) return found
  }
  return { x: 0, y: 0 }
}

/**
 * The ink inside a box, as share of its area. A crease is dark, too, but runs on beyond the box on both
 * sides: what the strips above and below, or left and right, both have is taken off.
 */
function inkOfBox(page: StraightPage, x: number, y: number): number {
  const side = Math.round(2 * INNER * PER_MM)
  const [left, top] = [(x - INNER) * PER_MM - 0.5, (y - INNER) * PER_MM - 0.5]
  const gap = Math.round(1.2 * PER_MM)
  const depth = Math.round(1.2 * PER_MM)
  const strip = (from: number, read: (along: number) => number) => {
    let sum = 0
    for (let along = from; along < from + depth; along++) sum += read(along)
    return sum / depth
  }
  const columns = new Float64Array(side)
  const rows = new Float64Array(side)
  for (let along = 0; along < side; along++) {
    columns[along] = Math.min(
      strip(-gap - depth, row => inkAt(page, left + along, top + row)),
      strip(side + gap, row => inkAt(page, left + along, top + row)),
    )
    rows[along] = Math.min(
      strip(-gap - depth, column => inkAt(page, left + column, top + along)),
      strip(side + gap, column => inkAt(page, left + column, top + along)),
    )
  }
  widen(columns)
  widen(rows)
  let sum = 0
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const crease = Math.max(columns[column]!, rows[row]!)
      const ink = inkAt(page, left + column, top + row) - (crease > NOISE / 2 ? crease * 1.3 : 0)
      if (ink > NOISE) sum += ink
    }
  return sum / (side * side)
}

/** How much darker than the paper around it the inside of a box is, at its darkest part: a trace that may be a mark. */
function traceOf(page: StraightPage, x: number, y: number): number {
  const cells: number[] = []
  const size = INNER / 2
  for (let row = -1; row <= 1; row++)
    for (let column = -1; column <= 1; column++) {
      let [sum, count] = [0, 0]
      eachPixel(page, x + column * size, y + row * size, size / 2, size / 2, ink => {
        sum += ink
        count++
      })
      cells.push(sum / count)
    }
  const sorted = cells.toSorted((one, other) => one - other)
  return (sorted[8]! + sorted[7]! + sorted[6]!) / 3
}

/** Whether lines run across a box and out of it on both sides: it may be crossed out. */
function isCrossed(page: StraightPage, x: number, y: number): boolean {
  return [-1, 1].every(side => {
    let most = 0
    for (let far = 3.3; far <= 4; far += 1 / PER_MM)
      for (let down = -1.4; down <= 1.4; down += 1 / PER_MM)
        most = Math.max(most, inkAt(page, (x + side * far) * PER_MM - 0.5, (y + down) * PER_MM - 0.5))
    return most > CROSSING
  })
}

/** The ink between pixels. */
function inkAt({ ink, grey: { width } }: StraightPage, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  const [across, down] = [x - column, y - row]
  const at = row * width + column
  const upper = ink[at]! * (1 - across) + ink[at + 1]! * across
  const lower = ink[at + width]! * (1 - across) + ink[at + width + 1]! * across
  return upper * (1 - down) + lower * down
}

/** Lets each value count two pixels to both sides: creases are not quite straight. */
function widen(values: Float64Array): void {
  const before = Float64Array.from(values)
  for (let at = 0; at < values.length; at++)
    for (let near = -2; near <= 2; near++) values[at] = Math.max(values[at]!, before[at + near] ?? 0)
}

function eachPixel(
  page: StraightPage,
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
  visit: (ink: number, x: number, y: number) => void,
): void {
  const { width, height } = page.grey
  const [left, right] = [
    Math.max(0, Math.round((x - halfWidth) * PER_MM)),
    Math.round((x + halfWidth) * PER_MM),
  ]
  const [top, bottom] = [
    Math.max(0, Math.round((y - halfHeight) * PER_MM)),
    Math.round((y + halfHeight) * PER_MM),
  ]
  for (let row = top; row < Math.min(bottom, height); row++)
    for (let column = left; column < Math.min(right, width); column++)
      visit(page.ink[row * width + column]!, (column + 0.5) / PER_MM, (row + 0.5) / PER_MM)
}
