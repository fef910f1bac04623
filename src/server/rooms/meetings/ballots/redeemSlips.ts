import { hash } from 'node:crypto'
import { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import { listSigners, type StoredSigner } from './ballots.store.ts'
import { inGroups } from './groupQueue.ts'
import { loadKnown } from './loadKnown.ts'
import { signBlinded } from './signCredential.ts'
import { findSlips, listSigned, lockSigning, markRedeemed } from './vote.store.ts'
import { votingStateOf } from './votingState.ts'

/** A slip by its stored hash, and the blinded message to sign for it, in hexadecimal. */
interface Redemption {
  readonly slip: string
  readonly message: string
}

/** What redeeming a slip gives: the blind signature, or why there is none. */
export type RedeemAnswer = { readonly signature: string } | Refusal

/**
 * Redeems a slip, together with others: one statement reads them and one marks them. What is signed leaves
 * only once the mark is on the disk. No `change()`, for the same reason as with sheets.
 */
export const redeem = inGroups<Redemption, RedeemAnswer>(50, async ({ db, now }, asked) => {
  const slips = new Map(
    (
      await findSlips(
        db,
        asked.map(({ slip }) => slip),
      )
    ).map(row => [row.slip, row]),
  )
  const meetings = new Map([...slips.values()].map(({ meeting, revision }) => [meeting, revision]))
  const signers = await listSigners(db, [...meetings.keys()])
  const states = new Map<string, ReturnType<typeof votingStateOf>>()
  for (const [meeting, revision] of meetings)
    states.set(
      meeting,
      votingStateOf((await loadKnown(db, meeting, revision))!, undefined, now().toISOString()),
    )
  const signed = asked.map(({ slip, message }) => {
    const found = slips.get(slip)
    if (found === undefined) return refuse('voteSlipUnknown', {})
    const state = states.get(found.meeting)!
    const signer = signers.find(one => one.meeting === found.meeting && one.voterClass === found.voterClass)
    if ((state !== 'prepared' && state !== 'open') || !canSign(signer))
      return refuse('voteNotOpen', { state: votingStateNames[state] })
    const blinded = hashOf(message)
    if (found.blinded !== null && found.blinded !== blinded) return refuse('voteSlipUsed', {})
    const signature = signBlinded(signer, message)
    return signature === undefined ? refuse('blindedFaulty', {}) : { slip, blinded, signature }
  })
  const kept = signed.filter((one): one is Exclude<typeof one, Refusal> => !isRefusal(one))
  const refusals = await mark(db, [...meetings.keys()], kept)
  return signed.map(one => (isRefusal(one) ? one : (refusals.get(one) ?? { signature: one.signature })))
})

interface Signed {
  readonly slip: string
  readonly blinded: string
}

/** Marks slips as redeemed, each for one message and each message for one slip; returns the refusals of the rest. */
async function mark(
  db: Database,
  meetings: readonly string[],
  signed: readonly Signed[],
): Promise<ReadonlyMap<Signed, Refusal>> {
  if (signed.length === 0) return new Map()
  return db.transaction(async tx => {
    await lockSigning(tx, meetings)
    const slipOf = await listSigned(
      tx,
      meetings,
      signed.map(({ blinded }) => blinded),
    )
    const marks = new Map<string, string>()
    for (const { slip, blinded } of signed)
      if (!marks.has(slip) && !slipOf.has(blinded)) {
        marks.set(slip, blinded)
        slipOf.set(blinded, slip)
      }
    const marked = await markRedeemed(tx, marks)
    const refusals = new Map<Signed, Refusal>()
    for (const one of signed) {
      const by = marked.get(one.slip)
      // What another slip sent before is a replay.
      if (by === undefined && slipOf.get(one.blinded) !== one.slip)
        refusals.set(one, refuse('blindedFaulty', {}))
      else if (by !== undefined && by !== one.blinded) refusals.set(one, refuse('voteSlipUsed', {}))
    }
    return refusals
  })
}

function hashOf(message: string): string {
  return hash('sha256', Buffer.from(message, 'hex'))
}

function canSign(signer: StoredSigner | undefined): signer is StoredSigner & { readonly privateKey: string } {
  return signer !== undefined && signer.privateKey !== null
}
