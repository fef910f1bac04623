import type { Place } from './paperLayout.ts'

/** A map of the page onto a picture taken of it: nine numbers, by rows. */
export type Homography = readonly number[]

/** Finds the map that takes four places of the page to four of the picture; `undefined` if three lie on a line. */
export function findHomography(from: readonly Place[], to: readonly Place[]): Homography | undefined {
  const rows = from.flatMap(({ x, y }, at) => {
    const { x: u, y: v } = to[at]!
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]
  })
  for (let column = 0; column < 8; column++) {
    let best = column
    for (let row = column + 1; row < 8; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row
    ;[rows[column], rows[best]] = [rows[best]!, rows[column]!]
    const pivot = rows[column]!
    if (Math.abs(pivot[column]!) < 1e-9) return undefined
    for (let row = 0; row < 8; row++) {
      if (row === column) continue
      const share = rows[row]![column]! / pivot[column]!
      for (let at = column; at < 9; at++) rows[row]![at]! -= share * pivot[at]!
    }
  }
  return [...rows.map((row, at) => row[8]! / row[at]!), 1]
}

/** Where a place of the page lies in the picture. */
export function project(map: Homography, x: number, y: number): Place {
  const depth = map[6]! * x + map[7]! * y + map[8]!
  return {
    x: (map[0]! * x + map[1]! * y + map[2]!) / depth,
    y: (map[3]! * x + map[4]! * y + map[5]!) / depth,
  }
}
