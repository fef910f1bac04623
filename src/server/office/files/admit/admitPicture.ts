import sharp from 'sharp'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Admitted } from './admitFile.ts'
import { isPlainJpeg, isPlainPng } from './isPlainPicture.ts'
import { hashPicture } from './perceptualHash.ts'
import { readTakenOn } from './readTakenOn.ts'

/** The most megapixels: those of a better phone camera; larger pictures cost more memory than they show. */
const MOST_MEGAPIXELS = 65
const MOST_PIXELS = MOST_MEGAPIXELS * 1_000_000

// One thread a picture: how many at once is decided by the turns. Nothing of one person's picture stays in memory.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Admits a picture after reading it in full. A plain picture is kept byte for byte; any other (metadata,
 * a profile, a rotation, trailing data) is re-encoded upright, so that nothing hidden remains. Looked at
 * later, a plain picture is read to its end segment by segment, but not decoded yet.
 */
export async function admitPicture(
  name: string,
  type: 'jpg' | 'png',
  bytes: Uint8Array,
  isLookedAtLater: boolean,
): Promise<Admitted | Refusal> {
  const plain = type === 'jpg' ? isPlainJpeg(bytes) : isPlainPng(bytes)
  if (plain === 'cut') return refuse('fileDamaged', { name, why: '图片没有传完' })
  try {
    const { width, height, exif, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height * pages > MOST_PIXELS)
      return refuse('filePixels', { name, width, height, megapixels: MOST_MEGAPIXELS })
    const kept = plain === 'plain' ? bytes : await drawAnew(type, bytes)
    const takenOn = exif && readTakenOn(exif)
    const phash = isLookedAtLater ? undefined : await hashPicture(kept)
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
