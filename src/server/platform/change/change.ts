import { and, eq, lt, sql } from 'drizzle-orm'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../access/actor.ts'
import type { Database, Transaction } from '../database/openDatabase.ts'
import type { AppContext } from '../appContext.ts'
import { appendTrail } from './appendTrail.ts'
import { idempotency } from './trail.tables.ts'

/** The result of a change: its answer, and at least one line for the trail. */
export interface Done<A> {
  readonly answer: A
  readonly events: readonly [TrailEvent, ...TrailEvent[]]
  /** Keeps neither idempotency key nor answer: what belongs to a rehearsal, whose meeting is gone afterwards. */
  readonly forgets?: boolean
}

/** What a rehearsal does: no line in the trail. */
export const UNTRACED = 'untraced'

/** The result of a change that may be a rehearsal's. */
interface MaybeRehearsed<A> extends Omit<Done<A>, 'events'> {
  readonly events: Done<A>['events'] | typeof UNTRACED
}

/** The idempotency claim: the caller's key for one act, and a hash of the request. */
interface Once {
  readonly key: string
  readonly fingerprint: string
}

/** A change: the only way to write. */
export type Change = <A>(
  work: (tx: Transaction) => Promise<MaybeRehearsed<A> | Refusal>,
) => Promise<A | Refusal>

/**
 * Creates a change: one transaction contains the idempotency key, the state, its trail lines and the
 * stored answer; a refusal leaves none of them. Given a transaction as `db`, the change is part of it. The same key with the same body gets the stored answer,
 * with another body `idempotencyKeyReused`. Answers are JSON values. A rehearsal keeps none of this.
 */
export function createChange(
  context: Pick<AppContext, 'now'> & { readonly db: Pick<Database, 'transaction'> },
  actor: Actor,
  once?: Once,
): Change {
  return async work => {
    try {
      return await context.db.transaction(async tx => {
        const before = once === undefined ? undefined : await claimKey(tx, actor, once, context.now())
        if (before !== undefined) return before.answer as never
        await tx.execute(sql`select set_config('hengping.moment', ${context.now().toISOString()}, true)`)
        const done = await work(tx)
        if (isRefusal(done)) throw new RolledBack(done)
        if (done.events !== UNTRACED) await appendTrail(tx, actor, done.events, context.now())
        const isForgotten = done.forgets === true || done.events === UNTRACED
        if (once !== undefined && isForgotten) await tx.delete(idempotency).where(keyed(actor, once))
        else if (once !== undefined) await keepAnswer(tx, actor, once, done.answer)
        return done.answer
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal
      throw error
    }
  }
}

/** Deletes idempotency keys older than 30 days. */
export async function forgetKeys(context: Pick<AppContext, 'db' | 'now'>): Promise<void> {
  const limit = new Date(context.now().getTime() - 30 * 24 * 3_600_000)
  await context.db.delete(idempotency).where(lt(idempotency.at, limit.toISOString()))
}

class RolledBack extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super('rolled back')
    this.refusal = refusal
  }
}

/** Claims the key. A second request with it waits here until the first has ended; then it finds the stored answer or, after a refusal, takes the key. */
async function claimKey(
  tx: Transaction,
  actor: Actor,
  once: Once,
  now: Date,
): Promise<{ readonly answer: unknown } | undefined> {
  const claimed = await tx
    .insert(idempotency)
    .values({ key: once.key, actor: actor.id, fingerprint: once.fingerprint, at: now.toISOString() })
    .onConflictDoNothing()
    .returning({ key: idempotency.key })
  if (claimed.length > 0) return undefined
  const [before] = await tx.select().from(idempotency).where(keyed(actor, once))
  if (before === undefined) throw new Error('the idempotency key vanished')
  if (before.fingerprint !== once.fingerprint) throw new RolledBack(refuse('idempotencyKeyReused', {}))
  return { answer: before.answer }
}

async function keepAnswer(tx: Transaction, actor: Actor, once: Once, answer: unknown): Promise<void> {
  await tx
    .update(idempotency)
    .set({ answer: answer ?? null })
    .where(keyed(actor, once))
}

function keyed(actor: Actor, once: Once) {
  return and(eq(idempotency.actor, actor.id), eq(idempotency.key, once.key))
}
