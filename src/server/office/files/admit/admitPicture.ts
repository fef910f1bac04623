import sharp from 'sharp'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Admitted } from './admitFile.ts'
import { isPlainJpeg, isPlainPng } from './isPlainPicture.ts'
import { hashPicture } from './perceptualHash.ts'
import { readTakenOn } from './readTakenOn.ts'

/** A phone's picture of the finer kind; what is larger costs more memory than it shows. */
const MOST_MEGAPIXELS = 65
const MOST_PIXELS = MOST_MEGAPIXELS * 1_000_000

// One thread a picture: how many at once is decided by the turns. Nothing of one person's picture stays in memory.
sharp.concurrency(1)
sharp.cache(false)

/**
 * 验收图片: read once from end to end. One that is nothing but a picture is kept byte for byte; any other (metadata, a profile, a turn, something behind its end)
 * is drawn anew, turned upright, so that nothing rides along.
 */
export async function admitPicture(
  name: string,
  type: 'jpg' | 'png',
  bytes: Uint8Array,
): Promise<Admitted | Refusal> {
  const plain = type === 'jpg' ? isPlainJpeg(bytes) : isPlainPng(bytes)
  if (plain === 'cut') return refuse('fileDamaged', { name, why: '图片没有传完' })
  try {
    const { width, height, exif, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height * pages > MOST_PIXELS)
      return refuse('filePixels', { name, width, height, megapixels: MOST_MEGAPIXELS })
    const kept = plain === 'plain' ? bytes : await drawAnew(type, bytes)
    const [takenOn, phash] = [exif && readTakenOn(exif), await hashPicture(kept)]
    return {
      type,
      bytes: kept,
      takenOn,
      phash,
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) throw error
    return refuse('fileDamaged', { name, why: '图片内容有误' })
  }
}

async function drawAnew(type: 'jpg' | 'png', bytes: Uint8Array): Promise<Uint8Array> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .toColourspace('srgb')
  return type === 'jpg' ? picture.jpeg({ quality: 88 }).toBuffer() : picture.png().toBuffer()
}
