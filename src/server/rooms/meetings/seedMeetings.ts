import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Roster } from '../../../domain/year/roster/roster.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { insertMeeting, replaceClasses, replaceSpeakers } from './meeting.store.ts'
import { listAsked } from './plan/meetingKinds.ts'
import { stampOf } from './stampOf.ts'

/** Voters of each class in the demo, in turn. */
const EXPECTED = [12, 20, 16]

/** Lays a rehearsal of the committee's meeting into the demo year, for today: everything can be tried, and no figure of the year changes. */
export async function seedMeetings(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { scheme, roster }: { readonly scheme: Scheme; readonly roster: Roster },
): Promise<void> {
  const units = new Map(roster.units.map(unit => [unit.id, unit]))
  const asked = listAsked({ scheme, roster, units }).find(one => one.lead === undefined)
  if (asked === undefined) return
  const id = context.newId()
  await insertMeeting(tx, {
    id,
    year: scheme.cycle,
    kind: asked.kind.id,
    component: asked.kind.component,
    name: `${asked.name}（演练）`,
    heldOn: context.today(),
    place: '州委礼堂',
    minutes: scheme.report?.minutes ?? 8,
    convenor: '主持人',
    teller: '计票人',
    scrutineer: '监票人',
    reviewAfterEach: false,
    phones: true,
    rehearsal: true,
    phase: 'planned',
    ...stampOf(context, actor),
  })
  await replaceClasses(
    tx,
    id,
    asked.method.classes.map((one, place) => ({
      ...one,
      place,
      expected: EXPECTED[place % EXPECTED.length]!,
    })),
  )
  await replaceSpeakers(
    tx,
    id,
    asked.appraisees.map((one, at) => ({
      unit: one.unit,
      unitName: one.name,
      secretary: one.personName ?? '',
      place: at + 1,
      speaks: true,
    })),
  )
}
