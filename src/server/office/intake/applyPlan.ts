import type { IntakePlan } from '../../../contract/intake/intakeRoutes.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import {
  addHolders,
  dropHolders,
  markUnits,
  putUnits,
  removeUnits,
  type Stamp,
} from '../roster/roster.store.ts'
import { countAnew, withdrawFacts } from '../../year/facts.store.ts'
import { putHistory } from '../../year/history.store.ts'
import type { FactKind } from '../../year/year.tables.ts'
import { findPart, insertPart, listParts, type StoredIntake } from './intake.store.ts'
import type { PlannedWork } from './worker/planIntake.ts'

/** Writes an import exactly as planned, inside the change that commits it. Facts are copied from their parts into the year within the database. */
export async function applyPlan(
  tx: Transaction,
  { id, year }: StoredIntake,
  revision: number,
  stamp: Stamp,
): Promise<void> {
  const work = JSON.parse((await findPart(tx, id, 'work', 0))!.bodies) as PlannedWork
  await writeRoster(tx, year, work, stamp)
  const origin = { year, source: `intake:${id}`, author: stamp.by, now: stamp.at, revision }
  for (const places of Object.values(work.withdraw)) await withdrawFacts(tx, year, places, origin)
  const parts = await listParts(tx, id)
  for (const kind of work.kinds) await writeFacts(tx, id, kind, parts, work.skip[kind] ?? [], origin)
  await putHistory(tx, work.history, `intake:${id}`)
  await countAnew(
    tx,
    parts.reduce((sum, part) => sum + part.count, 0),
  )
}

async function writeRoster(
  tx: Transaction,
  year: number,
  { put, remove, held, holders }: PlannedWork,
  stamp: Stamp,
): Promise<void> {
  if (remove.length > 0) await removeUnits(tx, year, remove)
  if (put.length > 0) await putUnits(tx, year, put, stamp)
  if (held.length === 0) return
  const written = new Set([...put.map(unit => unit.id), ...remove])
  await dropHolders(tx, year, held)
  await addHolders(tx, year, holders)
  await markUnits(
    tx,
    year,
    held.filter(unit => !written.has(unit)),
    stamp,
  )
}

async function writeFacts(
  tx: Transaction,
  id: string,
  kind: FactKind,
  parts: readonly { readonly kind: string; readonly nth: number; readonly count: number }[],
  skip: readonly number[],
  origin: Parameters<typeof insertPart>[4],
): Promise<void> {
  let [first, at] = [0, 0]
  for (const part of parts) {
    if (part.kind !== kind) continue
    const here: number[] = []
    while (at < skip.length && skip[at]! < first + part.count) here.push(skip[at++]! - first)
    if (here.length < part.count) await insertPart(tx, id, part, here, origin)
    first += part.count
    await yieldToEventLoop()
  }
}

/** Describes what was written, one phrase each. */
export function describeWritten({ units, holders, facts, history }: IntakePlan): readonly string[] {
  const of = (parts: readonly (readonly [string, number])[], unit: string): string =>
    parts.flatMap(([what, count]) => (count > 0 ? [`${what} ${count} ${unit}`] : [])).join('、')
  const [unitsTold, holdersTold] = [
    of(
      [
        ['新增', units.added],
        ['修改', units.changed],
        ['移出', units.removed],
      ],
      '个',
    ),
    of(
      [
        ['新增', holders.added],
        ['删去', holders.removed],
      ],
      '条',
    ),
  ]
  return [
    ...(unitsTold === '' ? [] : [`单位${unitsTold}`]),
    ...(holdersTold === '' ? [] : [`任职${holdersTold}`]),
    ...facts.flatMap(({ name, added, withdrawn }) => {
      const told = of(
        [
          ['写入', added],
          ['撤下', withdrawn],
        ],
        '条',
      )
      return told === '' ? [] : [`${name}${told}`]
    }),
    ...history.flatMap(({ cycle, added, changed }) =>
      added + changed > 0 ? [`${cycle}年度结果写入 ${added + changed} 条`] : [],
    ),
  ]
}
