import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import type { DemoLedger } from '../../../demo/demoLedgerEntries.ts'
import { selfChecks } from '../../../demo/ledgerTitles.ts'
import { startOf, throwBelow } from '../../../demo/dice.ts'
import type { History } from '../../../domain/year/history/history.ts'
import { dayIn } from '../../../domain/kernel/calendar.ts'
import type { Roster } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { insertFacts } from '../../year/facts.store.ts'
import { claimCounts, LEDGER_SOURCE } from './counts.store.ts'
import { newRemedy } from './keepRemedies.ts'
import { insertEntries, type NewEntry } from './ledger.store.ts'
import { insertRemedies, type NewRemedy } from './remedies.store.ts'
import { lostLastYear } from './remediesFromLastYear.ts'

const CLERK = '单位联络员'
const MOST_PROBLEMS = 4

/** Loads the demo ledger in bulk: entries, their counts, and lists of problems. */
export async function seedLedger(
  tx: Transaction,
  context: AppContext,
  {
    scheme,
    roster,
    history,
    ledger,
  }: {
    readonly scheme: Scheme
    readonly roster: Roster
    readonly history: History
    readonly ledger: DemoLedger
  },
  { author, revision, seed }: { readonly author: string; readonly revision: number; readonly seed: number },
): Promise<TrailEvent> {
  const year = scheme.cycle
  await insertFacts(
    tx,
    year,
    { ledger: ledger.counts },
    { source: LEDGER_SOURCE, author, now: context.now(), revision },
  )
  await claimCounts(tx, year)
  const entries = ledger.entries.map(
    ({
      unit,
      kind,
      counter,
      title,
      happenedOn,
      period,
      participants,
      cited,
      enteredOn,
      lateReason,
    }): NewEntry => ({
      id: context.newId(),
      year,
      unit,
      kind,
      counter: counter ?? null,
      title,
      happenedOn,
      period,
      countedIn: period,
      participants,
      note: '',
      cited: [...cited],
      late: lateReason !== undefined,
      lateReason: lateReason ?? null,
      enteredOn,
      enteredAt: `${enteredOn}T09:30:00+08:00`,
      enteredBy: CLERK,
      corrects: null,
    }),
  )
  await insertEntries(
    tx,
    entries.toSorted((one, other) =>
      one.enteredOn < other.enteredOn ? -1 : one.enteredOn > other.enteredOn ? 1 : 0,
    ),
  )
  await insertRemedies(tx, remediesOf(context, { scheme, roster, history, seed }, entries))
  return { kind: 'ledgerDemoLoaded', year, values: { entries: entries.length } }
}

/** Makes problems of the rows lost last year, most of them resolved by the end of the year with proof from the ledger, and one self-check for each unit. */
function remediesOf(
  context: AppContext,
  {
    scheme,
    roster,
    history,
    seed,
  }: { readonly scheme: Scheme; readonly roster: Roster; readonly history: History; readonly seed: number },
  entries: readonly NewEntry[],
): readonly NewRemedy[] {
  const year = scheme.cycle
  const problems = Map.groupBy(lostLastYear(scheme, history, year) ?? [], one => one.unit)
  const proofs = Map.groupBy(entries, one => one.unit)
  return roster.units.flatMap(({ id: unit }, index) => {
    const state = startOf(seed ^ 0x4e3d, index)
    const proof = proofs.get(unit)
    const check = selfChecks[throwBelow(state, 1, selfChecks.length)]!
    const items = [
      ...(problems.get(unit) ?? []).slice(0, MOST_PROBLEMS).map(({ row, problem }) =>
        newRemedy(context, { name: '考核办公室' }, { year, unit }, 'lastYear', {
          problem,
          row,
          measure: '查明失分的具体事项，明确责任人和时限，整改后报考核办公室备查',
          deadline: dayIn(year, '06-30'),
        }),
      ),
      ...(proof === undefined
        ? []
        : [
            newRemedy(context, { name: CLERK }, { year, unit }, 'self', {
              ...check,
              deadline: dayIn(year, '09-30'),
            }),
          ]),
    ]
    return items.map((item, at): NewRemedy => {
      const thrown = throwBelow(state, 10 + at, 100)
      if (thrown < 6) return item
      if (thrown < 18) return { ...item, state: 'inHand' }
      const found = proof?.[throwBelow(state, 30 + at, proof.length)]
      const result = '已按措施整改到位，相关材料已归档'
      return {
        ...item,
        state: thrown < 72 ? 'done' : 'kept',
        result,
        entries: found === undefined ? [] : [found.id],
      }
    })
  })
}
