import { constants, createPrivateKey, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inverseMod, powerMod, toBytes, toNumber } from '../../src/crypto/bigNumbers.ts'
import {
  blind,
  finalize,
  isSignature,
  prepareMessage,
  type SignerKey,
} from '../../src/crypto/blindSignature.ts'
import { readCredential, requestCredential } from '../../src/crypto/credential.ts'
import { isPssOf } from '../../src/crypto/pssEncoding.ts'
import {
  isCredential,
  publicKeyFrom,
  signBlinded,
} from '../../src/server/rooms/meetings/ballots/signCredential.ts'
import { RFC_9474 } from './rfc9474.ts'
import { sized } from '../longRun.ts'

const vector = Object.fromEntries(
  Object.entries(RFC_9474).map(([name, hex]) => [name, hexToBytes(hex)]),
) as Record<keyof typeof RFC_9474, Uint8Array>
const rfcKey: SignerKey = { modulus: vector.modulus, exponent: vector.exponent }
const n = toNumber(vector.modulus)

/** Raw RSA by node:crypto, as the server signs. */
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = pair.publicKey.export({ format: 'jwk' })
const key: SignerKey = {
  modulus: new Uint8Array(Buffer.from(jwk.n!, 'base64url')),
  exponent: new Uint8Array(Buffer.from(jwk.e!, 'base64url')),
}
const sign = (blinded: Uint8Array): Uint8Array =>
  new Uint8Array(privateDecrypt({ key: pair.privateKey, padding: constants.RSA_NO_PADDING }, blinded))

test('RFC 9474 A: preparing, blinding and finalizing give the values of the vector', () => {
  expect(prepareMessage(vector.prefix, vector.message)).toEqual(vector.prepared)
  // The vector names the inverse of the factor; the inverse of that is the factor.
  const factor = toBytes(powerMod(toNumber(vector.inverse), euler(n) - 1n, n), vector.modulus.length)
  const blinded = blind(rfcKey, vector.prepared, { factor, salt: vector.salt })!
  expect(blinded.blindedMessage).toEqual(vector.blindedMessage)
  expect(blinded.inverse).toEqual(vector.inverse)
  expect(powerMod(toNumber(vector.blindedMessage), toNumber(vector.privateExponent), n)).toBe(
    toNumber(vector.blindSignature),
  )
  expect(finalize(rfcKey, vector.prepared, vector.blindSignature, vector.inverse)).toEqual(vector.signature)
  expect(isSignature(rfcKey, vector.prepared, vector.signature)).toBe(true)
})

test('RFC 9474 A: the server gives the blind signature of the vector and admits its signature', () => {
  const url = (value: bigint) =>
    Buffer.from(toBytes(value, Math.ceil(value.toString(16).length / 2))).toString('base64url')
  const [p, q, d, e] = [vector.p, vector.q, vector.privateExponent, vector.exponent].map(toNumber) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const parts = { n, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverseMod(q, p)! }
  const jwk = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, url(value)]))
  const signer = {
    privateKey: createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...jwk } }).export({
      type: 'pkcs8',
      format: 'pem',
    }) as string,
    modulus: RFC_9474.modulus,
  }
  expect(signBlinded(signer, RFC_9474.blindedMessage)).toBe(RFC_9474.blindSignature)
  const admits = publicKeyFrom(RFC_9474.modulus)
  expect(isCredential(admits, RFC_9474.prepared, RFC_9474.signature)).toBe(true)
  expect(isCredential(admits, RFC_9474.prepared, RFC_9474.blindSignature)).toBe(false)
  // (4.3) A number that is none of 2 … modulus − 2 is refused.
  for (const faulty of [0n, 1n, n - 1n, n, n + 1n, (1n << 4096n) - 1n])
    expect(signBlinded(signer, faulty.toString(16).padStart(1024, '0'))).toBeUndefined()
})

test('RFC 9474: a changed bit of message, signature or answer is refused', () => {
  fc.assert(
    fc.property(fc.nat(vector.signature.length * 8 - 1), bit => {
      const changed = flip(vector.signature, bit)
      expect(isSignature(rfcKey, vector.prepared, changed)).toBe(false)
      expect(
        finalize(rfcKey, vector.prepared, flip(vector.blindSignature, bit), vector.inverse),
      ).toBeUndefined()
      expect(
        isSignature(rfcKey, flip(vector.prepared, bit % (vector.prepared.length * 8)), vector.signature),
      ).toBe(false)
    }),
    { numRuns: sized(30, 8) },
  )
  expect(isSignature(rfcKey, vector.prepared, vector.signature.slice(1))).toBe(false)
  expect(isSignature(rfcKey, vector.prepared, toBytes(toNumber(vector.signature) + n, 513).slice(1))).toBe(
    false,
  )
  expect(isPssOf(new Uint8Array(512), vector.prepared, 4095)).toBe(false)
  expect(isPssOf(new Uint8Array(10), vector.prepared, 4095)).toBe(false)
})

test('a factor that shares a factor with the modulus blinds nothing', () => {
  expect(blind(rfcKey, vector.prepared, { factor: new Uint8Array(512), salt: vector.salt })).toBeUndefined()
})

test('a credential signed by node:crypto is verified by node:crypto, and restored from the slip alone', () => {
  for (let at = 0; at < 20; at++) {
    const secret = new Uint8Array(32).fill(at)
    const request = requestCredential(secret, 'm1', key)
    const signature = readCredential(key, request, sign(request.blindedMessage))!
    expect(request.token).toHaveLength(64)
    expect(
      verify(
        'sha384',
        request.token,
        { key: pair.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 },
        signature,
      ),
    ).toBe(true)
    expect(requestCredential(secret, 'm1', key)).toEqual(request)
    expect(readCredential(key, request, sign(utf8ToBytes('x'.repeat(256)).fill(1)))).toBeUndefined()
  }
  const [one, other, elsewhere] = [
    requestCredential(new Uint8Array(32), 'm1', key),
    requestCredential(new Uint8Array(32).fill(1), 'm1', key),
    requestCredential(new Uint8Array(32), 'm2', key),
  ]
  expect(new Set([one, other, elsewhere].map(({ token }) => token.join())).size).toBe(3)
})

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice()
  changed[bit >> 3]! ^= 1 << (bit & 7)
  return changed
}

/** Euler of the modulus, from private and public exponent: a multiple of the order is enough to invert. */
function euler(modulus: bigint): bigint {
  expect(modulus).toBe(n)
  return toNumber(vector.privateExponent) * toNumber(vector.exponent) - 1n
}
