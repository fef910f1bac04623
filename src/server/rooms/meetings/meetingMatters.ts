import { addDays, daysBetween } from '../../../domain/kernel/calendar.ts'
import { debriefPhaseNames, phaseNames } from '../../../domain/campaign/meeting/meetingState.ts'
import type { RoomDate } from '../../year/due/listDates.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { convenes, isSeen } from './loadMeeting.ts'
import { listDebriefMeetings, listMeetings, listSpeakers, type StoredMeeting } from './meeting.store.ts'
import { listRecountsOf } from './minutes/minutes.store.ts'
import { type AskedMeeting, isScored, listAsked } from './plan/meetingKinds.ts'

/** Days after a meeting within which its result is reported. */
const REPORT_WITHIN = 3

const asked = new WeakMap<object, readonly AskedMeeting[]>()

/** The meetings that the scheme of a scored year asks for, worked out once: the header asks on every page. */
function askedIn(scored: MatterContext['scored']): readonly AskedMeeting[] {
  const { scheme, inputs, units } = scored
  if (scheme?.meetings === undefined) return []
  const known = asked.get(scored) ?? listAsked({ scheme, roster: inputs.roster, units })
  asked.set(scored, known)
  return known
}

/** Lists the meetings that are still to be planned, held, counted, reported or judged, and the requests for a recount. */
export async function listMeetingMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, scored, actor, today } = ground
  const reach = await ground.reach('readMeetings')
  const meetings = (await listMeetings(context.db, year)).filter(
    one => !one.rehearsal && one.phase !== 'brokenOff',
  )
  const lines = Map.groupBy(
    await listSpeakers(
      context.db,
      meetings.map(one => one.id),
    ),
    line => line.meeting,
  )
  const seen = meetings.filter(one => isSeen(one, lines.get(one.id) ?? [], { actor, reach }, 'readMeetings'))
  const unplanned = askedIn(scored)
    .filter(({ lead }) => reach.all || convenes(actor, { lead: lead ?? null }))
    .filter(one => !meetings.some(each => each.kind === one.kind.id && each.lead === (one.lead ?? null)))
    .filter(one => one.appraisees.length > 0 && !isScored(one, scored))
  const isYours = (lead: string | null) => ground.may('conveneMeetings') && convenes(actor, { lead })
  const matters: Matter[] = []
  for (const { id, name, phase, lead, heldOn } of seen) {
    if (phase === 'accepted') continue
    const due = addDays(heldOn, REPORT_WITHIN)
    const isPast = phase !== 'reported' && heldOn < today
    matters.push({
      id: `meeting-${id}`,
      name: '述职测评会议',
      text: `“${name}”${phaseNames[phase]}${isPast ? `，会后已${daysBetween(heldOn, today)}天` : ''}`,
      act: actOf(phase, name, isPast),
      page: `$year/debriefs/${id}`,
      waits: phase === 'reported' ? ground.may('judgeMeetings') : isYours(lead),
      due: phase === 'reported' ? undefined : isPast ? due : heldOn,
      late:
        isPast && due < today
          ? {
              text: `“${name}”会后没有上报结果`,
              since: due,
              units: lead === null ? [] : [ground.nameOf(lead)],
              asks: `上报“${name}”的结果`,
            }
          : undefined,
      seal: 'warning',
    })
  }
  const mine = unplanned.filter(({ lead }) => isYours(lead ?? null))
  if (mine.length > 0) {
    const [first] = mine
    matters.push({
      id: 'meetings-unplanned',
      name: '述职测评会议',
      text: mine.length === 1 ? `安排“${first!.name}”` : `安排${mine.length}次述职测评会议`,
      page: '$year/debriefs',
      waits: true,
      due: first!.deadline?.due,
    })
  }
  for (const one of await listDebriefMeetings(context.db, year)) {
    const { id, name, phase, heldOn } = one
    if (phase === 'accepted' || phase === 'brokenOff' || !convenes(actor, one)) continue
    const isHeld = phase === 'counted' || phase === 'returned' || heldOn < today
    matters.push({
      id: `meeting-${id}`,
      name: '双述双评',
      text: `“${name}”${debriefPhaseNames[phase]}`,
      act: isHeld ? `把“${name}”的计票登记到双述双评` : `召开“${name}”`,
      page: `$year/debriefs/${id}`,
      waits: true,
      due: heldOn,
      seal: 'warning',
    })
  }
  const names = new Map(seen.map(one => [one.id, one.name]))
  for (const one of await listRecountsOf(context.db, [...names.keys()])) {
    if (!reach.has(one.unit)) continue
    const isOpen = one.answer === null
    const asked = `${ground.nameOf(one.unit)}的书记对“${names.get(one.meeting)!}”申请重新计票`
    matters.push({
      id: `recount-${one.id}`,
      name: '重新计票',
      text: isOpen ? `${asked}，等待答复` : `${asked}，已答复：${one.answer}`,
      act: `答复${ground.nameOf(one.unit)}的书记重新计票的申请`,
      page: `$year/debriefs/${one.meeting}`,
      waits: isOpen && ground.may('judgeMeetings'),
      seal: isOpen ? 'blocked' : 'warning',
    })
  }
  return matters
}

/** Says for each date of debrief meetings whether one of them is still under way. */
export async function listMeetingDates({ context, year, scored }: MatterContext): Promise<RoomDate[]> {
  const meetings = (await listMeetings(context.db, year)).filter(isUnderWay)
  return [...Map.groupBy(scored.scheme?.meetings ?? [], ({ deadline }) => deadline)].flatMap(([of, kinds]) =>
    of === undefined ? [] : [{ of, open: meetings.some(({ kind }) => kinds.some(({ id }) => id === kind)) }],
  )
}

function isUnderWay({ rehearsal, phase }: StoredMeeting): boolean {
  return !rehearsal && phase !== 'brokenOff' && phase !== 'accepted'
}

function actOf(phase: StoredMeeting['phase'], name: string, isPast: boolean): string {
  if (phase === 'reported') return `接收或者退回“${name}”的结果`
  return isPast ? `上报“${name}”的结果` : `召开“${name}”`
}
