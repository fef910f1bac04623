import { zipSync, strToU8, type Zippable } from 'fflate'
import sharp, { type Sharp } from 'sharp'

/** A picture with something to see in it, another one for each seed. */
export async function picture(seed: number, { width = 640, height = 480 } = {}): Promise<Sharp> {
  const side = 12
  const grey = Buffer.from(Array.from({ length: side * side }, (_dot, at) => noise(seed * 7919 + at)))
  const small = await sharp(grey, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer()
  return sharp(await sharp(small).resize(width, height, { fit: 'fill', kernel: 'cubic' }).png().toBuffer())
}

/** A JPEG that is nothing but a picture, as a phone's canvas makes it. */
export async function plainJpeg(seed: number, size?: { width: number; height: number }): Promise<Buffer> {
  return (await picture(seed, size)).jpeg({ quality: 80 }).toBuffer()
}

/** As a phone's camera makes it: lying on its side, with where and when it was taken. */
export async function phoneJpeg(seed: number, day = '2018:06:30'): Promise<Buffer> {
  return (await picture(seed))
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'Geheimphone' },
        IFD2: { DateTimeOriginal: `${day} 10:20:30` },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 18/1 30/1' },
      },
    })
    .jpeg({ quality: 80 })
    .toBuffer()
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const MAIN = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const

/** An Office file of the least kind, with more parts if wanted. */
export function office(kind: keyof typeof MAIN, more: Zippable = {}): Buffer {
  return Buffer.from(
    zipSync({ '[Content_Types].xml': strToU8(TYPES), [MAIN[kind]]: strToU8('<x>内容</x>'), ...more }),
  )
}

/** A PDF of the least kind. */
export function pdf(within = ''): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog${within}>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`,
  )
}

function noise(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d)
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 24) & 0xff
}
