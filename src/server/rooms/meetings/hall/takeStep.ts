import type { z } from 'zod'
import type { stepShape } from '../../../../contract/meetings/meetingParts.ts'
import { decideMeeting } from '../../../../domain/campaign/meeting/decideMeeting.ts'
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
import { applyEvent, clockColumns } from '../applyEvent.ts'
import { changeMeeting, type ChangedMeeting, type MeetingTrail } from '../changeMeeting.ts'
import { clockOf, type LoadedMeeting } from '../loadMeeting.ts'
import type { MeetingPart } from '../presentMeeting.ts'

/** A step in the hall, as the contract defines it. */
export type Step = z.output<typeof stepShape>

/** Takes a step in the hall as the convenor. */
export async function stepMeeting(
  request: Served<'POST /api/years/:year/meetings/:meeting/steps'>,
): Promise<MeetingPart | Refusal> {
  return changeMeeting(request, (tx, open, now) => takeStep(tx, open, request.body.move, now))
}

/** Takes a step: start, next speaker, pause or go on, open voting, close voting. The refusals of `decideMeeting`. */
export async function takeStep(
  tx: Transaction,
  open: LoadedMeeting,
  move: Step,
  now: string,
): Promise<ChangedMeeting | Refusal> {
  if (move.step === 'pause') return pause(open, now)
  const { step, ...more } = move
  const event = decideMeeting(open.state, { do: step, ...more } as MeetingCommand, now)
  if (isRefusal(event)) return named(event, open)
  return { saved: await applyEvent(tx, open, event, now), events: [trailOfStep(open, move, event)] }
}

function pause({ stored }: LoadedMeeting, now: string): ChangedMeeting | Refusal {
  if (stored.speaking === null)
    return refuse('meetingNotNow', { phase: `${phaseNames[stored.phase]}，没有人在述职`, needed: '有人述职' })
  const clock = pauseClock(clockOf(stored), Date.parse(now))
  const values = { name: stored.name, paused: clock.runningSince === undefined }
  return { saved: clockColumns(clock), events: [{ kind: 'speechPaused', values }] }
}

function trailOfStep(
  { stored: { name }, speakers }: LoadedMeeting,
  { step }: Exclude<Step, { step: 'pause' }>,
  { speaking, votingUntil }: MeetingEvent,
): MeetingTrail {
  switch (step) {
    case 'start':
      return { kind: 'meetingStarted', values: { name } }
    case 'next': {
      const line = speakers.find(one => one.unit === speaking)
      return line === undefined
        ? { kind: 'speechesEnded', values: { name } }
        : { kind: 'speechCalled', values: { name, unit: line.unitName } }
    }
    case 'openVoting': {
      const until = votingUntil === undefined ? '' : formatInstant(votingUntil)
      return { kind: 'votingOpened', values: { name, until } }
    }
    case 'closeVoting':
      return { kind: 'votingClosed', values: { name } }
  }
}

/** A refusal of the domain, with the unit by its name. */
function named(refusal: Refusal, { speakers }: LoadedMeeting): Refusal {
  const { unit } = refusal.values as { readonly unit?: string }
  const line = speakers.find(one => one.unit === unit)
  return line === undefined ? refusal : { ...refusal, values: { ...refusal.values, unit: line.unitName } }
}
