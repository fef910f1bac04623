import { sha384 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

const HASH = 48

/** Length of the salt of RSABSSA-SHA384-PSS-Randomized, in bytes. */
export const SALT_LENGTH = 48

/** Encodes a message for signing by EMSA-PSS with SHA-384. `bits` is one less than the length of the modulus. (RFC 8017, 9.1.1) */
export function encodePss(message: Uint8Array, salt: Uint8Array, bits: number): Uint8Array {
  const length = Math.ceil(bits / 8)
  if (length < HASH + salt.length + 2) throw new RangeError('modulus too short')
  const hash = digestOf(message, salt)
  const block = new Uint8Array(length - HASH - 1)
  block[block.length - salt.length - 1] = 1
  block.set(salt, block.length - salt.length)
  mask(block, hash)
  block[0]! &= 0xff >> (8 * length - bits)
  return concatBytes(block, hash, Uint8Array.of(0xbc))
}

/** Whether an encoded message is one of `message`, with a salt of the usual length. (RFC 8017, 9.1.2) */
export function isPssOf(encoded: Uint8Array, message: Uint8Array, bits: number): boolean {
  const length = Math.ceil(bits / 8)
  if (encoded.length !== length || length < HASH + SALT_LENGTH + 2 || encoded[length - 1] !== 0xbc)
    return false
  const block = encoded.slice(0, length - HASH - 1)
  const hash = encoded.subarray(length - HASH - 1, length - 1)
  const top = 0xff >> (8 * length - bits)
  if ((block[0]! & ~top) !== 0) return false
  mask(block, hash)
  block[0]! &= top
  const salt = block.subarray(block.length - SALT_LENGTH)
  const padding = block.subarray(0, block.length - SALT_LENGTH)
  if (padding.some((byte, at) => byte !== (at === padding.length - 1 ? 1 : 0))) return false
  return digestOf(message, salt).every((byte, at) => byte === hash[at])
}

function digestOf(message: Uint8Array, salt: Uint8Array): Uint8Array {
  return sha384(concatBytes(new Uint8Array(8), sha384(message), salt))
}

/** Masks a block in place by MGF1. (RFC 8017, B.2.1) */
function mask(block: Uint8Array, seed: Uint8Array): void {
  for (let part = 0; part * HASH < block.length; part++) {
    const stream = sha384(concatBytes(seed, Uint8Array.of(part >> 24, part >> 16, part >> 8, part)))
    const end = Math.min(block.length, (part + 1) * HASH)
    for (let at = part * HASH; at < end; at++) block[at]! ^= stream[at - part * HASH]!
  }
}
