import type { DebriefPart } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { addDays, type Day } from '../../../../domain/kernel/calendar.ts'
import type { Roster } from '../../../../domain/year/roster/roster.ts'
import { SYSTEM_ACTOR } from '../../../platform/access/actor.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import { insertDebriefs, type NewDebrief } from './debriefs.store.ts'

const UNITS = 12

const PEOPLE = [
  { name: '周示安', post: 'deputy', branch: '机关党委' },
  { name: '郑示平', post: 'branch', branch: '机关第一党支部' },
] as const

/** Lists a few who have held their dual debriefs (双述双评) in the demo year. */
export async function seedDemoDebriefs(
  tx: Transaction,
  context: AppContext,
  { year, roster, today }: { readonly year: number; readonly roster: Roster; readonly today: Day },
): Promise<void> {
  const rows = roster.units.slice(0, UNITS).flatMap((unit, at) =>
    PEOPLE.map((person, nth): NewDebrief => {
      const heldOn = addDays(today, -(10 + at + nth))
      return {
        id: context.newId(),
        year,
        unit: unit.id,
        ...person,
        superior: heldPart(heldOn, '机关党委扩大会议', [5 + (at % 3), 4], [6 + (at % 3), 2, 1]),
        members: heldPart(addDays(heldOn, 2), '党员大会', [18 + at, 6], [15 + at, 6, 2]),
        guidance: '已到会指导，提出意见两条，会后督促整改。',
        guidedBy: SYSTEM_ACTOR.name,
        guidedOn: addDays(heldOn, 3),
        changedBy: SYSTEM_ACTOR.name,
        changedAt: context.now().toISOString(),
      }
    }),
  )
  await insertDebriefs(tx, rows)
}

function heldPart(
  heldOn: Day,
  before: string,
  voters: readonly [number, number],
  marks: readonly number[],
): DebriefPart {
  return { plannedOn: heldOn, heldOn, before, voters, marks: [...marks, 0] }
}
