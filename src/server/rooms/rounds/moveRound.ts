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
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { type Assignment, assignmentsOfRound } from './assignments.store.ts'
import { stampOf } from './plan.store.ts'
import { faultsOfRound, loadPlanContext } from './planContext.ts'
import { loadRound } from './roundOpen.ts'
import { saveRound, type StoredRound } from './rounds.store.ts'
import { type RoundPart, presentRound } from './presentRound.ts'
import { planNames } from './viewPlan.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Issues a round (下达); only without a blocking fault. `planFaulty`, `planEmpty`, `roundAlreadyIssued`. */
export function issueRound(request: Served<'POST /api/years/:year/rounds/:round/issue'>) {
  return move(request, async (round, open, tx) => {
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
}

/** Ends a round; requires a reason if units were left out. */
export function endRound(request: Served<'POST /api/years/:year/rounds/:round/end'>) {
  const { reason } = request.body
  return move(request, ({ name }, open) => {
    const left = open.filter(one => one.state === 'planned').length
    return {
      command: { do: 'end', left, reason },
      event: { kind: 'roundEnded', values: { name, left, reason } },
    }
  })
}

/** Reopens a round, with a reason. */
export function reopenRound(request: Served<'POST /api/years/:year/rounds/:round/reopen'>) {
  const { reason } = request.body
  return move(request, ({ name, state }, open) => {
    const done = open.filter(one => one.state === 'done').length
    const to = roundStateNames[state === 'ended' ? 'issued' : 'drafted']
    return {
      command: { do: 'reopen', done, reason },
      event: { kind: 'roundReopened', values: { name, to, reason } },
    }
  })
}

interface Move {
  readonly command: RoundCommand
  readonly event: Extract<TrailEvent, { kind: 'roundIssued' | 'roundEnded' | 'roundReopened' }>
}

type Moving = Pick<
  Served<'POST /api/years/:year/rounds/:round/issue'>,
  'context' | 'actor' | 'change' | 'params' | 'body'
>

/** Moves a round as it was seen, by a command that the round itself decides. */
function move(
  { context, actor, change, params: { year, round: id }, body: { revision } }: Moving,
  decide: (
    round: StoredRound,
    open: readonly Assignment[],
    tx: Transaction,
  ) => Promise<Move | Refusal> | Move,
): Promise<RoundPart | Refusal> {
  const { by, at } = stampOf(context, actor)
  return change<RoundPart>(async tx => {
    const round = await loadRound(tx, year, id, revision)
    if (isRefusal(round)) return round
    const open = (await assignmentsOfRound(tx, id)).filter(one => one.state !== 'cancelled')
    const decided = await decide(round, open, tx)
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
  })
}

function issuing(before: RoundState, after: RoundState, by: string, at: Date) {
  return before === 'drafted' && after === 'issued' ? { issuedBy: by, issuedAt: at.toISOString() } : {}
}
