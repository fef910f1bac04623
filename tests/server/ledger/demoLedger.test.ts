import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { demoHistory } from '../../../src/demo/demoHistory.ts'
import { demoLedger } from '../../../src/demo/demoLedgerEntries.ts'
import { demoYear } from '../../../src/demo/demoYear.ts'
import { isDay, isInPeriod } from '../../../src/domain/kernel/calendar.ts'
import { appraiseCycle, type CycleOutcome } from '../../../src/domain/score/appraiseCycle.ts'
import { listResults } from '../../../src/domain/score/listResults.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { outcomesOf } from '../../../src/server/year/outcome/outcomeCache.ts'
import { schemes } from '../../properties/schemes.ts'
import { describeWays } from '../databases.ts'
import { type Office, openOffice } from '../office.ts'

const scheme = schemes.find(one => one.counters.some(counter => counter.id === 'themedPartyDay'))!
const TODAY = '2018-12-24'

describe('the demo ledger', () => {
  const request = { seed: 2018, units: 260, scheme }
  const year = demoYear(request)
  const { facts, counts, entries } = demoLedger({ seed: 2018, scheme, today: TODAY, graceDays: 10 }, year)

  test('the demo ledger changes no score and raises no new issue', () => {
    const [before, after] = [year.facts, { ...facts, ledger: [...facts.ledger, ...counts] }].map(these =>
      listResults(appraiseCycle(scheme, year.roster, these, demoHistory(request))),
    )
    const told = (results: typeof before) =>
      results!.map(({ appraisee, composite, components, issues }) => ({
        appraisee,
        composite,
        components,
        issues,
      }))
    expect(told(after)).toEqual(told(before))
  })

  test('entries add up to their counts and have valid days that are not in the future', () => {
    const keyOf = (one: { unit: string; counter?: string; period: string }): string =>
      `${one.unit} ${one.counter} ${one.period}`
    const sums = new Map<string, number>()
    for (const entry of entries.filter(one => one.counter !== undefined))
      sums.set(keyOf(entry), (sums.get(keyOf(entry)) ?? 0) + 1)
    expect(sums).toEqual(new Map(counts.filter(one => one.count > 0).map(one => [keyOf(one), one.count])))
    expect(
      entries.filter(one => !isDay(one.happenedOn) || !isInPeriod(one.happenedOn, one.period)).slice(0, 3),
    ).toEqual([])
    expect(
      entries.filter(one => one.happenedOn > one.enteredOn || one.enteredOn > TODAY).slice(0, 3),
    ).toEqual([])
    expect(entries.filter(one => one.lateReason !== undefined).length).toBeGreaterThan(20)
    expect(entries.filter(one => one.cited.length > 0).length).toBeGreaterThan(100)
    expect(
      new Set(entries.map(one => `${one.unit} ${one.kind} ${one.happenedOn} ${one.title}`)).size,
    ).toBeGreaterThan(entries.length * 0.995)
  })
})

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

describeWays('the demo ledger in the database', open => {
  test('counts are ledger facts registered to their entries; the records of no room change a score', async () => {
    office = await openOffice(await open())
    await layDemoYear(office.context, 40)
    const { rows } = await office.context.db.execute<Record<string, number>>(sql`select
      (select count(*)::int from ledger_count) as counts,
      (select count(*)::int from ledger_count c join fact f on f.place = c.fact and f.source = '台账' and f.withdrawn_at is null) as claimed,
      (select sum(count)::int from ledger_count) as counted,
      (select count(*)::int from ledger_entry where counter is not null) as entries,
      (select count(distinct state)::int from remedy) as states`)
    expect(rows[0]!['counts']).toBeGreaterThan(500)
    const scored = (await outcomesOf(office.context.db).current(2018))!.outcome!
    const request = { seed: 2018, units: 40, scheme }
    const plain = demoYear(request)
    const told = (outcome: CycleOutcome) =>
      listResults(outcome).map(({ appraisee, composite, components }) => [
        appraisee.unit,
        composite,
        components,
      ])
    expect(told(scored)).toEqual(told(appraiseCycle(scheme, plain.roster, plain.facts, demoHistory(request))))
    expect(rows[0]).toMatchObject({ claimed: rows[0]!['counts'], counted: rows[0]!['entries'], states: 4 })
  })
})
