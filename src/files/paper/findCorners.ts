import { CORNERS, CORNER_SIZE, type Place } from './paperLayout.ts'
import { type Picture, shrink, sumPixels } from './picture.ts'

/** A dark square found in a picture. */
interface Spot extends Place {
  readonly size: number
}

/** The long side of the picture in which corner marks are sought. */
const SEARCH_SIDE = 1100
/** A pixel is dark if it is below this share of the mean around it. */
const DARK = 0.68
const MOST_SPOTS = 18
const LONG = CORNERS[3]!.y - CORNERS[0]!.y
const SHORT = CORNERS[1]!.x - CORNERS[0]!.x

/**
 * Finds where the four corner marks of a page may be, best first, each clockwise in the picture. Which one
 * is the upper left, only the form code tells.
 */
export function findCorners(picture: Picture): readonly (readonly Place[])[] {
  const factor = Math.max(1, Math.floor(Math.max(picture.width, picture.height) / SEARCH_SIDE))
  const small = shrink(picture, factor)
  const spots = findSquares(small)
  const found: { readonly corners: readonly Spot[]; readonly fault: number }[] = []
  for (let a = 0; a < spots.length; a++)
    for (let b = a + 1; b < spots.length; b++)
      for (let c = b + 1; c < spots.length; c++)
        for (let d = c + 1; d < spots.length; d++) {
          const corners = clockwise([spots[a]!, spots[b]!, spots[c]!, spots[d]!])
          const fault = faultOf(corners)
          if (fault < 1) found.push({ corners, fault })
        }
  return found
    .toSorted((one, other) => one.fault - other.fault)
    .slice(0, 4)
    .map(({ corners }) =>
      corners.map(({ x, y }) => ({ x: (x + 0.5) * factor - 0.5, y: (y + 0.5) * factor - 0.5 })),
    )
}

function findSquares(picture: Picture): readonly Spot[] {
  const { width, height } = picture
  const dark = markDark(picture)
  const seen = new Uint8Array(width * height)
  const stack = new Int32Array(width * height)
  const spots: Spot[] = []
  const long = Math.max(width, height)
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0 || seen[start] === 1) continue
    let [top, area, sumX, sumY, sumXX, sumYY, isCut] = [0, 0, 0, 0, 0, 0, false]
    stack[top++] = start
    seen[start] = 1
    while (top > 0) {
      const at = stack[--top]!
      const x = at % width
      const y = (at - x) / width
      area++
      sumX += x
      sumY += y
      sumXX += x * x
      sumYY += y * y
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) {
        isCut = true
        continue
      }
      for (const next of [at - 1, at + 1, at - width, at + width])
        if (dark[next] === 1 && seen[next] === 0) {
          seen[next] = 1
          stack[top++] = next
        }
    }
    const size = Math.sqrt(area)
    if (isCut || size < long * 0.008 || size > long * 0.045) continue
    const x = sumX / area
    const y = sumY / area
    // The spread of a full square is a sixth of its area, whichever way it is turned.
    const spread = (sumXX / area - x * x + (sumYY / area - y * y)) / (area / 6)
    if (spread < 0.9 || spread > 1.3) continue
    spots.push({ x, y, size })
  }
  return spots.toSorted((one, other) => other.size - one.size).slice(0, MOST_SPOTS)
}

function markDark(picture: Picture): Uint8Array {
  const { width, height, pixels } = picture
  const sums = sumPixels(picture)
  const reach = Math.round(Math.max(width, height) / 22)
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const sum =
        sums[bottom * (width + 1) + right]! -
        sums[top * (width + 1) + right]! -
        sums[bottom * (width + 1) + left]! +
        sums[top * (width + 1) + left]!
      const mean = sum / ((bottom - top) * (right - left))
      if (pixels[y * width + x]! < mean * DARK) dark[y * width + x] = 1
    }
  }
  return dark
}

function clockwise(spots: readonly Spot[]): readonly Spot[] {
  const x = spots.reduce((sum, one) => sum + one.x, 0) / 4
  const y = spots.reduce((sum, one) => sum + one.y, 0) / 4
  const angle = (one: Spot) => Math.atan2(one.y - y, one.x - x)
  return spots.toSorted((one, other) => angle(one) - angle(other))
}

/** How unlike the corners of a page four spots are: 1 and more is none. */
function faultOf(corners: readonly Spot[]): number {
  const side = (at: number) =>
    Math.hypot(corners[at]!.x - corners[(at + 1) % 4]!.x, corners[at]!.y - corners[(at + 1) % 4]!.y)
  const sides = [side(0), side(1), side(2), side(3)]
  const [one, other] = [(sides[0]! + sides[2]!) / 2, (sides[1]! + sides[3]!) / 2]
  const [long, short] = [Math.max(one, other), Math.min(one, other)]
  const unlike = (value: number, wanted: number) => Math.abs(Math.log(value / wanted))
  const faults = [
    unlike(long / short, LONG / SHORT) / 0.4,
    unlike(sides[0]!, sides[2]!) / 0.6,
    unlike(sides[1]!, sides[3]!) / 0.6,
    ...corners.map(({ size }) => unlike(size / long, CORNER_SIZE / LONG) / 0.45),
  ]
  return isConvex(corners) ? Math.max(...faults) : 2
}

function isConvex(corners: readonly Spot[]): boolean {
  return corners.every((at, index) => {
    const [next, after] = [corners[(index + 1) % 4]!, corners[(index + 2) % 4]!]
    return (next.x - at.x) * (after.y - next.y) - (next.y - at.y) * (after.x - next.x) > 0
  })
}
