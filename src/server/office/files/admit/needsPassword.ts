import { createCipheriv, createHash } from 'node:crypto'

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/**
 * Checks whether a PDF asks for a password (or a certificate) to be opened: it is encrypted, and the empty
 * password does not open it. One with an owner password only is opened by the empty one. An encryption that
 * cannot be read is left to the reader.
 */
export function needsPassword(pdf: Buffer): boolean {
  const text = pdf.toString('latin1')
  const dictionary = encryptionOf(text)
  if (dictionary === undefined) return false
  const filter = /\/Filter\s*\/([\w.]+)/.exec(dictionary)?.[1]
  if (filter !== undefined && filter !== 'Standard') return true
  const revision = numberOf(dictionary, 'R')
  const [user, owner] = [stringOf(dictionary, 'U'), stringOf(dictionary, 'O')]
  if (revision === undefined || user === undefined || owner === undefined) return false
  if (revision >= 5) return !sameHash(revision, user)
  const id = stringAt(text, /\/ID\s*\[\s*/g) ?? Buffer.alloc(0)
  const length = revision === 2 ? 5 : Math.min(16, (numberOf(dictionary, 'Length') ?? 40) / 8)
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE((numberOf(dictionary, 'P') ?? 0) | 0)
  const plain = revision >= 4 && /\/EncryptMetadata\s+false/.test(dictionary)
  const parts = [PAD, owner.subarray(0, 32), permissions, id, ...(plain ? [Buffer.alloc(4, 255)] : [])]
  let key = md5(...parts).subarray(0, length)
  if (revision === 2) return !arc4(key, PAD).equals(user.subarray(0, 32))
  for (let round = 0; round < 50; round++) key = md5(key).subarray(0, length)
  let check = md5(PAD, id)
  for (let round = 0; round < 20; round++) check = arc4(Buffer.from(key.map(byte => byte ^ round)), check)
  return !check.equals(user.subarray(0, 16))
}

/** Finds the encryption dictionary, which a PDF never encrypts or compresses. */
function encryptionOf(text: string): string | undefined {
  const found = [...text.matchAll(/\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|<<)/g)].at(-1)
  if (!found) return undefined
  if (found[1] === undefined) return text.slice(found.index + 8, found.index + 8192)
  const start = text.search(new RegExp(`(?:^|[^\\d])${found[1]}\\s+${found[2]}\\s+obj\\b`))
  if (start < 0) return undefined
  const end = text.indexOf('endobj', start)
  return text.slice(start, end < 0 ? start + 8192 : end)
}

function numberOf(dictionary: string, name: string): number | undefined {
  const all = [...dictionary.matchAll(new RegExp(`/${name}\\s+(-?\\d+)`, 'g'))].map(found => Number(found[1]))
  return name === 'Length' ? all.find(bits => bits >= 40) : all[0]
}

function stringOf(dictionary: string, name: string): Buffer | undefined {
  return stringAt(dictionary, new RegExp(`/${name}\\s*(?=[(<])`, 'g'))
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads the string that follows: `<hex>` or `(text)` with its escapes. */
function stringAt(text: string, before: RegExp): Buffer | undefined {
  const found = [...text.matchAll(before)].at(-1)
  if (!found) return undefined
  const rest = text.slice(found.index + found[0].length, found.index + 4096)
  const hex = /^<([\da-fA-F\s]*)>/.exec(rest)?.[1]
  if (hex !== undefined) return Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')
  if (!rest.startsWith('(')) return undefined
  let value = ''
  for (let [at, depth] = [1, 1]; at < rest.length; at++) {
    const sign = rest[at]!
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(rest.slice(at + 1))?.[0]
      const next = rest[at + 1] ?? ''
      if (octal !== undefined) value += String.fromCharCode(Number.parseInt(octal, 8) & 255)
      else if (next !== '\n' && next !== '\r') value += ESCAPES[next] ?? next
      at += octal?.length ?? 1
      continue
    }
    if (sign === '(') depth++
    if (sign === ')' && --depth === 0) return Buffer.from(value, 'latin1')
    value += sign
  }
  return undefined
}

/** Compares the hash of the empty password with the stored one (revisions 5 and 6). */
function sameHash(revision: number, user: Buffer): boolean {
  const salt = user.subarray(32, 40)
  let key: Buffer = createHash('sha256').update(salt).digest()
  for (let round = 0, last = 0; revision >= 6 && (round < 64 || last > round - 32); round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(
      false,
    )
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)))
    const kind = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][kind]!).update(mixed).digest()
    last = mixed.at(-1)!
  }
  return key.subarray(0, 32).equals(user.subarray(0, 32))
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RC4, which old PDFs use; OpenSSL no longer offers it. */
function arc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at)
  const swap = (one: number, other: number): void => {
    ;[state[one], state[other]] = [state[other]!, state[one]!]
  }
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + state[at]! + key[at % key.length]!) & 255
    swap(at, other)
  }
  let [one, other] = [0, 0]
  return Buffer.from(
    data.map(byte => {
      one = (one + 1) & 255
      other = (other + state[one]!) & 255
      swap(one, other)
      return byte ^ state[(state[one]! + state[other]!) & 255]!
    }),
  )
}
