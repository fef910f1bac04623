import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Changes the text of a part of a .docx, as somebody would who edits it. */
export function editDocx(
  bytes: Uint8Array,
  change: (text: string) => string,
  part = 'word/document.xml',
): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) })
}
