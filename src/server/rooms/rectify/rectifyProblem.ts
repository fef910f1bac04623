import type { ProblemCommand } from '../../../domain/campaign/rectify/problemState.ts'
import { decideProblem } from '../../../domain/campaign/rectify/decideProblem.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { attachFiles } from '../../office/files/attachFiles.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { titlesOf } from '../ledger/remedies.store.ts'
import type { ProblemAnswer } from './presentProblem.ts'
import { loadRectify, signersOf, stateOf } from './rectifyContext.ts'
import { changeProblems, insertSteps, lockProblems } from './rectify.store.ts'
import { countOf } from './reviewProblems.ts'
import { stampOf, stepProblem, stepsOf } from './stepProblem.ts'

type Count = Answered<'POST /api/years/:year/problems/send'>

/** Confirms that a unit received its list. `problemsNone`. (四（五）) */
export async function receiveProblems({
  context,
  actor,
  change,
  params: { year, unit },
}: Served<'POST /api/years/:year/units/:unit/problems/receive'>): Promise<Count | Refusal> {
  return change<Count>(async tx => {
    const locked = await lockProblems(tx, { year, unit, standings: ['sent'] })
    const rows = locked.filter(({ receivedOn }) => receivedOn === null)
    if (rows.length === 0) return refuse('problemsNone', { what: '待确认收到' })
    const ids = rows.map(({ id }) => id)
    await changeProblems(tx, ids, { receivedOn: context.today(), ...stampOf(context, actor) })
    await insertSteps(tx, stepsOf(context, actor, ids, 'received'))
    const answer = countOf(rows)
    return { answer, events: [{ kind: 'problemsReceived', year, unit, values: { count: rows.length } }] }
  })
}

/** Objects to a problem. `problemNotReceived`, `problemObjectedAlready`, `problemObjectionLate`, `staleRevision`. (四（五）) */
export async function objectToProblem(
  request: Served<'POST /api/years/:year/units/:unit/problems/:problem/object'>,
): Promise<ProblemAnswer | Refusal> {
  const {
    params: { year, unit },
    body: { reason },
  } = request
  return stepProblem(request, 'object', { do: 'object' }, ({ row }) => ({
    values: { objection: 'open' },
    step: { kind: 'objected', text: reason },
    event: { kind: 'problemObjected', year, unit, values: { problem: row.text, reason } },
  }))
}

/** Writes the plan of one problem. `problemNotReceived`, `problemObjectionOpen`, `problemLocked`, `staleRevision`. (五（二）) */
export async function planProblem(
  request: Served<'PUT /api/years/:year/units/:unit/problems/:problem/plan'>,
): Promise<ProblemAnswer | Refusal> {
  const {
    params: { year, unit },
    body: { revision: _revision, ...plan },
  } = request
  return stepProblem(request, 'plan', { do: 'plan' }, ({ row }) => ({
    values: plan,
    event: { kind: 'problemPlanned', year, unit, values: { problem: row.text } },
  }))
}

/** Hands in the plans of a unit: all problems that want one, or none; what was returned not without a change. `problemsNone`, `problemPlansUnchanged`, and those of `decideProblem`. (五（二）) */
export async function handInPlans({
  context,
  actor,
  change,
  params: { year, unit },
}: Served<'POST /api/years/:year/units/:unit/problems/hand-in'>): Promise<Count | Refusal> {
  return change<Count>(async tx => {
    const ground = await loadRectify(tx, year)
    if (isRefusal(ground)) return ground
    const locked = await lockProblems(tx, { year, unit, standings: ['sent', 'planReturned'] })
    // What is objected to waits for its answer; the others go ahead.
    const rows = locked.filter(({ objection }) => objection !== 'open')
    if (rows.length === 0) return refuse('problemsNone', { what: '待上报方案' })
    if (rows.every(({ standing }) => standing === 'planReturned')) return refuse('problemPlansUnchanged', {})
    for (const row of rows) {
      const decided = decideProblem(stateOf(row), { do: 'handIn' }, signersOf(ground, unit), context.today())
      if (isRefusal(decided)) return aboutProblem(decided, row.text)
    }
    const ids = rows.map(({ id }) => id)
    await changeProblems(tx, ids, { standing: 'handedIn', vets: [], ...stampOf(context, actor) })
    await insertSteps(tx, stepsOf(context, actor, ids, 'handedIn'))
    const answer = countOf(rows)
    return { answer, events: [{ kind: 'plansHandedIn', year, unit, values: { count: rows.length } }] }
  })
}

/** Characters of a problem by which a refusal names it. */
const NAMED = 60

/** Names the problem whose plan is refused, among all that are handed in. */
function aboutProblem({ code, values }: Refusal, text: string): Refusal {
  const problem = text.length > NAMED ? `${text.slice(0, NAMED)}……` : text
  return { code, values: { ...values, problem } as never }
}

/** Reports progress with evidence from the ledger. `problemEntryUnknown`, `fileUnknown`, `problemLocked`, `staleRevision`. */
export function reportProgress(
  request: Served<'POST /api/years/:year/units/:unit/problems/:problem/progress'>,
): Promise<ProblemAnswer | Refusal> {
  return reportWithEvidence(request, 'progress')
}

/** Claims that a problem is mended. `problemEntryUnknown`, `fileUnknown`, `problemLocked`, `staleRevision`. */
export function claimDone(
  request: Served<'POST /api/years/:year/units/:unit/problems/:problem/claim'>,
): Promise<ProblemAnswer | Refusal> {
  return reportWithEvidence(request, 'claim')
}

type Reported = Served<'POST /api/years/:year/units/:unit/problems/:problem/claim'>

async function reportWithEvidence(
  request: Reported | Served<'POST /api/years/:year/units/:unit/problems/:problem/progress'>,
  what: 'progress' | 'claim',
): Promise<ProblemAnswer | Refusal> {
  const { context, actor, params, body } = request
  const { year, unit } = params
  const command: ProblemCommand = { do: what }
  return stepProblem(request, what, command, async ({ row }, _event, tx, stepId) => {
    const entries = [...new Set(body.entries)]
    if (!(await areOfUnit(tx, year, unit, entries))) return refuse('problemEntryUnknown', {})
    const owner = { owner: 'rectification' as const, ownerId: stepId, year, unit }
    const unkept = await attachFiles(tx, context, actor, owner, body.files)
    if (unkept !== undefined) return unkept
    const values = { problem: row.text, text: body.text }
    return {
      // What is done needs no later day any more.
      values: what === 'claim' ? { claimedById: actor.id, extensionUntil: null } : {},
      step: { kind: what === 'claim' ? 'claimed' : 'progress', text: body.text, entries },
      event: { kind: what === 'claim' ? 'problemClaimed' : 'problemProgress', year, unit, values },
    }
  })
}

/** Whether these entries of the ledger, of the year or the one after it, are the unit's and in force. */
async function areOfUnit(
  tx: Transaction,
  year: number,
  unit: string,
  entries: readonly string[],
): Promise<boolean> {
  const known = new Map([...(await titlesOf(tx, year, entries)), ...(await titlesOf(tx, year + 1, entries))])
  return entries.every(id => known.get(id)?.unit === unit)
}

/** Asks for an extension. `problemExtensionOpen`, `problemExtensionEarlier`, `problemLocked`, `staleRevision`. */
export async function askExtension(
  request: Served<'POST /api/years/:year/units/:unit/problems/:problem/extension'>,
): Promise<ProblemAnswer | Refusal> {
  const {
    params: { year, unit },
    body: { until, reason },
  } = request
  return stepProblem(request, 'extend', { do: 'extend', until }, ({ row }) => ({
    values: { extensionUntil: until },
    step: { kind: 'extensionAsked', text: reason, until },
    event: {
      kind: 'problemExtensionAsked',
      year,
      unit,
      values: { problem: row.text, until: printDay(until), reason },
    },
  }))
}
