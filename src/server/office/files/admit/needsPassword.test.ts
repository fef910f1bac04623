import { createCipheriv, createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { needsPassword } from './needsPassword.ts'

const FILL = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const ID = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
const OWNER = Buffer.alloc(32, 7)
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest()

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = [...Array(256).keys()]
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + box[i]! + key[i % key.length]!) % 256
    ;[box[i], box[j]] = [box[j]!, box[i]!]
  }
  let [i, j] = [0, 0]
  return Buffer.from(
    [...data].map(byte => {
      i = (i + 1) % 256
      j = (j + box[i]!) % 256
      ;[box[i], box[j]] = [box[j]!, box[i]!]
      return byte ^ box[(box[i]! + box[j]!) % 256]!
    }),
  )
}

/** The value of /U for a user password, by the standard's own steps. */
function userValue(revision: number, password: string, permissions: number): Buffer {
  const word = Buffer.concat([Buffer.from(password, 'latin1'), FILL]).subarray(0, 32)
  const four = Buffer.alloc(4)
  four.writeInt32LE(permissions)
  let key = md5(word, OWNER, four, ID)
  if (revision === 2) return rc4(key.subarray(0, 5), FILL)
  for (let at = 0; at < 50; at++) key = md5(key.subarray(0, 16))
  let value = rc4(key.subarray(0, 16), md5(FILL, ID))
  for (let at = 1; at < 20; at++) value = rc4(Buffer.from(key.subarray(0, 16).map(byte => byte ^ at)), value)
  return Buffer.concat([value, Buffer.alloc(16)])
}

function newUserValue(revision: number, password: string): Buffer {
  const [word, salts] = [Buffer.from(password), Buffer.from('0102030405060708090a0b0c0d0e0f10', 'hex')]
  let k: Buffer = createHash('sha256')
    .update(Buffer.concat([word, salts.subarray(0, 8)]))
    .digest()
  for (let i = 0, last = 0; revision === 6 && (i < 64 || last > i - 32); i++) {
    const k1 = Buffer.concat(Array.from({ length: 64 }, () => Buffer.concat([word, k])))
    const cipher = createCipheriv('aes-128-cbc', k.subarray(0, 16), k.subarray(16, 32)).setAutoPadding(false)
    const e = cipher.update(k1)
    const rest = Number(BigInt(`0x${e.subarray(0, 16).toString('hex')}`) % 3n)
    k = createHash(['sha256', 'sha384', 'sha512'][rest]!).update(e).digest()
    last = e.at(-1)!
  }
  return Buffer.concat([k.subarray(0, 32), salts])
}

function pdf(revision: number, user: Buffer, written: 'hex' | 'text' = 'hex'): Buffer {
  const text = (value: Buffer) =>
    written === 'hex'
      ? `<${value.toString('hex')}>`
      : `(${[...value].map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('')})`
  const length = revision === 2 ? 40 : revision < 5 ? 128 : 256
  return Buffer.from(
    `%PDF-1.7\n4 0 obj\n<</Filter/Standard/CF<</StdCF<</Length 16>>>>/V 2/R ${revision}/Length ${length}/P -4/O ${text(OWNER)}/U ${text(user)}>>\nendobj\ntrailer<</Root 1 0 R/ID[${text(ID)}${text(ID)}]/Encrypt 4 0 R>>\n%%EOF`,
    'latin1',
  )
}

test.each([2, 3, 4])(
  'revision %d: one with an owner password only is welcome, one that asks to be opened is not',
  revision => {
    for (const written of ['hex', 'text'] as const) {
      expect(needsPassword(pdf(revision, userValue(revision, '', -4), written))).toBe(false)
      expect(needsPassword(pdf(revision, userValue(revision, '开', -4), written))).toBe(true)
    }
  },
)

test.each([5, 6])('revision %d, with AES', revision => {
  expect(needsPassword(pdf(revision, newUserValue(revision, '')))).toBe(false)
  expect(needsPassword(pdf(revision, newUserValue(revision, 'secret')))).toBe(true)
})

test('one without encryption, or with a dictionary that cannot be read, is left alone; one with a certificate is not', () => {
  expect(needsPassword(Buffer.from('%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF'))).toBe(false)
  expect(needsPassword(Buffer.from('%PDF-1.4\ntrailer<</Encrypt 9 0 R>>\n%%EOF'))).toBe(false)
  expect(needsPassword(Buffer.from('trailer<</Encrypt<</Filter/Adobe.PubSec/V 4>>>>'))).toBe(true)
})
