import { randomBytes } from 'node:crypto'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { expect } from 'vitest'
import { readCredential, requestCredential } from '../../../src/crypto/credential.ts'
import { publicKeyOf } from '../../../src/crypto/meetingKey.ts'
import { receiptOf } from '../../../src/crypto/receipt.ts'
import { openSheet, sealSheet } from '../../../src/crypto/sealedSheet.ts'
import { slipHashOf } from '../../../src/crypto/slipSecret.ts'
import type { BallotForm, CastSheet } from '../../../src/domain/campaign/ballot/ballotForm.ts'
import { sheetText } from '../../../src/domain/campaign/ballot/sheetText.ts'
import { points } from '../../../src/domain/kernel/points.ts'
import type { Said, Visitor } from '../office.ts'
import type { planned } from './heldMeeting.ts'

type Planned = Awaited<ReturnType<typeof planned>>

/** A form as it comes over the wire: points are decimals. */
export type FormOnWire = Omit<BallotForm, 'full'> & { readonly full: number }

/** What the server shows to a slip's holder. */
export interface VotePart {
  readonly state: string
  readonly mayCast: boolean
  readonly slip: string
  readonly form: FormOnWire
  readonly voterClass: { readonly id: string }
  readonly signer: { readonly modulus: string; readonly exponent: string }
  readonly sealTo: string
  readonly sealedLength: number
}

const bytes = (length: number) => new Uint8Array(randomBytes(length))

/** Prepares the ballots of a planned meeting: prints slips, makes a key, tries both copies. */
export async function prepared(who: Visitor, meeting: Planned, slips: Readonly<Record<string, number>>) {
  const at = `${meeting.address}/ballots`
  const secrets: { readonly voterClass: string; readonly secret: Uint8Array }[] = []
  for (const [voterClass, number] of Object.entries(slips)) {
    const own = Array.from({ length: number }, () => bytes(32))
    for (const secret of own) secrets.push({ voterClass, secret })
    const hashes = own.map(secret => bytesToHex(slipHashOf(secret)))
    await ok(who.ask(`POST ${at}/slips`, { body: { voterClass, slips: hashes } }))
  }
  const key = bytes(32)
  const made = await ok(who.ask(`POST ${at}/key`, { body: { sealTo: bytesToHex(publicKeyOf(key)) } }))
  const { trials } = made.body['keys'] as { readonly trials: Readonly<Record<string, string>> }
  const id = meeting.address.split('/').at(-1)!
  for (const holder of ['teller', 'scrutineer']) {
    const { text } = openSheet(new Uint8Array(Buffer.from(trials[holder]!, 'base64')), id, key)!
    await ok(who.ask(`POST ${at}/key-tried`, { body: { holder, opened: text } }))
  }
  return { at, id, key: bytesToHex(key), secrets }
}

/** Lets all speak and opens voting. */
export async function opened(meeting: Planned): Promise<void> {
  await ok(meeting.step({ step: 'start' }))
  for (;;) {
    const { body } = await ok(meeting.step({ step: 'next' }))
    if (body['speech'] === undefined) break
  }
  await ok(meeting.step({ step: 'openVoting' }))
}

/** A voter's phone, as the page computes it; it asks what the slip is for, unless somebody of the same class did. */
export async function phone(who: Visitor, secret: Uint8Array, known?: VotePart) {
  const slip = bytesToHex(slipHashOf(secret))
  const asked = async () =>
    (await ok(who.ask('POST /api/vote/slip', { body: { slip } }))).body as unknown as VotePart
  const part = known ?? (await asked())
  const { form, voterClass } = part
  const signer = { modulus: hexToBytes(part.signer.modulus), exponent: hexToBytes(part.signer.exponent) }
  const request = requestCredential(secret, form.meeting, signer)
  const blinded = bytesToHex(request.blindedMessage)
  const redeem = (message = blinded) => who.ask('POST /api/vote/redeem', { body: { slip, blinded: message } })
  const credential = async () => {
    const { body } = await ok(redeem())
    const signature = readCredential(signer, request, hexToBytes(body['signature'] as string))!
    return {
      meeting: form.meeting,
      voterClass: voterClass.id,
      token: bytesToHex(request.token),
      signature: bytesToHex(signature),
    }
  }
  /** A message of nobody's slip, blinded for the same key. */
  const stranger = () => bytesToHex(requestCredential(bytes(32), form.meeting, signer).blindedMessage)
  const seal = (marks: CastSheet['marks']) => {
    const nonce = bytes(16)
    const text = sheetText(form as unknown as BallotForm, { voterClass: voterClass.id, marks })
    const sealed = sealSheet(
      { nonce, text },
      form.meeting,
      hexToBytes(part.sealTo),
      bytes(32),
      part.sealedLength,
    )
    return {
      sealed: Buffer.from(sealed).toString('base64'),
      receipt: receiptOf({ nonce, text }),
      nonce: bytesToHex(nonce),
      length: Buffer.byteLength(text),
    }
  }
  return { slip, part, blinded, redeem, credential, stranger, seal }
}

/** Redeems a slip and casts a sheet; returns its receipt and nonce, which only the voter knows. */
export async function votes(who: Visitor, secret: Uint8Array, marks: CastSheet['marks']) {
  const own = await phone(who, secret)
  const { sealed, receipt, nonce } = own.seal(marks)
  await ok(who.ask('POST /api/vote/cast', { body: { ...(await own.credential()), sealed } }))
  return { receipt, nonce }
}

/** Marks all lines of a form by a rule. */
export function markAll(
  { lines }: Pick<BallotForm, 'lines'>,
  worth: (at: number) => number | undefined,
): CastSheet['marks'] {
  return lines.map(({ unit }, at) => {
    const value = worth(at)
    return value === undefined ? { unit } : { unit, points: points(value) }
  })
}

/** Expects an answer of 200. */
export async function ok(said: Promise<Said>): Promise<Said> {
  const answer = await said
  expect(answer.status, answer.text).toBe(200)
  return answer
}
