import { printPeriod } from '../../../domain/kernel/calendar.ts'
import type { Refusal } from '../../../domain/kernel/refusal.ts'
import { staleYear } from '../../year/staleYear.store.ts'
import { readClosing, saveClosing, saveWord } from './closing.store.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Sets the days of grace. `staleRevision`, `yearSealed`. */
export async function setGrace({
  change,
  params: { year },
  body: { days, reason, revision },
}: Served<'POST /api/years/:year/ledger/grace'>): Promise<{ revision: number } | Refusal> {
  return change<{ revision: number }>(async tx => {
    const sealed = await whyYearClosed(tx, year)
    if (sealed !== undefined) return sealed
    const { graceDays } = await readClosing(tx, year)
    if (!(await saveClosing(tx, year, days, revision))) return staleYear(tx, year)
    return {
      answer: { revision: revision + 1 },
      events: [{ kind: 'ledgerGraceSet', year, values: { from: graceDays, to: days, reason } }],
    }
  })
}

/** Closes or opens a period, or lets its date decide again. `staleRevision`, `yearSealed`. */
export async function setPeriod({
  context,
  actor,
  change,
  params: { year, period },
  body: { state, reason, revision },
}: Served<'POST /api/years/:year/ledger/periods/:period'>): Promise<{ revision: number } | Refusal> {
  return change<{ revision: number }>(async tx => {
    const sealed = await whyYearClosed(tx, year)
    if (sealed !== undefined) return sealed
    const { graceDays } = await readClosing(tx, year)
    if (!(await saveClosing(tx, year, graceDays, revision))) return staleYear(tx, year)
    const word = {
      state: state === 'closed' ? 'closed' : 'open',
      reason,
      byName: actor.name,
      at: context.now().toISOString(),
    } as const
    await saveWord(tx, year, period, state === 'byDate' ? undefined : word)
    const values = { period: printPeriod(period), state, reason }
    return { answer: { revision: revision + 1 }, events: [{ kind: 'ledgerPeriodSet', year, values }] }
  })
}
