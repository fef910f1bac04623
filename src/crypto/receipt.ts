import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { OpenedSheet } from './sealedSheet.ts'

/** Computes the receipt (回执) of a sheet: SHA-256 over nonce and canonical text, 64 hexadecimal digits. */
export function receiptOf({ nonce, text }: OpenedSheet): string {
  return bytesToHex(sha256(concatBytes(nonce, utf8ToBytes(text))))
}
