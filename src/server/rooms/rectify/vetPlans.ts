import { checkFields } from '../../../contract/rectify/rectifyFields.ts'
import { decideProblem } from '../../../domain/campaign/rectify/decideProblem.ts'
import type { ProblemStanding } from '../../../domain/campaign/rectify/problemState.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import type { ProblemAnswer } from './presentProblem.ts'
import { loadRectify, signersOf, stateOf, vetterFor, vettersOf } from './rectifyContext.ts'
import { changeProblems, insertSteps, lockProblems, type StoredProblem } from './rectify.store.ts'
import { countOf } from './reviewProblems.ts'
import { stampOf, stepProblem, stepsOf } from './stepProblem.ts'

type Count = Answered<'POST /api/years/:year/problems/send'>

/** Vets the plans of a unit for the lead unit or the committee: passes them, or returns them with a reason; those chosen, or all that wait. `problemOwnUnit`, `problemBodyUnknown`, `problemsNone`, `problemSignedAlready`. (五（二）) */
export async function vetPlans({
  context,
  actor,
  change,
  params: { year, unit },
  body: { body, outcome, opinion, problems: ids },
}: Served<'POST /api/years/:year/units/:unit/problems/vet'>): Promise<Count | Refusal> {
  return change<Count>(async tx => {
    const ground = await loadRectify(tx, year)
    if (isRefusal(ground)) return ground
    const name = vettersOf(ground, unit).find(({ id }) => id === body)?.name
    const own = vetterFor(ground, actor, unit)
    if (own === undefined) return refuse('problemOwnUnit', { unit: ground.units.get(unit)?.name ?? unit })
    if (name === undefined || own !== body) return refuse('problemBodyUnknown', { body: name ?? body })
    const agrees = outcome === 'agree'
    const chosen: { readonly row: StoredProblem; readonly to: ProblemStanding }[] = []
    for (const row of await lockProblems(tx, { year, unit, ids, standings: ['handedIn'] })) {
      const command = { do: 'vet', body, by: actor.id, agrees } as const
      const decided = decideProblem(stateOf(row), command, signersOf(ground, unit), context.today())
      if (!isRefusal(decided)) chosen.push({ row, to: decided.to })
      else if (ids !== undefined) return decided
    }
    const rows = chosen.map(({ row }) => row)
    if (rows.length === 0) return refuse('problemsNone', { what: '待审核方案' })
    for (const { row, to } of chosen)
      await changeProblems(tx, [row.id], {
        standing: to,
        vets: agrees ? [...row.vets, { body, byId: actor.id }] : [],
        ...stampOf(context, actor),
      })
    const step = agrees ? 'vetted' : 'planReturned'
    const all = rows.map(({ id }) => id)
    await insertSteps(tx, stepsOf(context, actor, all, step, { text: opinion, body }))
    const values = { body: name, count: rows.length, agrees, opinion }
    return { answer: countOf(rows), events: [{ kind: 'plansVetted', year, unit, values }] }
  })
}

/** Answers a request for an extension. `problemOwnUnit`, `problemLocked`, `staleRevision`. */
export async function answerExtension(
  request: Served<'POST /api/years/:year/units/:unit/problems/:problem/extension/answer'>,
): Promise<ProblemAnswer | Refusal> {
  const {
    params: { year, unit },
    body: { outcome, reason },
  } = request
  const granted = outcome === 'granted'
  return stepProblem(request, 'answerExtension', { do: 'answerExtension', granted }, ({ row }) => ({
    values: { extensionUntil: null, deadline: granted ? row.extensionUntil : row.deadline },
    step: {
      kind: 'extensionAnswered',
      text: `${granted ? '同意' : '不同意'}。${reason}`,
      until: granted ? row.extensionUntil : null,
    },
    event: {
      kind: 'problemExtensionAnswered',
      year,
      unit,
      values: { problem: row.text, granted, reason },
    },
  }))
}

/** Checks the effect of a remedy: confirms the problem or returns it. Never by who claimed it done, nor by somebody of the unit. `problemOwnCheck`, `problemOwnUnit`, `problemLocked`, `staleRevision`. (五（二）) */
export async function checkProblem(
  request: Served<'POST /api/years/:year/units/:unit/problems/:problem/check'>,
): Promise<ProblemAnswer | Refusal> {
  const {
    actor,
    params: { year, unit },
    body: { how, outcome, text },
  } = request
  const isMended = outcome === 'confirmed'
  const way = checkFields.how.options.find(({ value }) => value === how)!.label
  return stepProblem(request, 'check', { do: 'check', by: actor.id, isMended }, ({ row }) => ({
    values: { claimedById: isMended ? row.claimedById : null },
    result: isMended ? text : undefined,
    step: {
      kind: 'checked',
      text: `${way}：${isMended ? '整改到位，销号' : '整改不到位，退回'}。${text}`,
    },
    event: {
      kind: 'problemChecked',
      year,
      unit,
      values: { problem: row.text, isMended, how: way, text },
    },
  }))
}
