/** Longest side, in pixels. */
const LONGEST = 1600
const QUALITY = 0.8

/** A shrunk photo: re-encoded as JPEG, hence without metadata. */
interface ShrunkPhoto {
  readonly bytes: ArrayBuffer
  readonly width: number
  readonly height: number
}

/** Shrinks a photo to at most 1600 pixels on its longer side, upright. Throws an Error with a message in Chinese where the browser cannot read it (heic). */
export async function shrinkPhoto(file: File): Promise<ShrunkPhoto> {
  const picture = await decode(file)
  const size = fitted(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const drawing = canvas.getContext('2d')!
  // A transparent picture would turn black.
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, size.width, size.height)
  drawing.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  if (blob === null) throw new Error('手机内存不足，照片没有存下：请关掉其他程序后重拍。')
  return { bytes: await blob.arrayBuffer(), ...size }
}

/** Returns the scaled size, never larger than the original. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function decode(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    const isHeic = /\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type)
    throw new Error(
      isHeic
        ? '这张照片是 HEIC 格式，本机浏览器打不开：请在相机设置中改用“兼容性最佳”（JPEG）后重拍，或用“拍照”按钮直接拍。'
        : '这个文件不是可以打开的照片：请选择 JPEG 或 PNG 图片。',
    )
  }
}
