import { unzipSync } from 'fflate'

/** A mobile number, an identity number and a network address, as whole words. */
export const PERSONAL: readonly RegExp[] = [
  /(?<![\w.])1[3-9]\d{9}(?![\w.])/,
  /(?<![\w.])\d{17}[\dX](?![\w.])/,
  /(?<![\w.])\d{1,3}(\.\d{1,3}){3}(?![\w.])/,
]

/** Every file of an archive as text, those inside workbooks and documents too. */
export function textsOf(files: ReadonlyMap<string, Uint8Array>) {
  return [...files].flatMap(([path, bytes]) =>
    /\.(xlsx|docx)$/.test(path)
      ? Object.entries(unzipSync(bytes)).map(([inner, part]) => ({
          path: `${path}/${inner}`,
          text: Buffer.from(part).toString(),
        }))
      : [{ path, text: Buffer.from(bytes).toString() }],
  )
}
