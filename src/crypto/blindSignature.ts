import { concatBytes } from '@noble/hashes/utils.js'
import { inverseMod, powerMod, toBytes, toNumber } from './bigNumbers.ts'
import { encodePss, isPssOf } from './pssEncoding.ts'

/** The public key by which a meeting signs credentials: modulus and exponent, big-endian. */
export interface SignerKey {
  readonly modulus: Uint8Array
  readonly exponent: Uint8Array
}

/** The random parts of one blinding, so that the same blinding can be made again. */
interface Blinding {
  /** Drawn from all numbers below the modulus. */
  readonly factor: Uint8Array
  /** 48 bytes. */
  readonly salt: Uint8Array
}

/** A message made unreadable for the signer, and what makes its signature readable again. */
export interface Blinded {
  readonly blindedMessage: Uint8Array
  /** Stays with the voter. */
  readonly inverse: Uint8Array
}

/** Length of the random prefix of a message, in bytes. */
export const PREFIX_LENGTH = 32

/** Prepares a message by RSABSSA-SHA384-PSS-Randomized. (RFC 9474, 4.1) */
export function prepareMessage(prefix: Uint8Array, message: Uint8Array): Uint8Array {
  if (prefix.length !== PREFIX_LENGTH) throw new RangeError('prefix of 32 bytes expected')
  return concatBytes(prefix, message)
}

/** Blinds a prepared message. Returns undefined where message or factor shares a factor with the modulus: nobody meets that by chance. (RFC 9474, 4.2) */
export function blind(
  { modulus, exponent }: SignerKey,
  prepared: Uint8Array,
  { factor, salt }: Blinding,
): Blinded | undefined {
  const n = toNumber(modulus)
  const m = toNumber(encodePss(prepared, salt, bitsOf(n) - 1))
  const r = toNumber(factor) % n
  const inverse = inverseMod(r, n)
  if (inverse === undefined || inverseMod(m, n) === undefined) return undefined
  const blinded = (m * powerMod(r, toNumber(exponent), n)) % n
  return { blindedMessage: toBytes(blinded, modulus.length), inverse: toBytes(inverse, modulus.length) }
}

/** Turns the signature of a blinded message into that of the message; undefined if the signer signed something else. (RFC 9474, 4.4) */
export function finalize(
  key: SignerKey,
  prepared: Uint8Array,
  blindSignature: Uint8Array,
  inverse: Uint8Array,
): Uint8Array | undefined {
  if (blindSignature.length !== key.modulus.length) return undefined
  const n = toNumber(key.modulus)
  const signature = toBytes((toNumber(blindSignature) * toNumber(inverse)) % n, key.modulus.length)
  return isSignature(key, prepared, signature) ? signature : undefined
}

/** Whether a signature is valid for a prepared message. (RFC 8017, 8.1.2) */
export function isSignature(key: SignerKey, prepared: Uint8Array, signature: Uint8Array): boolean {
  const n = toNumber(key.modulus)
  const s = toNumber(signature)
  if (signature.length !== key.modulus.length || s >= n) return false
  const bits = bitsOf(n) - 1
  const opened = powerMod(s, toNumber(key.exponent), n)
  const length = Math.ceil(bits / 8)
  if (opened >= 1n << BigInt(8 * length)) return false
  return isPssOf(toBytes(opened, length), prepared, bits)
}

function bitsOf(n: bigint): number {
  return n.toString(2).length
}
