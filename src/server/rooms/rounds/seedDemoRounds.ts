import { DEMO_INSPECTOR, type DemoRounds } from '../../../demo/demoRounds.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { quarterOf } from '../../../domain/kernel/calendar.ts'
import { findByUsername } from '../../office/accounts/accounts.store.ts'
import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { insertInspectors, listInspectors, saveInspector } from './inspectors.store.ts'
import { insertAssignment, replacePlan, type Stamp } from './plan.store.ts'
import { insertRound } from './rounds.store.ts'

/** Loads the inspection rounds of the demo year in the same transaction: inspectors, rounds with their plans, and the lead units' own inspections. */
export async function seedDemoRounds(
  tx: Transaction,
  context: AppContext,
  year: number,
  demo: DemoRounds,
): Promise<void> {
  const stamp: Stamp = { by: SYSTEM_ACTOR.name, at: context.now() }
  const [changedBy, changedAt] = [stamp.by, stamp.at.toISOString()]
  const ids = new Map(demo.inspectors.map(one => [one.key, context.newId()]))
  const rows = demo.inspectors.map(({ key, name, homeUnit, serves }) => ({
    id: ids.get(key)!,
    name,
    homeUnit,
    serves,
    changedBy,
    changedAt,
  }))
  if (rows.length > 0) await insertInspectors(tx, rows)
  for (const { quarter, name, from, to, ended, perDay, seed, assignments } of demo.rounds) {
    const round = { id: context.newId(), year, quarter }
    const state = ended ? 'ended' : 'issued'
    const issued = { state, issuedAt: changedAt, issuedBy: changedBy } as const
    await insertRound(tx, {
      ...round,
      name,
      fromDay: from,
      toDay: to,
      perDay,
      seed,
      ...issued,
      changedBy,
      changedAt,
    })
    const plan = assignments.map(one => ({
      ...one,
      id: context.newId(),
      inspectors: one.inspectors.map(key => ids.get(key)!),
    }))
    await replacePlan(tx, round, plan, stamp)
  }
  for (const { unit, leadUnit, plannedOn, doneOn, inspectors } of demo.byLeadUnits) {
    const at = {
      id: context.newId(),
      year,
      kind: 'leadUnit',
      leadUnit,
      quarter: quarterOf(plannedOn),
      unit,
      plannedOn,
    } as const
    const people = inspectors.map(key => ids.get(key)!)
    await insertAssignment(
      tx,
      { ...at, ...(doneOn === undefined ? {} : { state: 'done', doneOn }), changedBy, changedAt },
      people,
    )
  }
}

/** Links the demo account “核查组” to its inspector, once the demo accounts exist. */
export async function linkDemoInspector(context: AppContext): Promise<void> {
  const found = await findByUsername(context.db, 'hecha')
  const person = (await listInspectors(context.db)).find(
    one => one.name === DEMO_INSPECTOR && one.account === null && one.revision === 1,
  )
  if (found === undefined || person === undefined) return
  const linked = await createChange(
    context,
    SYSTEM_ACTOR,
  )(async tx => {
    await saveInspector(tx, person.id, { account: found.account.id })
    return {
      answer: null,
      events: [{ kind: 'inspectorChanged', values: { name: person.name, changes: ['关联演示账号'] } }],
    }
  })
  if (isRefusal(linked)) throw new Error(`the demo inspector was refused: ${linked.code}`)
}
