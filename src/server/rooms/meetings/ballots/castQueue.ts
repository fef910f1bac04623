import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import { keepSealed, type SealedSheet, shareStates } from './ballots.store.ts'

/** What a cast sheet gets: the hash of the sheet kept for its credential, or why none was. */
export type CastAnswer = { readonly kept: string } | Refusal

interface Waiting {
  readonly sheet: SealedSheet
  readonly resolve: (answer: CastAnswer) => void
  readonly reject: (error: unknown) => void
}

/** So many sheets go into one transaction at most. */
const BATCH = 500

/**
 * Keeps cast sheets, many in one transaction: what arrives while one is being written waits for the next.
 * Answers are given when the transaction is on the disk. This is no `change()`: neither a trail line nor
 * an idempotency row, which would keep a time and an order.
 */
export class CastQueue {
  readonly #db: Database
  #waiting: Waiting[] = []
  #isBusy = false

  constructor(db: Database) {
    this.#db = db
  }

  cast(sheet: SealedSheet): Promise<CastAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sheet, resolve, reject })
      if (!this.#isBusy) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#isBusy = true
    // One turn of the loop, so that requests read together are written together.
    await new Promise(resolve => setImmediate(resolve))
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, BATCH)
      this.#waiting = this.#waiting.slice(BATCH)
      await this.#write(batch)
    }
    this.#isBusy = false
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      const sheets = batch.map(({ sheet }) => sheet)
      const answers = await this.#db.transaction(async tx => {
        const states = await shareStates(tx, [...new Set(sheets.map(({ meeting }) => meeting))])
        const open = sheets.filter(({ meeting }) => states.get(meeting) === 'open')
        const late = sheets.filter(({ meeting }) => states.get(meeting) === 'closed')
        const kept = await keepSealed(tx, open, late)
        return sheets.map(sheet => answerOf(sheet, kept.get(sheet.token), states.get(sheet.meeting)))
      })
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at]!)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}

const queues = new WeakMap<Database, CastQueue>()

/** Returns the queue of a database, one for the process. */
export function castQueueOf(db: Database): CastQueue {
  const known = queues.get(db)
  if (known !== undefined) return known
  const made = new CastQueue(db)
  queues.set(db, made)
  return made
}

function answerOf(
  { hash }: SealedSheet,
  kept: string | undefined,
  state: keyof typeof votingStateNames = 'brokenOff',
): CastAnswer {
  if (kept === hash) return { kept }
  if (kept !== undefined) return refuse('credentialUsed', {})
  return refuse('voteNotOpen', { state: votingStateNames[state] })
}
