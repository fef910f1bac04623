/** A grey picture: one byte a pixel, 0 black, 255 white, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** The grey at a place between pixels; beyond the edge, that of the edge. */
export function greyAt({ width, height, pixels }: Picture, x: number, y: number): number {
  const left = Math.min(Math.max(x, 0), width - 1.001)
  const top = Math.min(Math.max(y, 0), height - 1.001)
  const column = Math.floor(left)
  const row = Math.floor(top)
  const across = left - column
  const down = top - row
  const at = row * width + column
  const upper = pixels[at]! * (1 - across) + pixels[at + 1]! * across
  const lower = pixels[at + width]! * (1 - across) + pixels[at + width + 1]! * across
  return upper * (1 - down) + lower * down
}

/** Sums of all pixels above and left of each place, so that the mean of any rectangle takes four reads. */
export function sumPixels({ width, height, pixels }: Picture): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x]!
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row
    }
  }
  return sums
}

/** Makes a picture smaller by a whole factor, each pixel the mean of those it stands for. */
export function shrink(picture: Picture, factor: number): Picture {
  if (factor === 1) return picture
  const width = Math.floor(picture.width / factor)
  const height = Math.floor(picture.height / factor)
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = 0; dy < factor; dy++) {
        const from = (y * factor + dy) * picture.width + x * factor
        for (let dx = 0; dx < factor; dx++) sum += picture.pixels[from + dx]!
      }
      pixels[y * width + x] = sum / (factor * factor)
    }
  return { width, height, pixels }
}
