import { strFromU8, unzipSync } from 'fflate'

/** The largest list of slides that is read, inflated. */
const MOST = 4 * 1024 * 1024

/** Counts the pages of slides, a .pptx or a PDF; `undefined` if they cannot be read. Meant for a thread of its own. */
export async function countSlides(type: string, bytes: Uint8Array): Promise<number | undefined> {
  try {
    const pages = type === 'pdf' ? await countPdf(bytes) : countPptx(bytes)
    return pages > 0 ? pages : undefined
  } catch {
    return undefined
  }
}

/** Counts the slides that the presentation lists, hidden ones with them. */
function countPptx(bytes: Uint8Array): number {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === 'ppt/presentation.xml' && originalSize <= MOST,
  })
  const list = files['ppt/presentation.xml']
  return list === undefined ? 0 : (strFromU8(list).match(/<(?:\w+:)?sldId\s/g)?.length ?? 0)
}

async function countPdf(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: bytes, verbosity: 0 })
  try {
    return (await task.promise).numPages
  } finally {
    await task.destroy()
  }
}
