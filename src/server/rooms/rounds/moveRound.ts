import {
  decideRound,
  type RoundCommand,
  roundStateNames,
  type RoundState,
} from '../../../domain/campaign/plan/decideRound.ts'
import { blocksIssue } from '../../../domain/campaign/plan/planFaults.ts'
import { planFaultSentence } from '../../../contract/rounds/planFaultSentence.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type Assignment, assignmentsOfRound } from './assignments.store.ts'
import { type Stamp, stampOf } from './plan.store.ts'
import { faultsOfRound, loadPlanContext } from './planContext.ts'
import { loadRound } from './roundOpen.ts'
import { saveRound, type StoredRound } from './rounds.store.ts'
import { type RoundPart, presentRound } from './presentRound.ts'
import { planNames } from './viewPlan.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type At = { readonly year: number; readonly round: string; readonly revision: number }

/** Issues a round (下达); only without a blocking fault. `planFaulty`, `planEmpty`, `roundAlreadyIssued`. */
export function issueRound({
  context,
  actor,
  change,
  params,
  body,
}: Served<'POST /api/years/:year/rounds/:round/issue'>): Promise<RoundPart | Refusal> {
  const at = { ...params, ...body }
  const stamp = stampOf(context, actor)
  return change<RoundPart>(async tx => {
    return move(tx, context, at, stamp, async (round, open) => {
      const ground = await loadPlanContext(tx, round)
      if (isRefusal(ground)) return ground
      const faults = faultsOfRound(round, ground, open)
      const blocking = faults.filter(blocksIssue)
      const first = blocking[0] === undefined ? '' : planFaultSentence(blocking[0], planNames(ground))
      const values = { name: round.name, units: open.length, warnings: faults.length - blocking.length }
      return {
        command: { do: 'issue', visits: open.length, blocking: blocking.length, first },
        event: { kind: 'roundIssued', values },
      }
    })
  })
}

/** Ends a round; requires a reason if units were left out. */
export function endRound({
  context,
  actor,
  change,
  params,
  body,
  body: { reason },
}: Served<'POST /api/years/:year/rounds/:round/end'>): Promise<RoundPart | Refusal> {
  const at = { ...params, revision: body.revision }
  const stamp = stampOf(context, actor)
  return change<RoundPart>(async tx => {
    return move(tx, context, at, stamp, async ({ name }, open) => {
      const left = open.filter(one => one.state === 'planned').length
      return {
        command: { do: 'end', left, reason },
        event: { kind: 'roundEnded', values: { name, left, reason } },
      }
    })
  })
}

/** Reopens a round, with a reason. */
export function reopenRound({
  context,
  actor,
  change,
  params,
  body,
  body: { reason },
}: Served<'POST /api/years/:year/rounds/:round/reopen'>): Promise<RoundPart | Refusal> {
  const at = { ...params, revision: body.revision }
  const stamp = stampOf(context, actor)
  return change<RoundPart>(async tx => {
    return move(tx, context, at, stamp, async ({ name, state }, open) => {
      const done = open.filter(one => one.state === 'done').length
      const to = roundStateNames[state === 'ended' ? 'issued' : 'drafted']
      return {
        command: { do: 'reopen', done, reason },
        event: { kind: 'roundReopened', values: { name, to, reason } },
      }
    })
  })
}

interface Move {
  readonly command: RoundCommand
  readonly event: Extract<TrailEvent, { kind: 'roundIssued' | 'roundEnded' | 'roundReopened' }>
}

async function move(
  tx: Transaction,
  context: AppContext,
  { year, round: id, revision }: At,
  { by, at }: Stamp,
  decide: (round: StoredRound, open: readonly Assignment[]) => Promise<Move | Refusal>,
): Promise<Done<RoundPart> | Refusal> {
  const round = await loadRound(tx, year, id, revision)
  if (isRefusal(round)) return round
  const decided = await decide(
    round,
    (await assignmentsOfRound(tx, id)).filter(one => one.state !== 'cancelled'),
  )
  if (isRefusal(decided)) return decided
  const state = decideRound(round.state, decided.command)
  if (typeof state !== 'string') return state
  const saved = await saveRound(tx, id, {
    state,
    ...issuing(round.state, state, by, at),
    changedBy: by,
    changedAt: at.toISOString(),
  })
  return { answer: presentRound(saved, undefined, context.today()), events: [{ ...decided.event, year }] }
}

function issuing(before: RoundState, after: RoundState, by: string, at: Date) {
  return before === 'drafted' && after === 'issued' ? { issuedBy: by, issuedAt: at.toISOString() } : {}
}
