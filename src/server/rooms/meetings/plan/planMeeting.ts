import { debriefBallotOf } from '../../../../domain/campaign/dualDebrief/debriefBallot.ts'
import { decideMeeting } from '../../../../domain/campaign/meeting/decideMeeting.ts'
import { printDay, printDayAt } from '../../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Named } from '../../../../domain/scheme/scheme.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { linesOf, trailOf } from '../changeMeeting.ts'
import { convenes, loadMeeting, openMeeting } from '../loadMeeting.ts'
import { insertMeeting, replaceClasses, replaceSpeakers, saveMeeting } from '../meeting.store.ts'
import { type MeetingPart, presentMeeting } from '../presentMeeting.ts'
import { stampOf } from '../stampOf.ts'
import { type AskedMeeting, findAsked } from './meetingKinds.ts'

type PlanBody = Served<'PUT /api/years/:year/meetings/:meeting'>['body']

/** Plans a meeting: all secretaries of its tier in the roster's order, all of them speaking. `notConvenor`, `meetingDayOutside`, `tellerIsScrutineer`, `meetingThere`, `noSuchVoterClass`, and those of `findAsked`. (四（四）) */
export async function planMeeting({
  context,
  actor,
  change,
  params: { year },
  body: { kind: asks, lead, classes, ...plan },
}: Served<'POST /api/years/:year/meetings'>): Promise<MeetingPart | Refusal> {
  return change<MeetingPart>(async tx => {
    // A rehearsal does not move the year.
    const found = await loadYear(tx, year, plan.rehearsal ? {} : { lock: true })
    if (isRefusal(found)) return found
    const asked = findAsked(found, asks, lead)
    if (isRefusal(asked)) return asked
    const name = plan.rehearsal ? `${asked.name}（演练）` : asked.name
    if (!convenes(actor, { lead: asked.lead ?? null })) return refuse('notConvenor', { name })
    const wrong = whyNotSo(asked, { ...plan, classes })
    if (wrong !== undefined) return wrong
    const id = context.newId()
    const stored = await insertMeeting(tx, {
      id,
      year,
      kind: asks,
      lead: asked.lead ?? null,
      component: asked.kind.component,
      name,
      phase: 'planned',
      ...plan,
      supervisors: plan.supervisors ?? [],
      ...stampOf(context, actor),
    })
    if (stored === undefined) return refuse('meetingThere', { name })
    await replaceClasses(tx, id, classesOf(asked.method.classes, classes))
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
    const { heldOn, startsAt, place, rehearsal } = plan
    const values = { name, on: printDayAt(heldOn, startsAt), place, speakers: asked.appraisees.length }
    const kind = rehearsal ? 'rehearsalBegun' : 'meetingPlanned'
    const loaded = await loadMeeting(tx, year, id)
    if (isRefusal(loaded)) return loaded
    return {
      answer: presentMeeting(loaded, found.scheme, actor, context.now()),
      events: linesOf(stored, [{ kind, values }]),
      forgets: rehearsal,
    }
  })
}

/** Changes the plan of a meeting that has issued neither slips nor sheets. `meetingFrozen`, `staleRevision`, and those of `planMeeting`. */
export async function editPlan({
  context,
  actor,
  change,
  params: { year, meeting: id },
  body: { classes, revision, ...plan },
}: Served<'PUT /api/years/:year/meetings/:meeting'>): Promise<MeetingPart | Refusal> {
  return change<MeetingPart>(async tx => {
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    const open = await openMeeting(tx, year, id, revision)
    if (isRefusal(open)) return open
    const { stored, state } = open
    if (!convenes(actor, stored)) return refuse('notConvenor', { name: stored.name })
    const decided = decideMeeting(state, { do: 'edit' }, context.now().toISOString())
    if (isRefusal(decided)) return decided
    const asked =
      stored.dual === null
        ? findAsked(found, stored.kind, stored.lead ?? undefined)
        : { method: debriefBallotOf(stored.dual.side) }
    if (isRefusal(asked)) return asked
    const wrong = whyNotSo(asked, { ...plan, rehearsal: stored.rehearsal, classes })
    if (wrong !== undefined) return wrong
    await replaceClasses(tx, id, classesOf(asked.method.classes, classes))
    const { startsAt = null, supervisors = [] } = plan
    await saveMeeting(tx, stored, { ...plan, startsAt, supervisors }, stampOf(context, actor))
    const loaded = await loadMeeting(tx, year, id)
    if (isRefusal(loaded)) return loaded
    return {
      answer: presentMeeting(loaded, found.scheme, actor, context.now()),
      events: trailOf(stored, [{ kind: 'meetingEdited', values: { name: stored.name } }]),
    }
  })
}

/** Why a meeting cannot be planned so: voter classes that are not of its ballots, one person for two duties, a day outside the scheme's. */
export function whyNotSo(
  {
    deadline,
    method,
  }: Pick<AskedMeeting, 'deadline'> & { readonly method: { readonly classes: readonly Named[] } },
  plan: Omit<PlanBody, 'revision'> & { readonly rehearsal: boolean },
): Refusal | undefined {
  const { heldOn, rehearsal, classes } = plan
  const known = method.classes
  if (classes.some(({ id }) => !known.some(one => one.id === id)))
    return refuse('noSuchVoterClass', { known: known.map(one => one.name).join('、') })
  const wrong = refuseOneForTwo(plan)
  if (wrong !== undefined || deadline === undefined || rehearsal) return wrong
  const { from = deadline.due, due } = deadline
  return heldOn < from || heldOn > due
    ? refuse('meetingDayOutside', { from: printDay(from), due: printDay(due) })
    : undefined
}

/** Refuses one person as both teller and scrutineer. `tellerIsScrutineer`. */
export function refuseOneForTwo({
  teller,
  scrutineer,
}: Pick<PlanBody, 'teller' | 'scrutineer'>): Refusal | undefined {
  const [one, other] = [teller, scrutineer].map(name => name.replaceAll(/\s/gu, ''))
  return one === other ? refuse('tellerIsScrutineer', { name: teller }) : undefined
}

/** The classes of a meeting as rows, with how many voters of each are expected. */
export function classesOf(known: readonly Named[], expected: PlanBody['classes']) {
  return known.map(({ id, name }, place) => ({
    id,
    name,
    place,
    expected: expected.find(one => one.id === id)?.expected ?? 0,
  }))
}
