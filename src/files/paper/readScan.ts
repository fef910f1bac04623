import { getDocument, ImageKind, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import type { PaperForm } from './paperLayout.ts'
import type { Picture } from './picture.ts'
import { readPage, type PageReading, type Unread } from './readPage.ts'
import { readPicture } from './readPicture.ts'

/** One picture of a scan: the page read in it, with the straightened picture as JPEG, or why there is none. */
export type ScanReading =
  | (Omit<PageReading, 'grey'> & { readonly jpeg: Uint8Array })
  | { readonly unread: Unread | 'damaged' }

/** The most pages of one PDF. */
export const MOST_PAGES = 300
/** So many pages are read at once. */
export const PAGES_AT_ONCE = 10
const MOST_PIXELS = 65_000_000

/** An image as pdfjs hands it over. */
interface PdfImage {
  readonly width: number
  readonly height: number
  readonly kind: number
  readonly data?: Uint8Array | Uint8ClampedArray
}

/** Some pages of a scan, and how many it has in all. */
export interface ScanPart {
  readonly total: number
  readonly readings: readonly ScanReading[]
}

/** Reads a photo, or up to ten pages of a scanner's PDF from this page on, in order. A broken file is one damaged page; of a PDF with more than 300 pages none is read. */
export async function readScan(
  bytes: Uint8Array,
  type: 'jpg' | 'png' | 'pdf',
  form: PaperForm,
  from = 1,
): Promise<ScanPart> {
  if (type !== 'pdf') return { total: 1, readings: [await readOne(await readPicture(bytes), form)] }
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, disableFontFace: true })
  try {
    const document = await task.promise
    const total = document.numPages
    const readings: ScanReading[] = []
    const last = total > MOST_PAGES ? 0 : Math.min(total, from + PAGES_AT_ONCE - 1)
    for (let at = from; at <= last; at++) {
      const page = await document.getPage(at)
      readings.push(await readOne(await imageOf(page), form))
      page.cleanup()
    }
    return { total, readings }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) throw error
    return { total: 1, readings: [{ unread: 'damaged' }] }
  } finally {
    await task.destroy()
  }
}

async function readOne(picture: Picture | undefined, form: PaperForm): Promise<ScanReading> {
  if (picture === undefined) return { unread: 'damaged' }
  const reading = readPage(picture, form)
  if (typeof reading === 'string') return { unread: reading }
  const { grey, ...rest } = reading
  const jpeg = await sharp(grey.pixels, { raw: { width: grey.width, height: grey.height, channels: 1 } })
    .jpeg({ quality: 70 })
    .toBuffer()
  return { ...rest, jpeg: Uint8Array.from(jpeg) }
}

/** The largest image of a PDF page: a scanner puts one on each. */
async function imageOf(page: PDFPageProxy): Promise<Picture | undefined> {
  const { fnArray, argsArray } = await page.getOperatorList()
  let largest: PdfImage | undefined
  for (const [at, operator] of fnArray.entries()) {
    if (operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue
    const image =
      operator === OPS.paintImageXObject
        ? await objectOf(page, argsArray[at][0])
        : (argsArray[at][0] as PdfImage)
    if (image?.data === undefined || image.width * image.height > MOST_PIXELS) continue
    if (largest === undefined || image.width * image.height > largest.width * largest.height) largest = image
  }
  return largest && toGrey(largest)
}

function objectOf(page: PDFPageProxy, name: string): Promise<PdfImage | undefined> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise(resolve => store.get(name, (image: PdfImage | undefined) => resolve(image)))
}

async function toGrey({ width, height, kind, data }: PdfImage): Promise<Picture | undefined> {
  if (kind === ImageKind.GRAYSCALE_1BPP) {
    const stride = Math.ceil(width / 8)
    const pixels = new Uint8Array(width * height)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if ((data![y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1) pixels[y * width + x] = 255
    return { width, height, pixels }
  }
  const channels = kind === ImageKind.RGBA_32BPP ? 4 : 3
  const png = await sharp(data!, { raw: { width, height, channels } }).png({ compressionLevel: 0 }).toBuffer()
  return readPicture(png)
}
