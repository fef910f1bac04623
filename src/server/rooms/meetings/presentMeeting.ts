import type { z } from 'zod'
import type {
  agendaPart,
  meetingHead,
  meetingPart,
  speechPart,
} from '../../../contract/meetings/meetingParts.ts'
import { debriefPhaseNames, phaseNames } from '../../../domain/campaign/meeting/meetingState.ts'
import { elapsedOf, readClock } from '../../../domain/campaign/meeting/speechClock.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { clockOf, convenes, type LoadedMeeting } from './loadMeeting.ts'
import type { StoredMeeting, StoredSpeaker } from './meeting.store.ts'

/** A meeting in full, as the contract defines it. */
export type MeetingPart = z.output<typeof meetingPart>

/** Presents a meeting in the list. */
export function presentHead(
  stored: StoredMeeting,
  speakers: readonly StoredSpeaker[],
  actor: Actor,
): z.output<typeof meetingHead> {
  const { id, kind, lead, name, heldOn, startsAt, place, phase, voting, rehearsal, dual } = stored
  return {
    id,
    kind,
    lead: lead ?? undefined,
    name,
    heldOn,
    startsAt: startsAt ?? undefined,
    place,
    phase,
    phaseName: (dual === null ? phaseNames : debriefPhaseNames)[phase],
    voting,
    speakers: speakers.filter(line => line.removedWhy === null).length,
    rehearsal,
    elsewhere: stored.elsewhere,
    convenor: stored.convenor,
    teller: stored.teller,
    scrutineer: stored.scrutineer,
    reportedOn: stored.reportedOn ?? undefined,
    acceptedOn: stored.acceptedOn ?? undefined,
    convenes: convenes(actor, stored),
    dual: dual ?? undefined,
  }
}

/** Presents a meeting in full, as of an instant. */
export function presentMeeting(loaded: LoadedMeeting, scheme: Scheme, actor: Actor, now: Date): MeetingPart {
  const { stored, speakers, classes, decisions, state } = loaded
  const { drawSeed, drawFingerprint } = stored
  return {
    ...presentHead(stored, speakers, actor),
    minutes: stored.minutes,
    supervisors: [...stored.supervisors],
    voting: stored.voting,
    reviewAfterEach: stored.reviewAfterEach,
    phones: stored.phones,
    citation: scheme.meetings?.find(one => one.id === stored.kind)?.citation ?? '',
    component: stored.component,
    componentName: scheme.components.find(one => one.id === stored.component)?.name ?? stored.component,
    votingUntil: state.votingUntil,
    agenda: speakers.map(presentLine),
    classes: classes.map(({ id, name, expected, present }) => ({
      id,
      name,
      expected,
      present: present ?? undefined,
    })),
    decisions: decisions.map(({ kind, unitName, until, reason, decidedBy, decidedAt }) => ({
      kind,
      unitName: unitName ?? undefined,
      until: until === null ? undefined : toInstant(until),
      reason,
      by: decidedBy,
      at: toInstant(decidedAt),
    })),
    speech: presentSpeech(loaded, now),
    draw: drawSeed === null ? undefined : { seed: drawSeed, fingerprint: drawFingerprint! },
    revision: stored.revision,
  }
}

/** Presents a line of the agenda. */
export function presentLine(line: StoredSpeaker): z.output<typeof agendaPart> {
  const { unit, unitName, secretary, place, speaks, spoken, removedWhy, seconds } = line
  return {
    unit,
    unitName,
    secretary,
    place,
    speaks,
    spoken,
    removed: removedWhy !== null,
    removedWhy: removedWhy ?? undefined,
    seconds: seconds ?? undefined,
  }
}

/** Presents the speech under way, if there is one. */
export function presentSpeech(
  { stored, speakers }: LoadedMeeting,
  now: Date,
): z.output<typeof speechPart> | undefined {
  const line = speakers.find(one => one.unit === stored.speaking)
  if (line === undefined) return undefined
  const clock = clockOf(stored)
  const spoken = speakers.filter(one => one.speaks && one.removedWhy === null)
  return {
    unit: line.unit,
    unitName: line.unitName,
    secretary: line.secretary,
    place: spoken.indexOf(line) + 1,
    of: spoken.length,
    minutes: stored.minutes,
    elapsed: elapsedOf(clock, now.getTime()),
    running: clock.runningSince !== undefined,
    stage: readClock(clock, stored.minutes, now.getTime()).stage,
  }
}
