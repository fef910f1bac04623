import { sql } from 'drizzle-orm'
import type { CycleFacts } from '../../../../domain/year/facts/facts.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import { isOneOf } from '../../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import type { YearInputs } from '../../../year/readYear.ts'
import type { FactKind } from '../../../year/year.tables.ts'
import { checkEntered, factsBeside } from '../checkEntered.ts'
import type { EnteredFact } from '../enteredFact.ts'
import { withAuthor } from '../factContext.ts'
import type { Changes } from './trialScheme.ts'

/** The facts of a trial: those of the year with the changes; `added` as they would be entered, `removed` the records taken out. */
export interface TrialFacts {
  readonly facts: CycleFacts
  readonly added: readonly EnteredFact[]
  readonly removed: readonly RemovedFact[]
}

/** A fact removed in a trial. */
interface RemovedFact extends Record<string, unknown> {
  readonly id: string
  readonly kind: FactKind
  readonly place: number
  readonly body: CycleFacts[FactKind][number]
}

/** Builds the facts of a trial from these inputs; checks added facts as if they were entered. `whatIfUnknownFact`, `factFaulty`. */
export async function trialFacts(
  db: Database | Transaction,
  inputs: YearInputs,
  scheme: Scheme,
  actor: Actor,
  changes: Changes,
): Promise<TrialFacts | Refusal> {
  const removed = await findRemoved(db, inputs.year, [
    ...changes.remove,
    ...changes.replace.map(one => one.fact),
  ])
  if (isRefusal(removed)) return removed
  const left = without(inputs, removed)
  if (isRefusal(left)) return left
  const added = [...changes.add, ...changes.replace.map(one => one.with)].map(fact => withAuthor(fact, actor))
  const faulty = checkEntered(scheme, inputs.roster, factsBeside(left, added), added)
  return faulty ?? { facts: withAdded(left, added), added, removed }
}

async function findRemoved(
  db: Database | Transaction,
  year: number,
  ids: readonly string[],
): Promise<readonly RemovedFact[] | Refusal> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const { rows } = await db.execute<RemovedFact>(sql`
    select id, kind, place::float8 as place, body from fact
    where year = ${year} and withdrawn_at is null and ${isOneOf(sql`id`, wanted, 'uuid')}
    order by place`)
  return rows.length === wanted.length
    ? rows
    : refuse('whatIfUnknownFact', { count: wanted.length - rows.length })
}

/** Removes facts; copies only the lists that change. */
function without({ facts, places }: YearInputs, removed: readonly RemovedFact[]): CycleFacts | Refusal {
  const left = { ...facts } as Record<FactKind, readonly unknown[]> & { cycle: number }
  for (const kind of new Set(removed.map(one => one.kind))) {
    const gone = new Set(removed.filter(one => one.kind === kind).map(one => one.place))
    const kept = facts[kind].filter((_, at) => !gone.has(places[kind][at]!))
    // A record of the database that these inputs do not hold: the year has moved on since they were read.
    if (facts[kind].length - kept.length < gone.size)
      return refuse('whatIfUnknownFact', { count: gone.size - facts[kind].length + kept.length })
    left[kind] = kept
  }
  return left as unknown as CycleFacts
}

function withAdded(facts: CycleFacts, added: readonly EnteredFact[]): CycleFacts {
  const joined = { ...facts } as unknown as Record<EnteredFact['kind'], readonly unknown[]>
  for (const { kind, body } of added) joined[kind] = [...joined[kind], body]
  return joined as unknown as CycleFacts
}
