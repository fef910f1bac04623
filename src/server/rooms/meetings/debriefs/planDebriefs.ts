import { debriefBallotOf } from '../../../../domain/campaign/dualDebrief/debriefBallot.ts'
import { debriefSides, debriefSidesOf } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { printDayAt } from '../../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../../platform/http/serveRoutes.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { debriefsOf } from '../../ledger/debriefs/debriefs.store.ts'
import { whyYearClosed } from '../../../year/whyYearClosed.ts'
import { linesOf } from '../changeMeeting.ts'
import { isSeen, loadMeeting } from '../loadMeeting.ts'
import {
  insertMeeting,
  listDebriefMeetings,
  listSpeakers,
  replaceClasses,
  replaceSpeakers,
} from '../meeting.store.ts'
import { classesOf, whyNotSo } from '../plan/planMeeting.ts'
import { type MeetingPart, presentHead, presentMeeting } from '../presentMeeting.ts'
import { stampOf } from '../stampOf.ts'

const KIND = 'dualDebrief'

/** Lists the meetings of dual debriefs within reach. (六（四）) */
export async function viewDebriefMeetings({
  context: { db },
  actor,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/debrief-meetings'>): Promise<
  Answered<'GET /api/years/:year/debrief-meetings'>
> {
  const seen = (await listDebriefMeetings(db, year)).filter(one =>
    isSeen(one, [], { actor, reach }, 'readLedger'),
  )
  const ids = seen.map(({ id }) => id)
  const lines = Map.groupBy(await listSpeakers(db, ids), ({ meeting }) => meeting)
  const found = await loadYear(db, year)
  const nameOf = (unit: string) => (isRefusal(found) ? undefined : found.units.get(unit)?.name) ?? unit
  return {
    meetings: seen.map(one => ({
      ...presentHead(one, lines.get(one.id) ?? [], actor),
      unitName: nameOf(one.lead ?? ''),
    })),
  }
}

/** Plans a small meeting at which some of a unit's people hold one of their dual debriefs. `debriefNotAsked`, `debriefNobodyChosen`, `debriefHeldElsewhere`, `tellerIsScrutineer`, `noSuchVoterClass`, `yearSealed`. (六（四）) */
export async function planDebriefMeeting({
  context,
  actor,
  change,
  params: { year, unit },
  body: { side, people, before, classes, ...body },
}: Served<'POST /api/years/:year/units/:unit/debrief-meetings'>): Promise<MeetingPart | Refusal> {
  const plan = { ...body, supervisors: [], rehearsal: false }
  return change<MeetingPart>(async tx => {
    const closed = await whyYearClosed(tx, year)
    if (closed !== undefined) return closed
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    if (!debriefSidesOf(found.scheme).includes(side))
      return refuse('debriefNotAsked', { side: debriefSides[side] })
    const chosen = (await debriefsOf(tx, year, unit)).filter(({ id }) => people.includes(id))
    if (chosen.length === 0) return refuse('debriefNobodyChosen', {})
    const held = chosen.find(row => row[side].heldOn !== undefined)
    if (held !== undefined) return refuse('debriefHeldElsewhere', { name: held.name })
    const ballot = debriefBallotOf(side)
    const wrong = whyNotSo({ method: ballot }, { ...plan, classes })
    if (wrong !== undefined) return wrong
    const id = context.newId()
    const branches = [...new Set(chosen.map(({ branch }) => branch))]
    const of = branches.length === 1 ? branches[0]! : (found.units.get(unit)?.name ?? unit)
    const stored = await insertMeeting(tx, {
      id,
      year,
      kind: KIND,
      lead: unit,
      component: KIND,
      name: `${of}书记${debriefSides[side]}评议会`.slice(0, 200),
      phase: 'planned',
      ...plan,
      dual: { side, before },
      ...stampOf(context, actor),
    })
    await replaceClasses(tx, id, classesOf(ballot.classes, classes))
    await replaceSpeakers(
      tx,
      id,
      chosen.map((row, at) => ({
        unit: row.id,
        unitName: row.branch,
        secretary: row.name,
        place: at + 1,
        speaks: true,
      })),
    )
    const loaded = await loadMeeting(tx, year, id)
    if (isRefusal(loaded)) return loaded
    const { name, heldOn, startsAt, place } = stored!
    const values = { name, on: printDayAt(heldOn, startsAt), place, speakers: chosen.length }
    return {
      answer: presentMeeting(loaded, found.scheme, actor, context.now()),
      events: linesOf(stored!, [{ kind: 'meetingPlanned', values }]),
    }
  })
}
