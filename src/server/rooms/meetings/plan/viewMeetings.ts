import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../../platform/http/serveRoutes.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { outcomesOf } from '../../../year/outcome/outcomeCache.ts'
import { convenes, isSeen, loadMeeting } from '../loadMeeting.ts'
import { listMeetings, listSpeakers } from '../meeting.store.ts'
import { type MeetingPart, presentHead, presentMeeting } from '../presentMeeting.ts'
import { isScored, listAsked } from './meetingKinds.ts'

/** Lists the meetings within reach, and those that the scheme asks for. */
export async function viewMeetings({
  context,
  actor,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/meetings'>): Promise<Answered<'GET /api/years/:year/meetings'> | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const stored = await listMeetings(context.db, year)
  const lines = Map.groupBy(
    await listSpeakers(
      context.db,
      stored.map(one => one.id),
    ),
    line => line.meeting,
  )
  const scored = await outcomesOf(context.db).current(year)
  const meetings = stored.map(one => ({ one, speakers: lines.get(one.id) ?? [] }))
  return {
    minutes: found.scheme.report?.minutes,
    meetings: meetings
      .filter(
        ({ one, speakers }) =>
          isSeen(one, speakers, { actor, reach }, 'listMeetings') &&
          (!one.rehearsal || reach.all || convenes(actor, one)),
      )
      .map(({ one, speakers }) => presentHead(one, speakers, actor)),
    plannable: listAsked(found)
      .map(one => ({
        ...one,
        mayPlan: convenes(actor, { lead: one.lead ?? null }),
        isScored: scored !== undefined && isScored(one, scored),
      }))
      .filter(one => one.mayPlan || reach.all)
      .map(({ mayPlan, isScored, kind, lead, name, appraisees, method, deadline }) => ({
        kind: kind.id,
        kindName: kind.name,
        convenes: mayPlan,
        scored: isScored,
        lead,
        name,
        citation: kind.citation,
        from: deadline?.from,
        due: deadline?.due,
        speakers: appraisees.length,
        units: appraisees.map(one => ({ id: one.unit, name: one.name })),
        classes: method.classes.map(one => ({ id: one.id, name: one.name })),
        grades: method.grades.map(one => ({ id: one.id, name: one.name })),
        meeting: stored.find(
          one =>
            one.kind === kind.id &&
            one.lead === (lead ?? null) &&
            !one.rehearsal &&
            one.phase !== 'brokenOff',
        )?.id,
      })),
  }
}

/** Shows a meeting. `notFound` also for one out of reach. */
export async function viewMeeting({
  context,
  actor,
  reach,
  params: { year, meeting: id },
}: Served<'GET /api/years/:year/meetings/:meeting'>): Promise<MeetingPart | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const loaded = await loadMeeting(context.db, year, id)
  if (isRefusal(loaded)) return loaded
  return isSeen(loaded.stored, loaded.speakers, { actor, reach }, 'readMeetings')
    ? presentMeeting(loaded, found.scheme, actor, context.now())
    : refuse('notFound', { what: '这次会议' })
}
