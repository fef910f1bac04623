import sharp from 'sharp'
import type { Picture } from './picture.ts'

/** The long side to which larger pictures are reduced: more shows nothing more of a box. */
const MOST_SIDE = 2600
const MOST_PIXELS = 65_000_000

/** Decodes a JPEG or PNG into a grey picture, upright as the camera says; `undefined` if it is damaged or too large. */
export async function readPicture(bytes: Uint8Array): Promise<Picture | undefined> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#fff' })
      .greyscale()
      .resize(MOST_SIDE, MOST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, pixels: data }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) throw error
    return undefined
  }
}
