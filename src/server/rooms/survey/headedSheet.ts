/** Bytes of every head. */
const HEAD = 1024

/** Puts a head of one size before a sealed sheet. */
export function headed(head: object, sheet: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(HEAD, ' ')
  const text = Buffer.from(JSON.stringify(head))
  if (text.length > HEAD) throw new Error('the head of a sheet is too long')
  text.copy(bytes)
  return Buffer.concat([bytes, sheet])
}

/** Reads a head and the sheet after it; `undefined` where it was not written whole. */
export function readHeaded<H>(
  bytes: Uint8Array,
): { readonly head: H; readonly sheet: Uint8Array } | undefined {
  if (bytes.length <= HEAD) return undefined
  try {
    return {
      head: JSON.parse(Buffer.from(bytes.subarray(0, HEAD)).toString()) as H,
      sheet: bytes.subarray(HEAD),
    }
  } catch {
    return undefined
  }
}
