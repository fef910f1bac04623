import { MOST_IN_SIGNATURE } from '../../../../contract/sheets/sheetLimits.ts'

/** Widths to try, in pixels: what is written so densely that it does not fit is drawn smaller. */
const WIDTHS = [600, 480, 360, 240, 160]

/** Returns the picture of a signature (PNG, data URL) that the server takes: black on white, and smaller the denser it is. */
export function pictureOf(glass: HTMLCanvasElement): string {
  const plain = glass.toDataURL('image/png')
  if (plain.length <= MOST_IN_SIGNATURE) return plain
  const small = document.createElement('canvas')
  for (const width of WIDTHS) {
    small.width = width
    small.height = Math.round((width * glass.height) / glass.width)
    const drawing = small.getContext('2d')!
    drawing.drawImage(glass, 0, 0, small.width, small.height)
    const image = drawing.getImageData(0, 0, small.width, small.height)
    image.data.set(toBlackAndWhite(image.data))
    drawing.putImageData(image, 0, 0)
    const picture = small.toDataURL('image/png')
    if (picture.length <= MOST_IN_SIGNATURE) return picture
  }
  return small.toDataURL('image/png')
}

/** Makes each pixel (four bytes) black or white: greys take most of the room. */
export function toBlackAndWhite(pixels: Uint8ClampedArray): Uint8ClampedArray {
  return pixels.map((_, at) => (at % 4 === 3 ? 255 : pixels[at - (at % 4)]! < 160 ? 0 : 255))
}
