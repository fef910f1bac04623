import { printDay } from '../../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../../platform/http/serveRoutes.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { trailOf } from '../changeMeeting.ts'
import { isSeen, loadMeeting, openMeeting } from '../loadMeeting.ts'
import { presentRecount, recountUntil } from './loadMinutes.ts'
import { answerRecount, insertNote, insertRecount } from './minutes.store.ts'

type RecountPart = Answered<'POST /api/years/:year/meetings/:meeting/recounts/:recount/answer'>

/** Asks for a recount of the own result, once, within the days of the scheme. `recountClosed`, `recountAsked`, `notFound`. (四（四）) */
export async function askRecount({
  context,
  actor,
  change,
  params: { year, unit, meeting },
  body: { reason },
}: Served<'POST /api/years/:year/units/:unit/meetings/:meeting/recounts'>): Promise<RecountPart | Refusal> {
  return change<RecountPart>(async tx => {
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    const open = await openMeeting(tx, year, meeting)
    if (isRefusal(open)) return open
    const line = open.speakers.find(one => one.unit === unit)
    if (line === undefined) return refuse('notFound', { what: '这次会议' })
    const until = recountUntil(open, found.scheme)
    if (until === undefined || context.today() > until)
      return refuse('recountClosed', { until: until === undefined ? '' : printDay(until) })
    const asked = { id: context.newId(), meeting, unit, reason }
    const made = await insertRecount(tx, {
      ...asked,
      askedBy: actor.name,
      askedAt: context.now().toISOString(),
    })
    if (made === undefined) return refuse('recountAsked', {})
    const values = { name: open.stored.name, reason }
    return {
      answer: presentRecount(made, new Map([[unit, line.unitName]])),
      events: [{ kind: 'recountAskedFor', year, unit, values }],
    }
  })
}

/** Answers a request for a recount, once, as a decision. `recountAnswered`. */
export async function answerRequest({
  context,
  actor,
  change,
  params: { year, meeting, recount },
  body: { answer },
}: Served<'POST /api/years/:year/meetings/:meeting/recounts/:recount/answer'>): Promise<
  RecountPart | Refusal
> {
  return change<RecountPart>(async tx => {
    const open = await openMeeting(tx, year, meeting)
    if (isRefusal(open)) return open
    const to = { answer, answeredBy: actor.name, answeredAt: context.now().toISOString() }
    const saved = await answerRecount(tx, meeting, recount, to)
    if (saved === undefined) return refuse('recountAnswered', {})
    const names = new Map(open.speakers.map(line => [line.unit, line.unitName]))
    const values = { name: open.stored.name, answer }
    return {
      answer: presentRecount(saved, names),
      events: [{ kind: 'recountAnsweredTo', year, unit: saved.unit, values }],
    }
  })
}

/** Leaves a note of a supervisor sent to the meeting. `notFound`. (三（二）4) */
export async function noteMeeting({
  context,
  actor,
  reach,
  change,
  params: { year, meeting },
  body,
}: Served<'POST /api/years/:year/meetings/:meeting/notes'>): Promise<{ readonly id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const loaded = await loadMeeting(tx, year, meeting)
    if (isRefusal(loaded)) return loaded
    if (!isSeen(loaded.stored, loaded.speakers, { actor, reach }, 'superviseMeetings'))
      return refuse('notFound', { what: '这次会议' })
    if (loaded.stored.dual !== null) return refuse('meetingOfDebriefs', { name: loaded.stored.name })
    const id = context.newId()
    await insertNote(tx, {
      id,
      meeting,
      ...body,
      notedBy: actor.name,
      notedAt: context.now().toISOString(),
    })
    const { stored } = loaded
    return {
      answer: { id },
      events: trailOf(stored, [{ kind: 'meetingNoted', values: { name: stored.name } }]),
    }
  })
}
