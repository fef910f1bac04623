import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import { readCredential, requestCredential } from '../../../crypto/credential.ts'
import { NONCE_LENGTH, sealSheet } from '../../../crypto/sealedSheet.ts'
import { slipHashOf } from '../../../crypto/slipSecret.ts'
import { sheetText } from '../../../domain/campaign/ballot/sheetText.ts'
import { points } from '../../../domain/kernel/points.ts'
import { call, newKey } from '../../client/call.ts'
import type { Ballots } from './meetingTypes.ts'

/** What made voters came to: sheets received, and how long all and the slowest one took, in ms. */
export interface MadeVotes {
  readonly sheets: number
  readonly took: number
  readonly slowest: number
}

/** So many made voters vote at the same time; a browser opens no more connections. */
const AT_ONCE = 6

/** Lets made voters vote at a rehearsal, as phones do: each with a slip of its own, and marks by dice. Throws `Refused`. */
export async function castMade(
  params: { readonly year: number; readonly meeting: string },
  { form: { classes } }: Ballots,
  voters: number,
  onVote: (sheets: number) => void,
): Promise<MadeVotes> {
  const slips: Uint8Array[] = []
  for (const [at, { id }] of classes.entries()) {
    const own = Array.from({ length: Math.floor((voters + at) / classes.length) }, () => randomBytes(32))
    if (own.length === 0) continue
    const body = { voterClass: id, slips: own.map(secret => bytesToHex(slipHashOf(secret))) }
    const route = 'POST /api/years/:year/meetings/:meeting/ballots/slips'
    await call(route, { params, body }, { key: newKey() })
    slips.push(...own)
  }
  const [waiting, times, began] = [[...slips], [] as number[], performance.now()]
  const work = async () => {
    for (let secret = waiting.pop(); secret !== undefined; secret = waiting.pop()) {
      times.push(await castOne(secret))
      onVote(times.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { sheets: times.length, took: performance.now() - began, slowest: Math.max(...times) }
}

/** Casts one sheet; returns how long the server took to redeem the slip and to keep the sheet. */
async function castOne(secret: Uint8Array): Promise<number> {
  const slip = bytesToHex(slipHashOf(secret))
  const { form, signer, sealTo, sealedLength, voterClass } = await call('POST /api/vote/slip', {
    body: { slip },
  })
  const key = { modulus: hexToBytes(signer.modulus), exponent: hexToBytes(signer.exponent) }
  const request = requestCredential(secret, form.meeting, key)
  const blinded = bytesToHex(request.blindedMessage)
  const asked = performance.now()
  const { signature: blind } = await call('POST /api/vote/redeem', { body: { slip, blinded } })
  const redeemed = performance.now()
  const signature = readCredential(key, request, hexToBytes(blind))
  const marks = form.lines.map(({ unit }) =>
    form.marks === 'points'
      ? { unit, points: points(Math.ceil(form.full * (0.6 + 0.4 * Math.random()))) }
      : { unit, grade: form.grades[Math.floor(Math.random() * form.grades.length)]!.id },
  )
  const text = sheetText(form as never, { voterClass: voterClass.id, marks })
  const opened = { nonce: randomBytes(NONCE_LENGTH), text }
  const sealed = sealSheet(opened, form.meeting, hexToBytes(sealTo!), randomBytes(32), sealedLength)
  const body = {
    meeting: form.meeting,
    voterClass: voterClass.id,
    token: bytesToHex(request.token),
    signature: bytesToHex(signature!),
    sealed: btoa(Array.from(sealed, byte => String.fromCharCode(byte)).join('')),
  }
  const sent = performance.now()
  await call('POST /api/vote/cast', { body })
  return redeemed - asked + (performance.now() - sent)
}
