import { printDay, type Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { assignmentsOfRound } from './assignments.store.ts'
import { loadYear } from '../../year/loadYear.ts'
import { supervisedUnits } from './planContext.ts'
import { loadRound, whyRoundClosed } from './roundOpen.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { insertRound, isNameTaken, removeRound, saveRound } from './rounds.store.ts'
import { type RoundPart, presentRound } from './presentRound.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { stampOf } from './plan.store.ts'

/** Drafts a round. `roundNameTaken`, `roundDaysWrong`. (三（二）2) */
export function makeRound({
  context,
  actor,
  change,
  params: { year },
  body: { quarter, supervised, name, from, to },
}: Served<'POST /api/years/:year/rounds'>): Promise<RoundPart | Refusal> {
  const { by, at } = stampOf(context, actor)
  return change<RoundPart>(async tx => {
    const closed = (await whyYearClosed(tx, year)) ?? whyDaysWrong(year, from, to)
    if (closed !== undefined) return closed
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    if (supervised && (await supervisedUnits(tx, year, found)).length === 0)
      return refuse('noneSupervised', { year: year - 1 })
    const row = {
      id: context.newId(),
      year,
      quarter,
      name,
      supervised,
      fromDay: from,
      toDay: to,
      seed: `${year}-${quarter}`,
      changedBy: by,
    }
    const made = await insertRound(tx, { ...row, changedAt: at.toISOString() })
    if (made === undefined) return refuse('roundNameTaken', { name })
    const values = { name, quarter, from: printDay(from), to: printDay(to) }
    return {
      answer: presentRound(made, undefined, context.today()),
      events: [{ kind: 'roundMade', year, values }],
    }
  })
}

/** Edits the name and the dates of a round. */
export function editRound({
  context,
  actor,
  change,
  params: { year, round: id },
  body: { revision, name, from, to },
}: Served<'PUT /api/years/:year/rounds/:round'>): Promise<RoundPart | Refusal> {
  const { by, at } = stampOf(context, actor)
  return change<RoundPart>(async tx => {
    const round = await loadRound(tx, year, id, revision)
    if (isRefusal(round)) return round
    const wrong = whyRoundClosed(round) ?? whyDaysWrong(year, from, to)
    if (wrong !== undefined) return wrong
    if (await isNameTaken(tx, year, name, id)) return refuse('roundNameTaken', { name })
    const saved = await saveRound(tx, id, {
      name,
      fromDay: from,
      toDay: to,
      changedBy: by,
      changedAt: at.toISOString(),
    })
    const changes = [
      ...(name === round.name ? [] : [`名称由“${round.name}”改为“${name}”`]),
      ...(from === round.fromDay && to === round.toDay
        ? []
        : [
            `起止日期由${printDay(round.fromDay)}至${printDay(round.toDay)}改为${printDay(from)}至${printDay(to)}`,
          ]),
    ]
    const values = { name: round.name, changes: changes.length === 0 ? ['没有改动'] : changes }
    return {
      answer: presentRound(saved, undefined, context.today()),
      events: [{ kind: 'roundChanged', year, values }],
    }
  })
}

/** Deletes a round that was not issued, with its plan. `roundClosed` for one that was issued. */
export function dropRound({
  change,
  params: { year, round: id },
  query: { revision },
}: Served<'DELETE /api/years/:year/rounds/:round'>): Promise<{ round: string } | Refusal> {
  return change<{ round: string }>(async tx => {
    const round = await loadRound(tx, year, id, revision)
    if (isRefusal(round)) return round
    if (round.state !== 'drafted') return refuse('roundClosed', { state: '已下达' })
    const planned = (await assignmentsOfRound(tx, id)).length
    await removeRound(tx, id)
    return {
      answer: { round: id },
      events: [{ kind: 'roundRemoved', year, values: { name: round.name, planned } }],
    }
  })
}

function whyDaysWrong(year: number, from: Day, to: Day): Refusal | undefined {
  const within = from <= to && from.startsWith(`${year}-`) && to.startsWith(`${year}-`)
  return within ? undefined : refuse('roundDaysWrong', { from: printDay(from), to: printDay(to) })
}
