import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

const [IV, TAG] = [12, 16]

/** Seals bytes under a key (AES-256-GCM); `about` must be the same to open them. */
function seal(key: Uint8Array, plain: Uint8Array, about: string): Uint8Array {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens sealed bytes. Throws where key, bytes or `about` are others. */
function unseal(key: Uint8Array | KeyObject, sealed: Uint8Array, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV))
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(sealed.length - TAG))
  return Buffer.concat([decipher.update(sealed.subarray(IV, sealed.length - TAG)), decipher.final()])
}

/** Seals a JSON value, filled up to `size` bytes, so that the length says nothing. */
export function sealValue(key: Uint8Array, value: unknown, about: string, size: number): Uint8Array {
  const text = Buffer.from(JSON.stringify(value))
  if (text.length > size) throw new RangeError(`${text.length} bytes do not fit into ${size}`)
  return seal(key, Buffer.concat([text, Buffer.alloc(size - text.length, ' ')]), about)
}

/** Opens a sealed JSON value. */
export function unsealValue<T>(key: Uint8Array | KeyObject, sealed: Uint8Array, about: string): T {
  return JSON.parse(unseal(key, sealed, about).toString()) as T
}

/** Returns a function that hashes texts under a key: equal texts are found, and nothing is learned without the key. */
export function keyedHasher(key: Uint8Array, use: string): (text: string) => Uint8Array {
  const own = Buffer.from(hkdfSync('sha256', key, '', use, 32))
  return text => createHmac('sha256', own).update(text).digest()
}
