import { hash } from 'node:crypto'
import { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { listSigners, type StoredSigner } from './ballots.store.ts'
import { inGroups } from './groupQueue.ts'
import { loadKnown } from './loadKnown.ts'
import { signBlinded } from './signCredential.ts'
import { findSlips, listSigned, markRedeemed } from './vote.store.ts'
import { votingStateOf } from './votingState.ts'

/** A slip by its stored hash, and the blinded message to sign for it, in hexadecimal. */
export interface Redemption {
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
  const hashed = asked.map(({ slip, message }) => ({ slip, message, blinded: hashOf(message) }))
  // A message is signed for one slip: what another slip sent before is a replay.
  const slipOf = await listSigned(
    db,
    [...meetings.keys()],
    hashed.map(({ blinded }) => blinded),
  )
  const marks = new Map<string, string>()
  const prepared = hashed.map(({ slip, message, blinded }) => {
    const found = slips.get(slip)
    if (found === undefined) return refuse('voteSlipUnknown', {})
    const state = states.get(found.meeting)!
    const signer = signers.find(one => one.meeting === found.meeting && one.voterClass === found.voterClass)
    if ((state !== 'prepared' && state !== 'open') || !canSign(signer))
      return refuse('voteNotOpen', { state: votingStateNames[state] })
    const before = found.blinded ?? marks.get(slip)
    if (before !== undefined && before !== blinded) return refuse('voteSlipUsed', {})
    const signature = signBlinded(signer, message)
    if (signature === undefined || (slipOf.get(blinded) ?? slip) !== slip) return refuse('blindedFaulty', {})
    if (found.blinded === null) {
      marks.set(slip, blinded)
      slipOf.set(blinded, slip)
    }
    return { slip, blinded, signature }
  })
  const marked = await markRedeemed(db, marks)
  return prepared.map(one => {
    if (isRefusal(one)) return one
    const by = slips.get(one.slip)!.blinded ?? marked.get(one.slip)
    return by === one.blinded ? { signature: one.signature } : refuse('voteSlipUsed', {})
  })
})

function hashOf(message: string): string {
  return hash('sha256', Buffer.from(message, 'hex'))
}

function canSign(signer: StoredSigner | undefined): signer is StoredSigner & { readonly privateKey: string } {
  return signer !== undefined && signer.privateKey !== null
}
