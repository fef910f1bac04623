import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Computes the receipt (回执) of a sheet from its receipt text: SHA-256, 64 hexadecimal digits. */
export function receiptOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
