import { sentenceOfRefusal } from '../../contract/shape/refusalSentences.ts'
import { type CycleState, phaseOf } from '../../domain/year/lifecycle/cycleState.ts'
import { openingDays } from '../../domain/year/lifecycle/openingDays.ts'
import { type Phase, phaseNames, PHASES } from '../../domain/year/lifecycle/phases.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/kernel/refusal.ts'
import type { Actor } from '../platform/access/actor.ts'
import { judgeAccess } from '../platform/access/judgeAccess.ts'
import { EVERYTHING, findReach, type Reach } from '../platform/access/reach.ts'
import { toInstant } from '../platform/database/toInstant.ts'
import type { AppContext } from '../platform/appContext.ts'
import { listVersions } from '../office/scheme/scheme.store.ts'
import { readCycle, readMoves, stateOf, type StoredCycle } from './lifecycle.store.ts'
import { listHeads } from './listYears.ts'
import { outcomesOf } from './outcome/outcomeCache.ts'
import { presentProgress } from './presentProgress.ts'
import { type ListDates, listDates } from './due/listDates.ts'
import { askMatters } from './due/matter.ts'
import { nextDate, presentTimetable } from './presentTimetable.ts'
import { versionPart } from './versionPart.ts'
import type { Answered, Served } from '../platform/http/serveRoutes.ts'
import { decideCycle } from '../../domain/year/lifecycle/decideCycle.ts'
import type { Day } from '../../domain/kernel/calendar.ts'

type YearAnswer = Answered<'GET /api/years/:year'>

/** Presents a whole year for one person: phase, dates, progress of the units within reach, and waiting tasks. */
export async function presentYear(
  { context, actor, params: { year } }: Served<'GET /api/years/:year'>,
  rooms: readonly ListDates[],
): Promise<YearAnswer | Refusal> {
  const { db } = context
  const [scored, stored] = [await outcomesOf(db).current(year), await readCycle(db, year)]
  const head = (await listHeads(db)).find(one => one.year === year)
  if (scored === undefined || stored === undefined || head === undefined)
    return refuse('notFound', { what: `${year}年度` })
  const { scheme, version } = scored
  const today = context.today()
  const state = stateOf(stored, scheme === undefined ? {} : openingDays(scheme))
  const timetable = scheme === undefined ? [] : presentTimetable(scheme, today)
  const reach = await reachOf(context, actor, year)
  const progress = presentProgress(scored, timetable, reach)
  const dates = await listDates(rooms, askMatters({ context, year, scored, stored, state }, actor), progress)
  const versions = isRefusal(judgeAccess(actor, 'openYear')) ? [] : await listVersions(db, { drafts: false })
  return {
    ...head,
    today,
    openedAt: toInstant(stored.row.openedAt),
    openedBy: stored.row.openedBy,
    phases: await presentPhases(context, stored, phaseOf(state)),
    moves: isRefusal(judgeAccess(actor, 'movePhase')) ? [] : presentMoves(state, today),
    timetable: dates,
    next: nextDate(dates),
    progress,
    blockers: scored.refusals.map(sentenceOfRefusal),
    adoptable: versions
      .filter(one => one.cycle === year && one.version !== version?.version)
      .map(versionPart),
  }
}

/** Determines whose progress is shown: that of the units the person may see on the roster. */
async function reachOf(context: AppContext, actor: Actor, year: number): Promise<Reach> {
  const sentences = judgeAccess(actor, 'readRoster')
  const reach = isRefusal(sentences)
    ? sentences
    : await findReach(context.years, actor, 'readRoster', sentences, year)
  return isRefusal(reach) ? { ...EVERYTHING, all: false, has: () => false } : reach
}

async function presentPhases(
  context: AppContext,
  { row }: StoredCycle,
  now: YearAnswer['phase'],
): Promise<YearAnswer['phases']> {
  const moves = await readMoves(context.db, row.year)
  return PHASES.map(phase => {
    const last = moves.findLast(move => move.to === phase)
    const state = phase === now ? 'now' : PHASES.indexOf(phase) < PHASES.indexOf(now) ? 'done' : 'ahead'
    const told =
      last === undefined || state === 'ahead'
        ? {}
        : { at: toInstant(last.at), by: last.by, ...(last.reason === '' ? {} : { reason: last.reason }) }
    return { phase, name: phaseNames[phase], state, ...told }
  })
}

/** Presents the possible phases: each that a decision can lead to from here, whether it needs a reason, and why it is blocked at present. */
function presentMoves(
  state: CycleState,
  today: Day,
): { to: Phase; name: string; needsReason: boolean; whyNot?: string }[] {
  const from = phaseOf(state)
  return PHASES.flatMap(to => {
    const bare = decideCycle(state, { do: 'move', from, to }, today)
    const reasoned = decideCycle(state, { do: 'move', from, to, reason: '…' }, today)
    if (!isRefusal(reasoned)) return [{ to, name: phaseNames[to], needsReason: isRefusal(bare) }]
    const waits =
      reasoned.code === 'phaseWaitsForRelease' ||
      (reasoned.code === 'phaseWaitsForCorrection' && PHASES.indexOf(to) === PHASES.indexOf(from) + 1)
    return waits
      ? [{ to, name: phaseNames[to], needsReason: false, whyNot: sentenceOfRefusal(reasoned) }]
      : []
  })
}
