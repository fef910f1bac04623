import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'

/** The exponent of every key, 65537, in hexadecimal. */
export const EXPONENT = '010001'

const BITS = 2048

/** Generates a key that signs the credentials of a class. */
export async function makeSigner(): Promise<{ readonly modulus: string; readonly privateKey: string }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS })
  const { n } = publicKey.export({ format: 'jwk' })
  return {
    modulus: Buffer.from(n!, 'base64url').toString('hex'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

/** Signs a blinded message; undefined if it is not a number that can be blinded: 0, 1, the modulus less one, or above it. (RFC 9474, 4.3) */
export function signBlinded(
  { modulus, privateKey }: { readonly modulus: string; readonly privateKey: string },
  blinded: string,
): string | undefined {
  const message = BigInt(`0x${blinded}`)
  if (message < 2n || message >= BigInt(`0x${modulus}`) - 1n) return undefined
  const key = createPrivateKey(privateKey)
  const bytes = Buffer.from(blinded, 'hex')
  const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes)
  // A signature that was computed wrongly would give the key away.
  if (!publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, signature).equals(bytes))
    throw new Error('the signature of a blinded message is wrong')
  return signature.toString('hex')
}

/** Whether a signature is that of a token by the key with this modulus. */
export function isCredential(key: KeyObject, token: string, signature: string): boolean {
  return verify(
    'sha384',
    Buffer.from(token, 'hex'),
    { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
    Buffer.from(signature, 'hex'),
  )
}

/** Makes the public key with this modulus. */
export function publicKeyFrom(modulus: string): KeyObject {
  const [n, e] = [modulus, EXPONENT].map(hex => Buffer.from(hex, 'hex').toString('base64url'))
  return createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: n!, e: e! } })
}
