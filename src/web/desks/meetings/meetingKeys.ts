import { bytesToHex } from '@noble/hashes/utils.js'
import { printKeyCopy, publicKeyOf, readKeyCopy } from '../../../crypto/meetingKey.ts'
import { openSheet } from '../../../crypto/sealedSheet.ts'

/** Makes the key of a meeting in this browser: its public half for the server, its private half as the text of a copy. */
export function makeMeetingKey(): { readonly sealTo: string; readonly copy: string } {
  const privateKey = crypto.getRandomValues(new Uint8Array(32))
  return { sealTo: bytesToHex(publicKeyOf(privateKey)), copy: printKeyCopy(privateKey) }
}

/** Reads a copy of the key, from a file or typed, as hexadecimal digits. */
export function readCopy(text: string): string | undefined {
  const key = readKeyCopy(text)
  return key === undefined ? undefined : bytesToHex(key)
}

/** Opens the sealed text by which a copy is tried; undefined if the copy is of another meeting. */
export function openTrial(trial: string, meeting: string, text: string): string | undefined {
  const key = readKeyCopy(text)
  if (key === undefined) return undefined
  return openSheet(
    Uint8Array.from(atob(trial), letter => letter.charCodeAt(0)),
    meeting,
    key,
  )?.text
}
