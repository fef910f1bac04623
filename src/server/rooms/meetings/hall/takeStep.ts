import type { z } from 'zod'
import type { stepShape } from '../../../../contract/meetings/meetingParts.ts'
import {
  phaseNames,
  type MeetingCommand,
  type MeetingEvent,
} from '../../../../domain/campaign/meeting/meetingState.ts'
import { pauseClock } from '../../../../domain/campaign/meeting/speechClock.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import { formatInstant } from '../../../platform/formatInstant.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { clockColumns } from '../applyEvent.ts'
import { changeMeeting, type ChangedMeeting, type MeetingTrail } from '../changeMeeting.ts'
import { clockOf, complete, type LoadedMeeting, nameLine } from '../loadMeeting.ts'
import { saveMeeting } from '../meeting.store.ts'
import { moveMeeting } from '../moveMeeting.ts'
import type { MeetingPart } from '../presentMeeting.ts'
import { decideLaterClose } from '../plan/decideOnMeeting.ts'
import { stampOf } from '../stampOf.ts'

/** A step in the hall, as the contract defines it. */
type Step = z.output<typeof stepShape>

/** A step that is one command of the lifecycle. */
type Plain = Exclude<Step, { step: 'pause' | 'moveClose' }>

/** Who takes a step. */
type Stepping = Parameters<typeof moveMeeting>[0]

/** Takes a step in the hall as the convenor. */
export async function stepMeeting(
  request: Served<'POST /api/years/:year/meetings/:meeting/steps'>,
): Promise<MeetingPart | Refusal> {
  return changeMeeting(request, (tx, open) => takeStep(request, tx, open, request.body.move))
}

/** Takes a step: start, next speaker, pause or go on, open voting, move its close later, close voting. The refusals of `decideMeeting`. */
export async function takeStep(
  request: Stepping,
  tx: Transaction,
  open: LoadedMeeting,
  move: Step,
): Promise<ChangedMeeting | Refusal> {
  if (move.step === 'pause') return pause(request, tx, open)
  const now = request.context.now().getTime()
  if (move.step === 'moveClose') {
    const { votingUntil } = open.state
    const until = after(
      Math.max(now, votingUntil === undefined ? now : Date.parse(votingUntil)),
      move.minutes,
    )
    return decideLaterClose(request, tx, open, { until, reason: move.reason })
  }
  // Afterwards the numbers stand, and the record of a dual debrief needs them.
  const isUncounted = open.stored.dual !== null && open.classes.some(({ present }) => present === null)
  if (move.step === 'openVoting' && isUncounted) return refuse('debriefPresentMissing', {})
  const moved = await moveMeeting(request, tx, open, commandOf(move, now))
  if (isRefusal(moved)) return moved
  return { after: moved.after, events: [trailOfStep(open, move, moved.event)] }
}

function commandOf(move: Plain, now: number): MeetingCommand {
  if (move.step === 'next') return { do: 'next', unit: move.unit }
  if (move.step !== 'openVoting') return { do: move.step }
  return { do: 'openVoting', until: move.minutes === undefined ? undefined : after(now, move.minutes) }
}

function after(instant: number, minutes: number): string {
  return new Date(instant + minutes * 60_000).toISOString()
}

async function pause(
  { context, actor }: Stepping,
  tx: Transaction,
  { stored }: LoadedMeeting,
): Promise<ChangedMeeting | Refusal> {
  if (stored.speaking === null)
    return refuse('meetingNotNow', { phase: `${phaseNames[stored.phase]}，没有人在述职`, needed: '有人述职' })
  const clock = pauseClock(clockOf(stored), context.now().getTime())
  const values = { name: stored.name, paused: clock.runningSince === undefined }
  const saved = await saveMeeting(tx, stored, clockColumns(clock), stampOf(context, actor))
  return { after: await complete(tx, saved), events: [{ kind: 'speechPaused', values }] }
}

function trailOfStep(
  { stored: { name, dual }, speakers }: LoadedMeeting,
  { step }: Plain,
  { speaking, votingUntil }: MeetingEvent,
): MeetingTrail {
  switch (step) {
    case 'start':
      return { kind: 'meetingStarted', values: { name } }
    case 'next': {
      const line = speakers.find(one => one.unit === speaking)
      return line === undefined
        ? { kind: 'speechesEnded', values: { name } }
        : { kind: 'speechCalled', values: { name, unit: nameLine(line, dual) } }
    }
    case 'openVoting': {
      const until = votingUntil === undefined ? '' : formatInstant(votingUntil)
      return { kind: 'meetingVotingOpened', values: { name, until } }
    }
    case 'closeVoting':
      return { kind: 'meetingVotingClosed', values: { name } }
  }
}
