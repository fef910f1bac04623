import { x25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'

const MARK = 'HP1'
const CHECK = 4

/** Returns the public half of a meeting's key, 32 bytes. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return x25519.getPublicKey(privateKey)
}

/** Writes the private half as the text of a copy, for a file or a QR code: with a check, so that a typing error is noticed. */
export function printKeyCopy(privateKey: Uint8Array): string {
  const content = bytesToHex(concatBytes(privateKey, checkOf(privateKey))).toUpperCase()
  return `${MARK}-${content.replace(/(.{4})(?=.)/g, '$1-')}`
}

/** Reads a copy of the private half, from a file or typed; undefined if it is none or was changed. */
export function readKeyCopy(text: string): Uint8Array | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
  const found = /HP1([0-9A-F]{72})(?![0-9A-F])/.exec(plain)
  if (found === null) return undefined
  const bytes = hexToBytes(found[1]!.toLowerCase())
  const privateKey = bytes.slice(0, 32)
  return checkOf(privateKey).every((byte, at) => byte === bytes[32 + at]) ? privateKey : undefined
}

function checkOf(privateKey: Uint8Array): Uint8Array {
  return sha256(privateKey).slice(0, CHECK)
}
