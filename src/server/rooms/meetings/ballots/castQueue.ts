import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import { isVotingOpen, mayCast } from '../../../../domain/campaign/meeting/decideMeeting.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { complete } from '../loadMeeting.ts'
import { keepSealed, type SealedSheet, shareMeetings } from './ballots.store.ts'
import { votingStateOf } from './votingState.ts'

/** What a cast sheet gets: the hash of the sheet kept for its credential, or why none was. */
export type CastAnswer = { readonly kept: string } | Refusal

interface Waiting {
  readonly sheet: SealedSheet
  readonly resolve: (answer: CastAnswer) => void
  readonly reject: (error: unknown) => void
}

/** So many sheets go into one transaction at most. */
const BATCH = 500

/** After so many turns without a new sheet, what is there is written. */
const IDLE_TURNS = 8

/**
 * Keeps cast sheets, many in one transaction: what arrives while one is being written waits for the next.
 * Answers are given when the transaction is on the disk. This is no `change()`: neither a trail line nor
 * an idempotency row, which would keep a time and an order.
 */
export class CastQueue {
  readonly #context: Pick<AppContext, 'db' | 'now'>
  #waiting: Waiting[] = []
  #isBusy = false

  constructor(context: Pick<AppContext, 'db' | 'now'>) {
    this.#context = context
  }

  cast(sheet: SealedSheet): Promise<CastAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sheet, resolve, reject })
      if (!this.#isBusy) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#isBusy = true
    while (this.#waiting.length > 0) {
      await this.#gather()
      const batch = this.#waiting.slice(0, BATCH)
      this.#waiting = this.#waiting.slice(BATCH)
      await this.#write(batch)
    }
    this.#isBusy = false
  }

  /** Waits while turns of the event loop bring more: a turn accepts one connection, and writing holds up the loop. */
  async #gather(): Promise<void> {
    let seen = 0
    for (let idle = 0; idle < IDLE_TURNS && this.#waiting.length < BATCH; idle++) {
      if (this.#waiting.length > seen) idle = 0
      seen = this.#waiting.length
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const { db, now } = this.#context
    try {
      const sheets = batch.map(({ sheet }) => sheet)
      const answers = await db.transaction(async tx => {
        const refusals = await whyNotNow(
          tx,
          new Set(sheets.map(({ meeting }) => meeting)),
          now().toISOString(),
        )
        const open = sheets.filter(({ meeting }) => !refusals.has(meeting))
        const late = sheets.filter(({ meeting }) => refusals.has(meeting))
        const kept = await keepSealed(tx, open, late)
        return sheets.map(sheet => answerOf(sheet, kept.get(sheet.token), refusals.get(sheet.meeting)))
      })
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at]!)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}

/** Says of each meeting at which no sheet may be cast now why, and holds the others open until the transaction ends. */
async function whyNotNow(
  tx: Transaction,
  meetings: ReadonlySet<string>,
  now: string,
): Promise<ReadonlyMap<string, Refusal>> {
  const found = new Map<string, Refusal>()
  for (const id of meetings) found.set(id, refuse('voteNotOpen', { state: votingStateNames.brokenOff }))
  for (const stored of await shareMeetings(tx, [...meetings])) {
    const loaded = await complete(tx, stored)
    if (mayCast(loaded.state, now)) found.delete(stored.id)
    else {
      const waits = isVotingOpen(loaded.state, now)
      const state = waits ? '还有书记没有述职' : votingStateNames[votingStateOf(loaded, undefined, now)]
      found.set(stored.id, refuse('voteNotOpen', { state }))
    }
  }
  return found
}

const queues = new WeakMap<Database, CastQueue>()

/** Returns the queue of a database, one for the process. */
export function castQueueOf(context: Pick<AppContext, 'db' | 'now'>): CastQueue {
  const known = queues.get(context.db)
  if (known !== undefined) return known
  const made = new CastQueue(context)
  queues.set(context.db, made)
  return made
}

function answerOf({ hash }: SealedSheet, kept: string | undefined, refusal: Refusal | undefined): CastAnswer {
  if (kept === hash) return { kept }
  if (kept !== undefined) return refuse('credentialUsed', {})
  // Only a sheet at a meeting that refuses it is neither kept now nor before.
  return refusal!
}
