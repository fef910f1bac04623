import sharp from 'sharp'

const SIDE = 32
const LOW = 8
/** Below this spread of grey, pictures cannot be distinguished: a blank page, a dark lens. */
const LEAST_SPREAD = 6

/** Computes the perceptual hash: 64 bits of what a picture looks like, as hex; similar for similar pictures, whatever their size and compression. `undefined` if the picture shows nothing. Throws on a broken picture. */
export async function hashPicture(bytes: Uint8Array): Promise<string | undefined> {
  const grey = await sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    .greyscale()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer()
  return hashGrey(grey)
}

/** Splits a perceptual hash into bytes with their positions, for an index: hashes that differ in fewer than eight bits share one. */
export function partsOfHash(phash: string): readonly number[] {
  return Array.from(
    { length: 8 },
    (_part, at) => at * 256 + Number.parseInt(phash.slice(at * 2, at * 2 + 2), 16),
  )
}

/** Compares the lowest frequencies of the picture (DCT) each with their median. */
function hashGrey(grey: Uint8Array): string | undefined {
  if (spreadOf(grey) < LEAST_SPREAD) return undefined
  const waves = lowWaves(grey)
  const sorted = waves.slice(1).toSorted((one, other) => one - other)
  const median = sorted[sorted.length >> 1]!
  let hash = 0n
  for (const wave of waves) hash = (hash << 1n) | (wave > median ? 1n : 0n)
  return hash.toString(16).padStart(16, '0')
}

function spreadOf(grey: Uint8Array): number {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length
  return Math.sqrt(grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length)
}

const COSINES = Array.from({ length: LOW }, (_wave, wave) =>
  Array.from({ length: SIDE }, (_place, place) => Math.cos((Math.PI / SIDE) * (place + 0.5) * wave)),
)

function lowWaves(grey: Uint8Array): number[] {
  const byRow = COSINES.map(cosines =>
    Array.from({ length: SIDE }, (_row, row) =>
      cosines.reduce((sum, cosine, place) => sum + cosine * grey[row * SIDE + place]!, 0),
    ),
  )
  return COSINES.flatMap(cosines =>
    byRow.map(rows => cosines.reduce((sum, cosine, row) => sum + cosine * rows[row]!, 0)),
  )
}
