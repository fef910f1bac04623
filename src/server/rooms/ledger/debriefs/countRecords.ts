import { countedFromNames } from '../../../../contract/ledger/countedFrom.ts'
import { debriefSidesOf } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import type { CountedFrom, Scheme } from '../../../../domain/scheme/scheme.ts'
import type { LedgerCount } from '../../../../domain/year/facts/facts.ts'
import type { Day } from '../../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../../platform/http/serveRoutes.ts'
import { insertFacts, withdrawFacts } from '../../../year/facts.store.ts'
import type { Matter, MatterContext } from '../../../year/due/matter.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { LEDGER_SOURCE, placesOfCounters } from '../counts.store.ts'
import { countOpenProblems } from '../remedies.store.ts'
import { readDebriefs } from './debriefs.store.ts'

type Counted = Answered<'GET /api/years/:year/ledger/counted'>
type Sum = Answered<'POST /api/years/:year/ledger/counted'>
type Reader = Database | Transaction

/** Shows what would be counted today for each counter that is counted from other records, and what the ledger holds of it. (附件 一.4, 八) */
export async function viewCounted({
  context: { db, today },
  params: { year },
}: Served<'GET /api/years/:year/ledger/counted'>): Promise<Counted | Refusal> {
  const found = await loadYear(db, year)
  if (isRefusal(found)) return found
  const counters = countersOf(found.scheme)
  const now = await countNow(db, year, found.scheme, today())
  const kept = await placesOfCounters(
    db,
    year,
    counters.map(({ id }) => id),
  )
  return {
    counters: counters.map(({ id, name, from }) => ({
      counter: id,
      name,
      from,
      now: sumOf(now.filter(one => one.counter === id)),
      kept: sumOf(kept.map(({ body }) => body).filter(one => one.counter === id)),
    })),
  }
}

/** Enters what is counted today from other records as facts of the ledger, in place of what was entered before: each with one count over the year. `yearSealed`. (附件 一.4, 八) */
export async function countRecords({
  context,
  actor,
  change,
  params: { year },
}: Served<'POST /api/years/:year/ledger/counted'>): Promise<Sum | Refusal> {
  return change<Sum>(async tx => {
    const found = await loadYear(tx, year, { lock: true })
    if (isRefusal(found)) return found
    const counters = countersOf(found.scheme)
    const counts = await countNow(tx, year, found.scheme, context.today())
    const ids = counters.map(({ id }) => id)
    const before = await placesOfCounters(tx, year, ids)
    const origin = {
      source: LEDGER_SOURCE,
      author: actor.name,
      now: context.now(),
      revision: found.revision,
    }
    const places = before.map(({ place }) => place)
    await withdrawFacts(tx, year, places, origin)
    await insertFacts(tx, year, { ledger: counts }, origin)
    const answer = sumOf(counts)
    return { answer, events: [{ kind: 'recordsCounted', year, values: answer }] }
  })
}

interface CountedCounter {
  readonly id: string
  readonly name: string
  readonly from: CountedFrom
}

function countersOf({ counters }: Scheme): readonly CountedCounter[] {
  return counters.flatMap(({ id, name, from }) => (from === undefined ? [] : [{ id, name, from }]))
}

/** Counts by unit: one count over the year for each unit that has any. */
async function countNow(
  db: Reader,
  year: number,
  scheme: Scheme,
  today: Day,
): Promise<readonly LedgerCount[]> {
  const counters = countersOf(scheme)
  if (counters.length === 0) return []
  const sides = debriefSidesOf(scheme)
  const problems = await countOpenProblems(db, year, today)
  const undebriefed = (await readDebriefs(db, year)).filter(row =>
    sides.some(side => row[side].heldOn === undefined),
  )
  const found: Readonly<Record<CountedFrom, readonly (readonly [unit: string, count: number])[]>> = {
    openProblems: problems.map(({ unit, open }) => [unit, open]),
    unplannedProblems: problems.map(({ unit, unplanned }) => [unit, unplanned]),
    undebriefedSecretaries: [...Map.groupBy(undebriefed, ({ unit }) => unit)].map(([unit, own]) => [
      unit,
      own.length,
    ]),
  }
  return counters.flatMap(({ id, from }) =>
    found[from].flatMap(([unit, count]) =>
      count === 0 ? [] : [{ unit, counter: id, period: String(year), count }],
    ),
  )
}

/** Tells before the seal that what the ledger counts from other records has changed since it was counted. (附件 一.4, 八) */
export async function listCountMatters({
  context,
  year,
  today,
  scored,
  forSeal,
}: MatterContext): Promise<Matter[]> {
  const { scheme } = scored
  const counters = scheme === undefined ? [] : countersOf(scheme)
  if (!forSeal || scheme === undefined || counters.length === 0) return []
  const now = await countNow(context.db, year, scheme, today)
  const kept = await placesOfCounters(
    context.db,
    year,
    counters.map(({ id }) => id),
  )
  const keysOf = (counts: readonly LedgerCount[]) =>
    new Set(counts.map(({ unit, counter, count }) => `${unit}\n${counter}\n${count}`))
  const [is, was] = [keysOf(now), keysOf(kept.map(({ body }) => body))]
  if (is.size === was.size && [...is].every(key => was.has(key))) return []
  const names = counters.map(({ from }) => countedFromNames[from]).join('、')
  return [
    {
      id: 'recordsToCount',
      name: '计入台账',
      text: `${names}：现有${sumOf(now).count}项，台账已计${sumOf(kept.map(({ body }) => body)).count}项，${kept.length === 0 ? '还没有计入' : '计入后又有变动'}；请在“自查与整改”里点“计入台账”`,
      page: '$year/remedies',
      seal: 'warning',
    },
  ]
}

function sumOf(counts: readonly LedgerCount[]): Sum {
  return {
    units: new Set(counts.map(({ unit }) => unit)).size,
    count: counts.reduce((sum, { count }) => sum + count, 0),
  }
}
