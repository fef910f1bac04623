import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Computes the SHA-256 of bytes or of a text's UTF-8 as 64 lower-case hexadecimal digits; works over plain http, where browsers offer none. */
export function sha256(content: ArrayBuffer | string): string {
  return bytesToHex(digest(typeof content === 'string' ? utf8ToBytes(content) : new Uint8Array(content)))
}
