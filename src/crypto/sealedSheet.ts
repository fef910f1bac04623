import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A sheet as it was sealed: the canonical text and the nonce of its receipt. */
export interface OpenedSheet {
  readonly nonce: Uint8Array
  readonly text: string
}

/** Length of the nonce of a receipt, in bytes. */
export const NONCE_LENGTH = 16

const KEY = 32
const TAG = 16

/** Seals a sheet to a meeting's public key. `ephemeral` is a new random private key; every sheet of a meeting gets the same `length`, whatever its marks. */
export function sealSheet(
  { nonce, text }: OpenedSheet,
  meeting: string,
  publicKey: Uint8Array,
  ephemeral: Uint8Array,
  length: number,
): Uint8Array {
  const content = utf8ToBytes(text)
  if (nonce.length !== NONCE_LENGTH) throw new RangeError('nonce of 16 bytes expected')
  if (NONCE_LENGTH + 4 + content.length > length) throw new RangeError('sheet too long')
  const padded = new Uint8Array(length)
  padded.set(nonce)
  new DataView(padded.buffer).setUint32(NONCE_LENGTH, content.length)
  padded.set(content, NONCE_LENGTH + 4)
  const own = x25519.getPublicKey(ephemeral)
  return concatBytes(
    own,
    cipherOf(x25519.getSharedSecret(ephemeral, publicKey), own, publicKey, meeting).encrypt(padded),
  )
}

/** Opens a sealed sheet; undefined if it was sealed to another key or for another meeting, or was changed. */
export function openSheet(
  sealed: Uint8Array,
  meeting: string,
  privateKey: Uint8Array,
): OpenedSheet | undefined {
  if (sealed.length < KEY + TAG + NONCE_LENGTH + 4) return undefined
  const own = sealed.slice(0, KEY)
  try {
    const shared = x25519.getSharedSecret(privateKey, own)
    const padded = cipherOf(shared, own, x25519.getPublicKey(privateKey), meeting).decrypt(sealed.slice(KEY))
    const length = new DataView(padded.buffer, padded.byteOffset).getUint32(NONCE_LENGTH)
    if (NONCE_LENGTH + 4 + length > padded.length) return undefined
    const content = padded.subarray(NONCE_LENGTH + 4, NONCE_LENGTH + 4 + length)
    return {
      nonce: padded.slice(0, NONCE_LENGTH),
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content),
    }
  } catch {
    return undefined
  }
}

/** Returns the length to which the sheets of a meeting are padded, by the number of lines and the longest name of a line in bytes. */
export function paddedLength(lines: number, longestUnit: number): number {
  return Math.ceil((512 + lines * (longestUnit + 64)) / 256) * 256
}

function cipherOf(shared: Uint8Array, own: Uint8Array, publicKey: Uint8Array, meeting: string) {
  const made = hkdf(
    sha256,
    shared,
    concatBytes(own, publicKey),
    utf8ToBytes(`hengping ballot sheet ${meeting}`),
    56,
  )
  return xchacha20poly1305(made.subarray(0, 32), made.subarray(32))
}
