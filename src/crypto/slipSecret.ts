import { hkdf } from '@noble/hashes/hkdf.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Digits and letters of a slip's code (票条编码): without I, L, O and U, which are misread or spell words. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Letters of a slip's code: 80 bits. */
export const CODE_LENGTH = 16

/** A slip's secret costs as many hashes to try, so that a stored hash cannot be searched through. */
const ROUNDS = 2000

/** Makes a slip's code from 16 random bytes, each giving one of 32 letters. */
export function slipCodeFrom(random: Uint8Array): string {
  if (random.length !== CODE_LENGTH) throw new RangeError('16 random bytes expected')
  return Array.from(random, byte => LETTERS[byte & 31]!).join('')
}

/** Reads a code as somebody types it: any case, blanks, dashes, O for 0, I and L for 1; undefined if it is none. */
export function readSlipCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\-_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === CODE_LENGTH && Array.from(code).every(letter => LETTERS.includes(letter))
    ? code
    : undefined
}

/** Prints a code in groups of four. */
export function printSlipCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** Derives a slip's secret from its code. It stays with the slip. */
export function slipSecretOf(code: string): Uint8Array {
  return pbkdf2(sha256, utf8ToBytes(code), utf8ToBytes('hengping ballot slip'), { c: ROUNDS, dkLen: 32 })
}

/** Derives what the server knows a slip by. It does not lead to the code, nor to the credential. */
export function slipHashOf(secret: Uint8Array): Uint8Array {
  return hkdf(sha256, secret, undefined, utf8ToBytes('hengping ballot slip hash'), 32)
}
