import jsqr from 'jsqr'
import { type Homography, project } from './homography.ts'
import { CODE } from './paperLayout.ts'
import { greyAt, type Picture } from './picture.ts'

const MODULES = 21
const QUIET = 4
const SCALE = 4
/** How much each module is set off from its neighbours, tried in turn: a blurred code needs some. */
const SHARPENING = [0, 0.35, 0.8]

/** Reads the form code where it must stand on the page; `undefined` if there is none. */
export function readCode(picture: Picture, map: Homography): string | undefined {
  const greys = new Float64Array(MODULES * MODULES)
  const module = CODE.size / MODULES
  const spread = [-0.25, 0, 0.25]
  for (let row = 0; row < MODULES; row++)
    for (let column = 0; column < MODULES; column++) {
      let sum = 0
      for (const down of spread)
        for (const across of spread) {
          const { x, y } = project(
            map,
            CODE.x + (column + 0.5 + across) * module,
            CODE.y + (row + 0.5 + down) * module,
          )
          sum += greyAt(picture, x, y)
        }
      greys[row * MODULES + column] = sum / 9
    }
  for (const strength of SHARPENING) {
    const found = decode(sharpen(greys, strength))
    if (found !== undefined) return found
  }
  return undefined
}

function sharpen(greys: Float64Array, strength: number): Float64Array {
  if (strength === 0) return greys
  return greys.map((grey, at) => {
    const [row, column] = [Math.floor(at / MODULES), at % MODULES]
    let [sum, count] = [0, 0]
    for (const [down, across] of [
      [0, 1],
      [0, -1],
      [1, 0],
      [-1, 0],
    ] as const) {
      const [y, x] = [row + down, column + across]
      if (y < 0 || x < 0 || y >= MODULES || x >= MODULES) continue
      sum += greys[y * MODULES + x]!
      count++
    }
    return grey + strength * (grey - sum / count)
  })
}

function decode(greys: Float64Array): string | undefined {
  const sorted = [...greys].toSorted((one, other) => one - other)
  const [dark, light] = [sorted[Math.floor(sorted.length * 0.08)]!, sorted[Math.floor(sorted.length * 0.92)]!]
  if (light - dark < 30) return undefined
  const side = (MODULES + 2 * QUIET) * SCALE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  const isDark = greys.map(grey => Number(grey < (dark + light) / 2))
  // Most of the finder pattern must be there before the decoder is asked.
  if (finderFaults(isDark) > 22) return undefined
  for (let y = 0; y < MODULES * SCALE; y++)
    for (let x = 0; x < MODULES * SCALE; x++) {
      if (isDark[Math.floor(y / SCALE) * MODULES + Math.floor(x / SCALE)] === 0) continue
      const at = ((y + QUIET * SCALE) * side + x + QUIET * SCALE) * 4
      pixels.fill(0, at, at + 3)
    }
  return jsqr.default(pixels, side, side, { inversionAttempts: 'dontInvert' })?.data
}

function finderFaults(isDark: Float64Array): number {
  let faults = 0
  for (const [top, left] of [
    [0, 0],
    [0, MODULES - 7],
    [MODULES - 7, 0],
  ] as const)
    for (let y = 0; y < 7; y++)
      for (let x = 0; x < 7; x++) {
        const ring = Math.max(Math.abs(y - 3), Math.abs(x - 3))
        if (isDark[(top + y) * MODULES + left + x] !== Number(ring !== 2)) faults++
      }
  return faults
}
