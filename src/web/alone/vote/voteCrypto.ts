import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import { type CredentialRequest, readCredential, requestCredential } from '../../../crypto/credential.ts'
import { receiptOf } from '../../../crypto/receipt.ts'
import { NONCE_LENGTH, sealSheet } from '../../../crypto/sealedSheet.ts'
import { slipHashOf, slipSecretOf } from '../../../crypto/slipSecret.ts'
import type { VotePart } from './ask.ts'
import type { PendingSheet } from './keptVote.ts'

/** A credential: token and signature, in hexadecimal. */
export interface Credential {
  readonly token: string
  readonly signature: string
}

const secrets = new Map<string, Uint8Array>()

/** Derives a slip's secret once: on a slow phone it takes a fifth of a second. */
function secretOf(code: string): Uint8Array {
  const secret = secrets.get(code) ?? slipSecretOf(code)
  secrets.set(code, secret)
  return secret
}

/** Returns what the server knows a slip by, in hexadecimal. */
export function hashOfSlip(code: string): string {
  return bytesToHex(slipHashOf(secretOf(code)))
}

/** Derives the credential of a slip, not signed yet. */
export function requestOf(code: string, { form, signer }: VotePart): CredentialRequest {
  return requestCredential(secretOf(code), form.meeting, keyOf(signer))
}

/** Reads the signature of a credential; undefined if the server's answer is not valid. */
export function credentialFrom(
  { signer }: VotePart,
  request: CredentialRequest,
  blindSignature: string,
): Credential | undefined {
  const signature = readCredential(keyOf(signer), request, hexToBytes(blindSignature))
  return signature && { token: bytesToHex(request.token), signature: bytesToHex(signature) }
}

/** Seals the text of a sheet, with a nonce of its own, and computes its receipt. */
export function sealText(
  text: string,
  { form, sealedLength, voterClass }: VotePart,
  sealTo: string,
  credential: Credential,
): PendingSheet {
  const opened = { nonce: randomBytes(NONCE_LENGTH), text }
  const sealed = sealSheet(opened, form.meeting, hexToBytes(sealTo), randomBytes(32), sealedLength)
  return {
    ...credential,
    voterClass: voterClass.id,
    sealed: toBase64(sealed),
    kept: bytesToHex(sha256(sealed)),
    receipt: receiptOf(opened),
  }
}

function keyOf({ modulus, exponent }: VotePart['signer']) {
  return { modulus: hexToBytes(modulus), exponent: hexToBytes(even(exponent)) }
}

function even(hex: string): string {
  return hex.length % 2 === 0 ? hex : `0${hex}`
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
