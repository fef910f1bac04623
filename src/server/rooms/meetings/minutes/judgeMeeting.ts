import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { enterFacts, withdrawFacts } from '../../../year/facts.store.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { type ChangedMeeting, type MeetingTrail, trailOf } from '../changeMeeting.ts'
import { convenes, type LoadedMeeting, openMeeting } from '../loadMeeting.ts'
import { moveMeeting } from '../moveMeeting.ts'
import { insertDecision } from '../plan/decision.store.ts'
import { type MinutesPart, presentMinutes, readCounts } from './loadMinutes.ts'
import { findReplaceable, findScored } from './minutes.store.ts'

const SOURCE = '述职测评会议'

/** Reports the counted results to the committee. `notConvenor`, `meetingUncounted`, `rehearsalNotReported`, `meetingNotNow`. (四（四）) */
export async function reportMeeting(
  request: Served<'POST /api/years/:year/meetings/:meeting/report'>,
): Promise<MinutesPart | Refusal> {
  return judge(request, async (tx, open) => {
    const { stored } = open
    if (!convenes(request.actor, stored)) return refuse('notConvenor', { name: stored.name })
    if (stored.rehearsal) return refuse('rehearsalNotReported', {})
    if ((await readCounts(tx, open)).length === 0) return refuse('meetingUncounted', {})
    const moved = await moveMeeting(
      request,
      tx,
      open,
      { do: 'report' },
      { reportedOn: request.context.today() },
    )
    if (isRefusal(moved)) return moved
    return { after: moved.after, events: [{ kind: 'meetingReported', values: { name: stored.name } }] }
  })
}

/** Accepts the results of a meeting, which become facts of the year in the same change; returns them with a reason; or takes an acceptance back with a reason, and with it the facts. Accepted with a reason to `replace`, they take the place of ballots entered before by other ways. `scoredAlready`, `scoredElsewhere`, `meetingNotNow`. (四（四）) */
export async function judgeMeeting(
  request: Served<'POST /api/years/:year/meetings/:meeting/verdict'>,
): Promise<MinutesPart | Refusal> {
  const { context, actor, body } = request
  return judge(request, async (tx, open, revision) => {
    const { id, name, year, component } = open.stored
    const decision = {
      id: context.newId(),
      meeting: id,
      decidedBy: actor.name,
      decidedAt: context.now().toISOString(),
    }
    if (body.verdict === 'return') {
      const { reason } = body
      await insertDecision(tx, { ...decision, kind: 'returned', reason })
      const moved = await moveMeeting(request, tx, open, { do: 'return', reason })
      if (isRefusal(moved)) return moved
      return { after: moved.after, events: [{ kind: 'meetingReturned', values: { name, reason } }] }
    }
    if (body.verdict === 'takeBack') {
      const { reason } = body
      await insertDecision(tx, { ...decision, kind: 'takenBack', reason })
      const columns = { acceptedOn: null, reportedOn: null, facts: [] }
      const moved = await moveMeeting(request, tx, open, { do: 'takeBack', reason }, columns)
      if (isRefusal(moved)) return moved
      const origin = { author: actor.name, now: context.now(), revision }
      const facts = await withdrawFacts(tx, year, open.stored.facts, origin)
      return { after: moved.after, events: [{ kind: 'meetingTakenBack', values: { name, facts, reason } }] }
    }
    const replace = body.verdict === 'accept' ? body.replace : undefined
    const counts = await readCounts(tx, open)
    const facts = counts.map(count => ({
      id: context.newId(),
      kind: 'ballotCounts' as const,
      body: open.stored.elsewhere ? { ...count, elsewhere: true } : count,
    }))
    const columns = { acceptedOn: context.today(), facts: facts.map(fact => fact.id) }
    const replaces = replace === undefined ? '' : `；代替原来的得分，${replace}`
    await insertDecision(tx, { ...decision, kind: 'accepted', reason: `结果属实，记入年度${replaces}` })
    const moved = await moveMeeting(request, tx, open, { do: 'accept' }, columns)
    if (isRefusal(moved)) return moved
    const origin = { author: actor.name, now: context.now(), revision, source: SOURCE }
    const units = [...new Set(counts.map(one => one.unit))]
    const replaced: MeetingTrail[] = []
    if (replace !== undefined) {
      const before = await findReplaceable(tx, year, component, units)
      const gone = await withdrawFacts(tx, year, before, origin)
      replaced.push({ kind: 'ballotsReplaced', values: { name, facts: gone, reason: replace } })
    }
    const scored = await findScored(tx, year, component, units)
    if (scored !== undefined) {
      const unit = open.speakers.find(line => line.unit === scored)?.unitName ?? scored
      return refuse(replace === undefined ? 'scoredAlready' : 'scoredElsewhere', { unit })
    }
    await enterFacts(tx, year, facts, { ...origin, record: `meeting:${id}` })
    const accepted = { kind: 'meetingAccepted', values: { name, facts: facts.length } } as const
    return { after: moved.after, events: [accepted, ...replaced] }
  })
}

type Judging = Served<
  'POST /api/years/:year/meetings/:meeting/report' | 'POST /api/years/:year/meetings/:meeting/verdict'
>

async function judge(
  { context, actor, reach, change, params: { year, meeting }, body: { revision: seen } }: Judging,
  work: (
    tx: Transaction,
    open: LoadedMeeting,
    revision: number,
  ) => Promise<{ readonly after: LoadedMeeting; readonly events: ChangedMeeting['events'] } | Refusal>,
): Promise<MinutesPart | Refusal> {
  return change<MinutesPart>(async tx => {
    const found = await loadYear(tx, year, { lock: true })
    if (isRefusal(found)) return found
    const open = await openMeeting(tx, year, meeting, seen)
    if (isRefusal(open)) return open
    if (open.stored.dual !== null) return refuse('meetingOfDebriefs', { name: open.stored.name })
    const done = await work(tx, open, found.revision)
    if (isRefusal(done)) return done
    return {
      answer: await presentMinutes({ context, actor, reach }, tx, found, done.after),
      events: trailOf(open.stored, done.events),
    }
  })
}
