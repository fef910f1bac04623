import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'

const SIDE = 360

/** Makes a thumbnail for lists: a JPEG of at most 360 pixels a side. */
export async function makeSmall(content: Readable): Promise<Uint8Array> {
  const bytes = await buffer(content)
  return sharp(bytes)
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 75 })
    .toBuffer()
}
