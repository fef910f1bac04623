import { dayIn } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { newRemedy } from '../ledger/keepRemedies.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { adoptProblems, insertRemedies } from '../ledger/remedies.store.ts'
import { loadRectify } from './rectifyContext.ts'
import { listEarlier } from './rectify.store.ts'

type Count = Answered<'POST /api/years/:year/look-back'>

/** Puts last year's problems on this year's list of self-checks (回头看): confirmed ones as done with their result, the others as under way with remedy and deadline; a problem listed before stays. `problemsNone`, `yearSealed`. (六（一）) */
export async function lookBack({
  context,
  actor,
  change,
  params: { year },
}: Served<'POST /api/years/:year/look-back'>): Promise<Count | Refusal> {
  return change<Count>(async tx => {
    const sealed = await whyYearClosed(tx, year)
    if (sealed !== undefined) return sealed
    const ground = await loadRectify(tx, year)
    if (isRefusal(ground)) return ground
    const heirs = new Map(
      ground.roster.units.flatMap(({ id, succeeds = [] }) =>
        [id, ...succeeds].map(one => [one, id] as const),
      ),
    )
    const last = (await listEarlier(tx, year)).filter(one => one.year === year - 1)
    const rows = new Set<string>()
    const items = last.flatMap(one => {
      const unit = heirs.get(one.unit)
      if (unit === undefined) return []
      const key = `${unit}\n${one.row}`
      // The list holds a row of last year once; a second problem of the row stands without it.
      const row = one.row === null || rows.has(key) ? undefined : one.row
      rows.add(key)
      const isDone = one.standing === 'confirmed'
      const fields = {
        problem: one.text,
        row,
        measure: one.remedy,
        deadline: one.deadline ?? dayIn(year, '06-30'),
      }
      const made = newRemedy(context, actor, { year, unit }, 'lastYear', fields)
      return [
        {
          ...made,
          problemId: one.id,
          // The heir of a unit cannot act on its problems, and keeps the entry itself.
          follows: unit === one.unit,
          state: isDone ? ('done' as const) : ('inHand' as const),
          result: isDone ? '上年度问题，已复查销号' : '',
        },
      ]
    })
    const count = (await adoptProblems(tx, items)) + (await insertRemedies(tx, items))
    if (count === 0) return refuse('problemsNone', { what: '可以列入回头看' })
    const units = new Set(items.map(({ unit }) => unit)).size
    const values = { from: year - 1, count, units }
    return { answer: { count, units }, events: [{ kind: 'problemsLookedBack', year, values }] }
  })
}
