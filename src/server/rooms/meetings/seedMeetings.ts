import type { MeetingCommand } from '../../../domain/campaign/meeting/meetingState.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Roster } from '../../../domain/year/roster/roster.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { addPrinted } from './ballots/ballots.store.ts'
import { complete, type LoadedMeeting } from './loadMeeting.ts'
import { insertMeeting, replaceClasses, replaceSpeakers } from './meeting.store.ts'
import { issueMeeting, moveMeeting } from './moveMeeting.ts'
import { fixStyle, insertSheet } from './paper/paper.store.ts'
import { type AskedMeeting, listAsked } from './plan/meetingKinds.ts'
import { stampOf } from './stampOf.ts'

/** Voters of each class in the demo, in turn. */
const EXPECTED = [12, 20, 16]

/** The secretaries who spoke at the rehearsal that is over. */
const SPOKE = 4

/** Lays two rehearsals of the committee's meeting into the demo year: one for today, to be tried with phones, and one on paper whose sheets are being entered. No figure of the year changes. */
export async function seedMeetings(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { scheme, roster }: { readonly scheme: Scheme; readonly roster: Roster },
): Promise<void> {
  const units = new Map(roster.units.map(unit => [unit.id, unit]))
  const asked = listAsked({ scheme, roster, units }).find(one => one.lead === undefined)
  if (asked === undefined) return
  const request = { context, actor }
  const { appraisees } = asked
  await layRehearsal(tx, request, scheme, asked, true)
  const over = { ...asked, appraisees: appraisees.slice(0, SPOKE) }
  await holdOnPaper(tx, request, scheme, await layRehearsal(tx, request, scheme, over, false))
}

interface Laying {
  readonly context: AppContext
  readonly actor: Actor
}

async function layRehearsal(
  tx: Transaction,
  { context, actor }: Laying,
  scheme: Scheme,
  { kind, name, method, appraisees }: AskedMeeting,
  phones: boolean,
): Promise<LoadedMeeting> {
  const id = context.newId()
  const stored = await insertMeeting(tx, {
    id,
    year: scheme.cycle,
    kind: kind.id,
    component: kind.component,
    name: `${name}（${phones ? '' : '纸质票'}演练）`,
    heldOn: context.today(),
    place: '州委礼堂',
    minutes: scheme.report?.minutes ?? 8,
    convenor: '主持人',
    teller: '计票人',
    scrutineer: '监票人',
    reviewAfterEach: false,
    phones,
    rehearsal: true,
    phase: 'planned',
    ...stampOf(context, actor),
  })
  await replaceClasses(
    tx,
    id,
    method.classes.map((one, place) => ({ ...one, place, expected: EXPECTED[place % EXPECTED.length]! })),
  )
  await replaceSpeakers(
    tx,
    id,
    appraisees.map((one, at) => ({
      unit: one.unit,
      unitName: one.name,
      secretary: one.personName ?? '',
      place: at + 1,
      speaks: true,
    })),
  )
  return complete(tx, stored!)
}

/** Prints paper, holds the speeches, closes voting and enters one sheet for the first time. */
async function holdOnPaper(
  tx: Transaction,
  request: Laying,
  scheme: Scheme,
  planned: LoadedMeeting,
): Promise<void> {
  const { id } = planned.stored
  const voterClass = planned.classes[0]!.id
  let open = await issueMeeting(request, tx, planned, scheme)
  await fixStyle(tx, id, 'figures')
  await addPrinted(tx, id, voterClass, 'paper', EXPECTED[0]!)
  const next: readonly MeetingCommand[] = [...planned.speakers, undefined].map(() => ({ do: 'next' }))
  for (const command of [{ do: 'start' }, ...next, { do: 'openVoting' }, { do: 'closeVoting' }] as const) {
    if (isRefusal(open)) throw new Error(`the demo meeting was refused: ${open.code}`)
    const moved = await moveMeeting(request, tx, open, command)
    open = isRefusal(moved) ? moved : moved.after
  }
  const marks = Object.fromEntries(planned.speakers.map((_, line) => [line, 90 - line]))
  const { actor, context } = request
  const entered = { first: { faulty: false, marks }, firstBy: actor.id, firstName: actor.name }
  await insertSheet(tx, { id: context.newId(), meeting: id, voterClass, number: 1, way: 'keyed', ...entered })
}
