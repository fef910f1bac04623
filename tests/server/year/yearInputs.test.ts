import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { demoHistory } from '../../../src/demo/demoHistory.ts'
import { demoYear } from '../../../src/demo/demoYear.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import type { OpenDatabase, Transaction } from '../../../src/server/platform/database/openDatabase.ts'
import { bumpCycle } from '../../../src/server/office/roster/bumpCycle.store.ts'
import {
  addHolders,
  putUnits,
  readRoster,
  removeUnits,
} from '../../../src/server/office/roster/roster.store.ts'
import { cycle, rosterUnit } from '../../../src/server/office/roster/roster.tables.ts'
import { insertFacts } from '../../../src/server/year/facts.store.ts'
import { putHistory } from '../../../src/server/year/history.store.ts'
import { readYear } from '../../../src/server/year/readYear.ts'
import { fact } from '../../../src/server/year/year.tables.ts'
import { annexScheme } from '../../engine/aYear.ts'
import { describeOnEachDatabase } from '../databases.ts'

const at = new Date('2018-12-24T01:00:00Z')
const made = demoYear({ seed: 5, units: 60, scheme: annexScheme })
const past = demoHistory({ seed: 5, units: 60, scheme: annexScheme })
const origin = { source: 'trial', author: 'a1', now: at }

describeOnEachDatabase('a year’s inputs', open => {
  let database: OpenDatabase

  beforeEach(async () => {
    database = await open()
    await database.db
      .insert(cycle)
      .values({ year: 2018, phase: 'running', revision: 1, openedBy: 'a1', openedAt: at.toISOString() })
  })

  const write = (work: (tx: Transaction, revision: number) => Promise<unknown>): Promise<void> =>
    database.db.transaction(async tx => void (await work(tx, (await bumpCycle(tx, 2018)) as number)))

  const writeAll = (): Promise<void> =>
    write(async (tx, revision) => {
      await putUnits(tx, 2018, made.roster.units, { by: 'a1', at })
      await addHolders(tx, 2018, made.roster.holders)
      await insertFacts(tx, 2018, made.facts, { ...origin, revision })
      await putHistory(tx, past, 'trial')
    })

  test('inputs are read back as written, with facts in order', async () => {
    await writeAll()
    const { roster, facts, history, revision } = (await readYear(database.db, 2018))!
    expect(revision).toBe(2)
    expect(facts).toEqual(made.facts)
    expect(new Set(roster.units)).toEqual(new Set(made.roster.units))
    expect(new Set(roster.holders)).toEqual(new Set(made.roster.holders))
    expect(history.years.map(year => [year.cycle, new Set(year.entries)])).toEqual(
      past.years.map(year => [year.cycle, new Set(year.entries)]),
    )
  })

  test('only the inputs that changed are read again', async () => {
    await writeAll()
    const before = (await readYear(database.db, 2018))!
    expect(await readYear(database.db, 2018, before)).toBe(before)
    const added = made.facts.findings.slice(0, 2)
    await write(async (tx, revision) => {
      await tx
        .update(fact)
        .set({ withdrawnAt: at.toISOString(), withdrawnBy: 'a1', revision })
        .where(eq(fact.place, before.places.findings[4]!))
      await insertFacts(tx, 2018, { findings: added }, { ...origin, revision })
      // Written and withdrawn between two readings.
      await insertFacts(
        tx,
        2018,
        { ledger: made.facts.ledger.slice(0, 1) },
        { ...origin, source: 'slip', revision },
      )
      await tx
        .update(fact)
        .set({ withdrawnAt: at.toISOString(), withdrawnBy: 'a1' })
        .where(eq(fact.source, 'slip'))
    })
    const after = (await readYear(database.db, 2018, before))!
    expect(after.facts.findings).toEqual([
      ...before.facts.findings.filter((_, index) => index !== 4),
      ...added,
    ])
    expect(after.facts.ledger).toEqual(before.facts.ledger)
    expect(after.facts.visits).toBe(before.facts.visits)
    expect(before.facts).toEqual(made.facts)
    const anew = (await readYear(database.db, 2018))!
    expect(after).toEqual(anew)
  })

  test('rewriting a unit keeps its last author; removing a unit removes its holders', async () => {
    await writeAll()
    const [unit, other] = made.roster.units.filter(one => one.leadUnit !== undefined)
    await write(async tx => {
      await putUnits(tx, 2018, [{ ...unit!, name: '示范州新单位' }], { by: 'a2', at })
      await removeUnits(tx, 2018, [other!.id])
    })
    const roster = await readRoster(database.db, 2018)
    expect(roster.units.find(one => one.id === unit!.id)).toEqual({ ...unit, name: '示范州新单位' })
    expect(
      roster.units.some(one => one.id === other!.id) || roster.holders.some(one => one.unit === other!.id),
    ).toBe(false)
    const [row] = await database.db.select().from(rosterUnit).where(eq(rosterUnit.id, unit!.id))
    expect([row!.revision, row!.changedBy]).toEqual([2, 'a2'])
  })

  test('a year that was not opened has no inputs and accepts no writes', async () => {
    expect(await readYear(database.db, 2019)).toBeUndefined()
    const bumped = await database.db.transaction(tx => bumpCycle(tx, 2019))
    expect(isRefusal(bumped) && bumped.values).toEqual({ what: '2019年度' })
  })

  test('concurrent writers of one year are serialized', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 8 }, () => database.db.transaction(tx => bumpCycle(tx, 2018))),
    )
    expect(numbers.toSorted()).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  })
})
