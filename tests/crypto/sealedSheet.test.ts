import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printKeyCopy, publicKeyOf, readKeyCopy } from '../../src/crypto/meetingKey.ts'
import { receiptOf } from '../../src/crypto/receipt.ts'
import { openSheet, paddedLength, sealSheet } from '../../src/crypto/sealedSheet.ts'
import {
  printSlipCode,
  readSlipCode,
  slipCodeFrom,
  slipHashOf,
  slipSecretOf,
} from '../../src/crypto/slipSecret.ts'
import { sized } from '../longRun.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const privateKey = new Uint8Array(32).fill(7)
const publicKey = publicKeyOf(privateKey)

test('a sealed sheet is opened by the key of its meeting alone, and any changed bit closes it', () => {
  fc.assert(
    fc.property(
      bytes(16),
      bytes(32),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.nat(),
      (nonce, own, text, bit) => {
        const sealed = sealSheet({ nonce, text }, 'm1', publicKey, own, 4096)
        expect(sealed).toHaveLength(4096 + 32 + 16)
        expect(openSheet(sealed, 'm1', privateKey)).toEqual({ nonce, text })
        expect(openSheet(sealed, 'm2', privateKey)).toBeUndefined()
        expect(openSheet(sealed, 'm1', new Uint8Array(32).fill(8))).toBeUndefined()
        const changed = sealed.slice()
        const at = bit % (sealed.length * 8)
        // The highest bit of a point is left out of X25519.
        changed[at >> 3]! ^= 1 << (at & 7)
        if (at !== 255) expect(openSheet(changed, 'm1', privateKey)).toBeUndefined()
      },
    ),
    { numRuns: sized(25, 8) },
  )
  expect(openSheet(new Uint8Array(20), 'm1', privateKey)).toBeUndefined()
  expect(openSheet(new Uint8Array(400), 'm1', privateKey)).toBeUndefined()
})

test('sheets of a meeting are all as long, whatever their marks; one that does not fit is refused', () => {
  const length = paddedLength(40, 12)
  expect(length % 256).toBe(0)
  const seal = (text: string) =>
    sealSheet({ nonce: new Uint8Array(16), text }, 'm', publicKey, privateKey, length)
  expect(seal('').length).toBe(seal('x'.repeat(length - 20)).length)
  expect(() => seal('x'.repeat(length - 19))).toThrow(RangeError)
  expect(() => sealSheet({ nonce: new Uint8Array(3), text: '' }, 'm', publicKey, privateKey, length)).toThrow(
    RangeError,
  )
})

test('a receipt is the SHA-256 of nonce and text', () => {
  const nonce = new Uint8Array(16).fill(1)
  expect(receiptOf({ nonce, text: '{"marks":[]}' })).toBe(
    createHash('sha256').update(nonce).update('{"marks":[]}').digest('hex'),
  )
})

test('a copy of the key is read from file or typed text, and a wrong letter is noticed', () => {
  fc.assert(
    fc.property(bytes(32), fc.integer({ min: 4, max: 90 }), (secret, at) => {
      const copy = printKeyCopy(secret)
      expect(readKeyCopy(copy)).toEqual(secret)
      expect(readKeyCopy(`计票人的密钥\n${copy.toLowerCase()}\n请妥善保管`)).toEqual(secret)
      if (copy[at] !== '-') {
        const wrong = copy.slice(0, at) + (copy[at] === '0' ? '1' : '0') + copy.slice(at + 1)
        expect(readKeyCopy(wrong)).toBeUndefined()
      }
    }),
    { numRuns: sized(50, 12) },
  )
  for (const text of ['', 'HP1-', 'HP1-1234', '没有密钥的文件']) expect(readKeyCopy(text)).toBeUndefined()
})

test('a code is read as people type it', () => {
  const code = slipCodeFrom(Uint8Array.from({ length: 16 }, (_, at) => at * 17))
  expect(readSlipCode(printSlipCode(code).toLowerCase())).toBe(code)
  expect(readSlipCode(` ${printSlipCode(code).replace(/-/g, '—')} `)).toBe(code)
  expect(readSlipCode('oil0-oil0-oil0-oil0')).toBe('0110011001100110')
  for (const typed of ['', code.slice(1), `${code}0`, 'UUUU-UUUU-UUUU-UUUU', '票条'])
    expect(readSlipCode(typed)).toBeUndefined()
  expect(() => slipCodeFrom(new Uint8Array(3))).toThrow(RangeError)
})

test('the secret of a slip leads to its hash; two codes share neither', () => {
  const [one, other] = ['0000000000000000', '0000000000000001'].map(slipSecretOf)
  expect(slipSecretOf('0000000000000000')).toEqual(one)
  expect(slipHashOf(one!)).toHaveLength(32)
  expect(slipHashOf(one!)).not.toEqual(slipHashOf(other!))
  expect(slipHashOf(one!)).not.toEqual(one)
})
