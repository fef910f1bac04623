import sharp from 'sharp'

/** Makes a PDF as a scanner does: one JPEG a page, nothing else. */
export async function makeScan(pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const parts: Buffer[] = []
  const places: number[] = []
  let length = 0
  const add = (...pieces: (string | Uint8Array)[]) => {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece as string)
      parts.push(bytes)
      length += bytes.length
    }
  }
  const object = (id: number, ...pieces: (string | Uint8Array)[]) => {
    places[id] = length
    add(`${id} 0 obj\n`, ...pieces, '\nendobj\n')
  }
  add('%PDF-1.4\n')
  object(1, '<</Type/Catalog/Pages 2 0 R>>')
  const kids = pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ')
  object(2, `<</Type/Pages/Count ${pictures.length}/Kids[${kids}]>>`)
  for (const [at, bytes] of pictures.entries()) {
    const { width, height, channels } = await sharp(bytes).metadata()
    const id = 3 + at * 3
    const drawing = 'q 595 0 0 842 0 0 cm /I Do Q'
    object(
      id,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${id + 1} 0 R/Resources<</XObject<</I ${id + 2} 0 R>>>>>>`,
    )
    object(id + 1, `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`)
    object(
      id + 2,
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${channels === 1 ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent 8/Filter/DCTDecode/Length ${bytes.length}>>stream\n`,
      bytes,
      '\nendstream',
    )
  }
  const start = length
  add(`xref\n0 ${places.length}\n0000000000 65535 f \n`)
  for (const place of places.slice(1)) add(`${String(place).padStart(10, '0')} 00000 n \n`)
  add(`trailer\n<</Size ${places.length}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
  return Uint8Array.from(Buffer.concat(parts))
}
