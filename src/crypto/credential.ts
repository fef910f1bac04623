import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import {
  type Blinded,
  blind,
  finalize,
  PREFIX_LENGTH,
  prepareMessage,
  type SignerKey,
} from './blindSignature.ts'
import { SALT_LENGTH } from './pssEncoding.ts'

/** A credential before it is signed: what goes to the signer, and what the voter keeps. */
export interface CredentialRequest extends Blinded {
  /** The prepared message, 64 bytes: with its signature it admits one sheet. */
  readonly token: Uint8Array
}

const MESSAGE_LENGTH = 32

/** Derives the credential (凭证) of a slip (票条), always the same for slip, meeting and key: another phone with the slip restores it. Only who knows the slip's secret can say which token belongs to it. */
export function requestCredential(secret: Uint8Array, meeting: string, key: SignerKey): CredentialRequest {
  for (let attempt = 0; ; attempt++) {
    const derive = (what: string, length: number): Uint8Array =>
      hkdf(sha256, secret, key.modulus, utf8ToBytes(`hengping ballot ${what} ${attempt} ${meeting}`), length)
    const token = prepareMessage(derive('prefix', PREFIX_LENGTH), derive('message', MESSAGE_LENGTH))
    // 16 bytes more than the modulus, so that the remainder is even over all numbers below it.
    const factor = derive('factor', key.modulus.length + 16)
    const blinded = blind(key, token, { factor, salt: derive('salt', SALT_LENGTH) })
    if (blinded !== undefined) return { ...blinded, token }
  }
}

/** Reads the signature of a credential from the signer's answer; undefined if the answer is not valid. */
export function readCredential(
  key: SignerKey,
  { token, inverse }: CredentialRequest,
  blindSignature: Uint8Array,
): Uint8Array | undefined {
  return finalize(key, token, blindSignature, inverse)
}
