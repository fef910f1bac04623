import { dutyAnswerFields } from '../../../contract/leadDuty/leadDutyFields.ts'
import { type Points, printPoints } from '../../../domain/kernel/points.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { withdrawFacts } from '../../year/facts.store.ts'
import {
  findLeadDuty,
  type LeadDutyRow,
  saveObjection,
  withdrawLeadDutyRow,
} from '../routine/leadDuty.store.ts'

/** Objects to a deduction for lead duty, once, before the seal. `dutyObjected`, `recordWithdrawn`, `staleRevision`, `yearSealed`. (六（四）, R14, R30) */
export async function objectToDuty({
  context,
  actor,
  change,
  params: { year, unit, record },
  body: { objection, revision },
}: Served<'POST /api/years/:year/units/:unit/lead-duty/:record/object'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const next = await bumpCycle(tx, year)
    if (isRefusal(next)) return next
    const found = await findOpen(tx, year, record, revision)
    if (isRefusal(found)) return found
    if (found.unit !== unit) return refuse('notFound', { what: '这条扣分' })
    if (found.objection !== null) return refuse('dutyObjected', {})
    await saveObjection(tx, found, {
      objection,
      objectedBy: actor.name,
      objectedAt: context.now().toISOString(),
    })
    const values = { amount: printPoints(found.amount as Points), objection }
    return { answer: { id: record }, events: [{ kind: 'dutyObjectedTo', year, unit, values }] }
  })
}

/** Answers an objection: the deduction stays, or is withdrawn with its fact. `dutyNotObjected`, `recordWithdrawn`, `staleRevision`, `yearSealed`. */
export async function answerDuty({
  context,
  actor,
  change,
  params: { year, record },
  body: { outcome, answer, revision },
}: Served<'POST /api/years/:year/lead-duty/:record/answer'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const next = await bumpCycle(tx, year)
    if (isRefusal(next)) return next
    const found = await findOpen(tx, year, record, revision)
    if (isRefusal(found)) return found
    if (found.objection === null || found.answer !== null) return refuse('dutyNotObjected', {})
    const upheld = outcome === 'upheld'
    const [by, at] = [actor.name, context.now()]
    await saveObjection(tx, found, { answer, answeredBy: by, upheld })
    if (upheld) {
      await withdrawLeadDutyRow(tx, { ...found, revision: found.revision + 1 }, { by, at, why: answer })
      await withdrawFacts(tx, year, [found.factId], { author: by, now: at, revision: next })
    }
    const values = {
      amount: printPoints(found.amount as Points),
      outcome: dutyAnswerFields.outcome.options.find(({ value }) => value === outcome)!.label,
      answer,
    }
    return { answer: { id: record }, events: [{ kind: 'dutyAnswered', year, unit: found.unit, values }] }
  })
}

async function findOpen(
  tx: Transaction,
  year: number,
  record: string,
  revision: number,
): Promise<LeadDutyRow | Refusal> {
  const found = await findLeadDuty(tx, year, record)
  if (found === undefined) return refuse('notFound', { what: '这条扣分' })
  const { withdrawnAt, withdrawnBy, by, at } = found
  if (withdrawnAt !== null)
    return refuse('recordWithdrawn', { by: withdrawnBy!, at: formatInstant(toInstant(withdrawnAt)) })
  if (found.revision !== revision)
    return staleRevision('这条扣分', found.answeredBy ?? found.objectedBy ?? by, found.objectedAt ?? at)
  return found
}
