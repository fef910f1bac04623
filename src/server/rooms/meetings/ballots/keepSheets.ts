import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import { isVotingOpen, mayCast } from '../../../../domain/campaign/meeting/decideMeeting.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import type { SealedSheet } from './ballots.store.ts'
import { inGroups } from './groupQueue.ts'
import { loadKnown } from './loadKnown.ts'
import { keepSealed, shareMeetings } from './vote.store.ts'
import { votingStateOf } from './votingState.ts'

/** What a cast sheet gets: the hash of the sheet kept for its credential, or why none was. */
type CastAnswer = { readonly kept: string } | Refusal

/**
 * Keeps a cast sheet, together with others in one transaction; the answer is given when that is on the disk.
 * This is no `change()`: neither a trail line nor an idempotency row, which would keep a time and an order.
 */
export const keepSheet = inGroups<SealedSheet, CastAnswer>(500, ({ db, now }, sheets) =>
  db.transaction(async tx => {
    const refusals = await whyNotNow(
      db,
      tx,
      new Set(sheets.map(({ meeting }) => meeting)),
      now().toISOString(),
    )
    const open = sheets.filter(({ meeting }) => !refusals.has(meeting))
    const late = sheets.filter(({ meeting }) => refusals.has(meeting))
    const kept = await keepSealed(tx, open, late)
    return sheets.map(sheet => answerOf(sheet, kept.get(sheet.token), refusals.get(sheet.meeting)))
  }),
)

/** Says of each meeting at which no sheet may be cast now why, and holds the others open until the transaction ends. */
async function whyNotNow(
  db: Database,
  tx: Transaction,
  meetings: ReadonlySet<string>,
  now: string,
): Promise<ReadonlyMap<string, Refusal>> {
  const found = new Map<string, Refusal>()
  for (const id of meetings) found.set(id, refuse('voteNotOpen', { state: votingStateNames.brokenOff }))
  for (const { id, revision } of await shareMeetings(tx, [...meetings])) {
    const loaded = await loadKnown(db, id, revision, tx)
    if (loaded === undefined) continue
    if (mayCast(loaded.state, now)) found.delete(id)
    else {
      const waits = isVotingOpen(loaded.state, now)
      const state = waits ? '还有书记没有述职' : votingStateNames[votingStateOf(loaded, undefined, now)]
      found.set(id, refuse('voteNotOpen', { state }))
    }
  }
  return found
}

function answerOf({ hash }: SealedSheet, kept: string | undefined, refusal: Refusal | undefined): CastAnswer {
  if (kept === hash) return { kept }
  if (kept !== undefined) return refuse('credentialUsed', {})
  // Only a sheet at a meeting that refuses it is neither kept now nor before.
  return refusal!
}
