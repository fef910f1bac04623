import type { BallotCount } from '../../../../domain/year/facts/facts.ts'
import { countsOf } from '../../../../domain/campaign/meeting/countsOf.ts'
import { scoreMeeting, shareOf } from '../../../../domain/campaign/meeting/scoreMeeting.ts'
import { addDays, daysBetween } from '../../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { listAttached } from '../../../office/files/attachFiles.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reach } from '../../../platform/access/reach.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { toInstant } from '../../../platform/database/toInstant.ts'
import type { Answered, Served } from '../../../platform/http/serveRoutes.ts'
import { loadYear, type YearContext } from '../../../year/loadYear.ts'
import { findBox } from '../ballots/ballots.store.ts'
import { keptFormOf } from '../ballotFormOf.ts'
import { convenes, isSeen, type LoadedMeeting, loadMeeting } from '../loadMeeting.ts'
import { methodOf } from '../plan/meetingKinds.ts'
import { presentMeeting } from '../presentMeeting.ts'
import { listNotes, listRecounts, type StoredRecount } from './minutes.store.ts'

/** The minutes of a meeting, as the contract defines them. */
export type MinutesPart = Answered<'GET /api/years/:year/meetings/:meeting/minutes'>

/** Reads the counts of a meeting: as published, or as entered from the count sheet. None before the count. */
export async function readCounts(
  db: Database | Transaction,
  loaded: LoadedMeeting,
): Promise<readonly BallotCount[]> {
  if (loaded.stored.entered !== null) return loaded.stored.entered
  const form = keptFormOf(loaded)
  const count = (await findBox(db, loaded.stored.id))?.count
  return form === undefined || !count ? [] : countsOf(form, count)
}

/** Shows the minutes of a meeting. `meetingOfDebriefs`, `notFound` also for one out of reach. */
export async function viewMinutes({
  context,
  actor,
  reach,
  params: { year, meeting },
}: Served<'GET /api/years/:year/meetings/:meeting/minutes'>): Promise<MinutesPart | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const loaded = await loadMeeting(context.db, year, meeting)
  if (isRefusal(loaded)) return loaded
  const { stored, speakers } = loaded
  if (!isSeen(stored, speakers, { actor, reach }, 'readMeetings'))
    return refuse('notFound', { what: '这次会议' })
  if (stored.dual !== null) return refuse('meetingOfDebriefs', { name: stored.name })
  return presentMinutes({ context, actor, reach }, context.db, found, loaded)
}

/** Presents the minutes to one person: who runs, leads or supervises sees all results, a secretary the own one once it is accepted. */
export async function presentMinutes(
  { context, actor, reach }: { readonly context: AppContext; readonly actor: Actor; readonly reach: Reach },
  db: Database | Transaction,
  { scheme }: YearContext,
  loaded: LoadedMeeting,
): Promise<MinutesPart> {
  const { stored, speakers } = loaded
  const component = scheme.components.find(({ id }) => id === stored.component)!
  const method = methodOf(scheme, stored)!
  const counts = await readCounts(db, loaded)
  const byUnit = Map.groupBy(counts, one => one.unit)
  const scores = new Map(scoreMeeting(scheme, component, method, counts).map(one => [one.unit, one]))
  const seesAll = reach.all || convenes(actor, stored)
  const className = new Map(method.classes.map(one => [one.id, one.name]))
  const part = presentMeeting(loaded, scheme, actor, context.now())
  const unitName = new Map(speakers.map(line => [line.unit, line.unitName]))
  const sees = (unit: string) => seesAll || (stored.phase === 'accepted' && reach.has(unit))
  const isOpen = ['closed', 'counted', 'returned'].includes(stored.phase)
  return {
    meeting: part,
    elsewhere: stored.elsewhere,
    files: [...((await listAttached(db, 'meeting', [stored.id])).get(stored.id) ?? [])],
    agenda: part.agenda,
    classes: part.classes,
    decisions: part.decisions,
    notes: seesAll
      ? (await listNotes(db, stored.id)).map(one => ({
          body: one.body,
          by: one.notedBy,
          at: toInstant(one.notedAt),
        }))
      : [],
    recounts: (await listRecounts(db, stored.id))
      .filter(one => seesAll || reach.has(one.unit))
      .map(one => presentRecount(one, unitName)),
    share: shareOf(component, scheme),
    results: speakers
      .filter(line => byUnit.has(line.unit) && sees(line.unit))
      .map(({ unit, unitName: name, secretary }) => ({
        unit,
        unitName: name,
        secretary,
        classes: byUnit.get(unit)!.map(({ voterClasses, marks, voided, abstained }) => ({
          names: voterClasses.map(id => className.get(id) ?? id),
          valid: marks.length,
          voided,
          abstained,
        })),
        ofHundred: scores.get(unit)?.ofHundred,
        converted: scores.get(unit)?.converted,
      })),
    reportedOn: stored.reportedOn ?? undefined,
    acceptedOn: stored.acceptedOn ?? undefined,
    recountUntil: recountUntil(loaded, scheme),
    daysOpen: isOpen ? Math.max(0, daysBetween(stored.heldOn, context.today())) : undefined,
  }
}

/** The last day on which a recount of an accepted meeting may be asked for, if the scheme takes such requests. */
export function recountUntil(
  { stored: { acceptedOn, kind } }: LoadedMeeting,
  { meetings = [] }: YearContext['scheme'],
): string | undefined {
  const days = meetings.find(one => one.id === kind)?.recountDays
  return acceptedOn === null || days === undefined ? undefined : addDays(acceptedOn, days)
}

/** Presents a request for a recount. */
export function presentRecount(
  { id, unit, reason, askedBy, askedAt, answer, answeredBy, answeredAt }: StoredRecount,
  unitName: ReadonlyMap<string, string>,
): Answered<'POST /api/years/:year/meetings/:meeting/recounts/:recount/answer'> {
  return {
    id,
    unit,
    unitName: unitName.get(unit) ?? unit,
    reason,
    askedBy,
    askedAt: toInstant(askedAt),
    answer: answer ?? undefined,
    answeredBy: answeredBy ?? undefined,
    answeredAt: answeredAt === null ? undefined : toInstant(answeredAt),
  }
}
