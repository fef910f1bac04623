import { type LocatedFault, locateTextFault } from './locatedFault.ts'

/** A file: its display name and its bytes. */
export interface FileBytes {
  readonly file: string
  readonly bytes: Uint8Array
}

/** The size limit of a scheme file, in bytes. A full scheme takes about fifty thousand. */
export const MOST_BYTES = 4 * 1024 * 1024

/** Decodes text: UTF-8 only, removing a BOM with a warning. Empty, too large, binary, GBK or UTF-16: a fault and no text. */
export function decodeText({ file, bytes }: FileBytes): {
  readonly text?: string
  readonly faults: readonly LocatedFault[]
} {
  if (bytes.length > MOST_BYTES) {
    return { faults: [locateTextFault('fileTooLarge', { bytes: bytes.length, most: MOST_BYTES }, { file })] }
  }
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { faults: [locateTextFault('fileNotUtf8', { looks: 'utf16' }, { file, line: 1, column: 1 })] }
  }
  if (bytes.includes(0)) return { faults: [locateTextFault('fileNotText', {}, { file })] }
  const text = decoded(bytes, 'utf-8')
  if (text === undefined) {
    const looks = decoded(bytes, 'gb18030') === undefined ? 'unknown' : 'gbk'
    return {
      faults: [locateTextFault('fileNotUtf8', { looks }, { file, line: firstBadLine(bytes), column: 1 })],
    }
  }
  const hasBom = text.startsWith('\ufeff')
  const plain = hasBom ? text.slice(1) : text
  if (plain.trim() === '') return { faults: [locateTextFault('fileEmpty', {}, { file })] }
  return {
    text: plain,
    faults: hasBom ? [locateTextFault('fileHasBom', {}, { file, line: 1, column: 1 })] : [],
  }
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let [line, start] = [1, 0]
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, start)) {
    if (decoded(bytes.subarray(start, at), 'utf-8') === undefined) return line
    line++
    start = at + 1
  }
  return line
}
