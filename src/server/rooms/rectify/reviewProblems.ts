import { answerFields } from '../../../contract/rectify/rectifyFields.ts'
import { decideProblem, planDayAfter } from '../../../domain/campaign/rectify/decideProblem.ts'
import type { ProblemStanding } from '../../../domain/campaign/rectify/problemState.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { whyTooFar } from '../../../domain/kernel/whyTooFar.ts'
import { hasOtherAccount } from '../../office/accounts/accounts.store.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import { readCycle } from '../../year/lifecycle.store.ts'
import type { ProblemAnswer } from './presentProblem.ts'
import { loadRectify, markOf, signersOf, signsTwice, stateOf } from './rectifyContext.ts'
import { changeProblems, insertSteps, lockProblems, type StoredProblem } from './rectify.store.ts'
import { stampOf, stepProblem, stepsOf } from './stepProblem.ts'

type Count = Answered<'POST /api/years/:year/problems/send'>

/** Reviews drafts for one body of the committee: agrees, or returns them; those chosen, or all that wait for it. The drafter is never the reviewer; one account reviews for two bodies only where no third person could. `problemBodyUnknown`, `problemsMoved`, `staleRevision`, `problemOwnReview`, `problemSignedForAnother`, `problemsNone`. (五（二）) */
export async function reviewProblems({
  context,
  actor,
  change,
  params: { year },
  body: { body, outcome, opinion, problems: ids, mark, revision },
}: Served<'POST /api/years/:year/problems/review'>): Promise<Count | Refusal> {
  return change<Count>(async tx => {
    const ground = await loadRectify(tx, year)
    if (isRefusal(ground)) return ground
    const name = ground.bodies.find(({ id }) => id === body)?.name
    if (name === undefined) return refuse('problemBodyUnknown', { body })
    const agrees = outcome === 'agree'
    const locked = await lockProblems(tx, { year, ids, standings: ['drafted'] })
    const moved = locked.find(row => revision !== undefined && row.revision !== revision)
    if (moved !== undefined) return staleRevision('这个问题', moved.changedBy, moved.changedAt)
    const chosen: { readonly row: StoredProblem; readonly to: ProblemStanding }[] = []
    for (const row of locked) {
      if (actor.grants.some(({ unit }) => unit === row.unit)) continue
      const command = { do: 'review', body, by: actor.id, agrees } as const
      const decided = decideProblem(stateOf(row), command, signersOf(ground, row.unit), context.today())
      if (!isRefusal(decided)) chosen.push({ row, to: decided.to })
      // Chosen by hand, each must be possible; of all, those are taken that wait for this body.
      else if (decided.code === 'problemOwnReview') return (await whyNobodyReviews(tx, actor)) ?? decided
      else if (ids !== undefined) return decided
    }
    if (chosen.length === 0) return refuse('problemsNone', { what: '待审核' })
    if (mark !== undefined && mark !== markOf(chosen.map(({ row }) => row)))
      return refuse('problemsMoved', { count: chosen.length })
    if (chosen.some(({ row }) => signsTwice(ground, actor, row))) return refuse('problemSignedForAnother', {})
    const stamp = stampOf(context, actor)
    const signature = [{ body, byId: actor.id }]
    for (const [to, rows] of Map.groupBy(chosen, one => one.to))
      for (const [reviews, same] of Map.groupBy(rows, ({ row }) => JSON.stringify(row.reviews)))
        await changeProblems(
          tx,
          same.map(({ row }) => row.id),
          { standing: to, reviews: agrees ? [...JSON.parse(reviews), ...signature] : [], ...stamp },
        )
    const step = agrees ? 'reviewed' : 'reviewReturned'
    const all = chosen.map(({ row }) => row.id)
    await insertSteps(tx, stepsOf(context, actor, all, step, { text: opinion, body }))
    const values = { body: name, count: all.length, agrees, opinion }
    return {
      answer: countOf(chosen.map(({ row }) => row)),
      events: [{ kind: 'problemsReviewed', year, values }],
    }
  })
}

/** Says what to do where nobody but this account could review: a draft is never reviewed by whoever wrote it. */
export async function whyNobodyReviews(
  db: Database | Transaction,
  { id }: Actor,
): Promise<Refusal | undefined> {
  return (await hasOtherAccount(db, [id], { role: 'committee' }))
    ? undefined
    : refuse('problemNoReviewer', {})
}

/** Sends all reviewed problems to their units at once. What rests on the result waits for its release. `problemsNone`, `problemsMoved`, `problemsNotReleased`, `problemDaysBackwards`, `deadlineFar`. (四（五）) */
export async function sendProblems({
  context,
  actor,
  change,
  params: { year },
  body: { objectUntil, planBy, mark },
}: Served<'POST /api/years/:year/problems/send'>): Promise<Count | Refusal> {
  const today = context.today()
  if (objectUntil < today || planBy < objectUntil) return refuse('problemDaysBackwards', {})
  const far = whyTooFar(planBy, today)
  if (far !== undefined) return far
  return change<Count>(async tx => {
    const stored = await readCycle(tx, year)
    const rows = await lockProblems(tx, { year, standings: ['reviewed'] })
    if (rows.length === 0) return refuse('problemsNone', { what: '审核完待下发' })
    if (mark !== undefined && mark !== markOf(rows)) return refuse('problemsMoved', { count: rows.length })
    if (stored?.row.releasedSeal == null && rows.some(({ seal }) => seal !== null))
      return refuse('problemsNotReleased', { year })
    const ids = rows.map(({ id }) => id)
    await changeProblems(tx, ids, {
      standing: 'sent',
      sentOn: today,
      objectUntil,
      planBy,
      ...stampOf(context, actor),
    })
    await insertSteps(tx, stepsOf(context, actor, ids, 'sent'))
    const answer = countOf(rows)
    const values = { ...answer, objectUntil: printDay(objectUntil), planBy: printDay(planBy) }
    return { answer, events: [{ kind: 'problemsSent', year, values }] }
  })
}

/** Decides on an objection: the problem stays, is reworded, or is dropped. `problemWordsMissing`, `problemLocked`, `staleRevision`. (四（五）) */
export async function answerObjection(
  request: Served<'POST /api/years/:year/units/:unit/problems/:problem/answer'>,
): Promise<ProblemAnswer | Refusal> {
  const {
    params: { year, unit },
    body: { outcome, text, reason },
  } = request
  if (outcome === 'reworded' && text === '') return refuse('problemWordsMissing', {})
  const words = answerFields.outcome.options.find(({ value }) => value === outcome)!.label
  return stepProblem(request, 'answer', { do: 'answer', upheld: outcome === 'upheld' }, ({ row }) => {
    const said = outcome === 'reworded' ? `${words}为“${text}”。${reason}` : `${words}。${reason}`
    const planBy =
      row.objectUntil === null || row.planBy === null
        ? row.planBy
        : planDayAfter(row.objectUntil, row.planBy, request.context.today())
    return {
      values: { objection: 'answered', planBy, text: outcome === 'reworded' ? text : row.text },
      step: {
        kind: 'answered',
        text: said,
        until: outcome !== 'upheld' && planBy !== row.planBy ? planBy : null,
      },
      event: { kind: 'problemAnswered', year, unit, values: { problem: row.text, outcome: words, reason } },
    }
  })
}

/** Counts problems and their units. */
export function countOf(rows: readonly StoredProblem[]): Count {
  return { count: rows.length, units: new Set(rows.map(({ unit }) => unit)).size }
}
