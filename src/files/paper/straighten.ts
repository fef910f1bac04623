import { type Homography, project } from './homography.ts'
import { PAGE } from './paperLayout.ts'
import { greyAt, type Picture } from './picture.ts'

/** Pixels of a straightened page in a millimetre. */
export const PER_MM = 6
/** The side of the blocks whose paper white is measured, in pixels. */
const BLOCK = 40
/** The share of a block's pixels that are darker than its white. */
const WHITE = 0.8

/** A straightened page: its grey, and its ink, 0 where the paper is white and 1 where no light returns. */
export interface StraightPage {
  readonly grey: Picture
  readonly ink: Float32Array
}

/** Straightens a page and evens its light: each place is compared with the paper around it. */
export function straighten(picture: Picture, map: Homography): StraightPage {
  const width = PAGE.width * PER_MM
  const height = PAGE.height * PER_MM
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const place = project(map, (x + 0.5) / PER_MM, (y + 0.5) / PER_MM)
      pixels[y * width + x] = greyAt(picture, place.x, place.y) + 0.5
    }
  const grey = { width, height, pixels }
  return { grey, ink: inkOf(grey) }
}

function inkOf(grey: Picture): Float32Array {
  const { width, height, pixels } = grey
  const columns = Math.ceil(width / BLOCK)
  const rows = Math.ceil(height / BLOCK)
  const white = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      white[row * columns + column] = whiteOf(grey, column * BLOCK, row * BLOCK)
  const light = (x: number, y: number) =>
    white[Math.min(Math.max(y, 0), rows - 1) * columns + Math.min(Math.max(x, 0), columns - 1)]!
  const ink = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const down = (y + 0.5) / BLOCK - 0.5
    const row = Math.floor(down)
    for (let x = 0; x < width; x++) {
      const across = (x + 0.5) / BLOCK - 0.5
      const column = Math.floor(across)
      const [right, below] = [across - column, down - row]
      const here =
        (light(column, row) * (1 - right) + light(column + 1, row) * right) * (1 - below) +
        (light(column, row + 1) * (1 - right) + light(column + 1, row + 1) * right) * below
      ink[y * width + x] = Math.max(0, 1 - pixels[y * width + x]! / Math.max(here, 1))
    }
  }
  return ink
}

function whiteOf({ width, height, pixels }: Picture, left: number, top: number): number {
  const counts = new Uint32Array(256)
  let all = 0
  for (let y = top; y < Math.min(top + BLOCK, height); y++)
    for (let x = left; x < Math.min(left + BLOCK, width); x++) {
      counts[pixels[y * width + x]!]!++
      all++
    }
  let below = 0
  for (let grey = 0; grey < 256; grey++) {
    below += counts[grey]!
    if (below >= all * WHITE) return grey
  }
  return 255
}
