import type { Received } from '../../contract/http/route.ts'
import type { yearRoutes } from '../../contract/year/yearRoutes.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Actor } from '../platform/access/actor.ts'
import type { Change } from '../platform/change/change.ts'
import type { AppContext } from '../platform/appContext.ts'
import { copyRoster } from '../office/roster/copyRoster.ts'
import { adoptSchemeVersion } from '../office/scheme/adoptSchemeVersion.ts'
import { insertCycle, notePhase } from './lifecycle.store.ts'
import { listHeads, type YearHead } from './listYears.ts'

type Wanted = Received<(typeof yearRoutes)['POST /api/years']['body']>

/** Opens a year: fixes a promulgated scheme version, with the roster (名册) of the year before or none. `yearExists`, `noRosterBefore`. */
export async function openYear(
  context: AppContext,
  actor: Actor,
  change: Change,
  { year, version, roster }: Wanted,
): Promise<YearHead | Refusal> {
  const done = await change<null>(async tx => {
    const at = context.now()
    const opened = { openedBy: actor.name, openedAt: at.toISOString() }
    if (!(await insertCycle(tx, { year, phase: 'prepared', revision: 1, ...opened })))
      return refuse('yearExists', { year })
    const adopted = await adoptSchemeVersion(tx, year, version)
    if (isRefusal(adopted)) return adopted
    const brought =
      roster === 'last' ? await copyRoster(tx, year, year - 1, { by: actor.name, at }) : undefined
    if (isRefusal(brought)) return brought
    await notePhase(tx, year, null, 'prepared', { at, by: actor.name, reason: '' })
    const { title, number } = adopted.version
    const values = { scheme: title, number, roster, units: brought?.copied.units ?? 0 }
    return {
      answer: null,
      events: [{ kind: 'yearOpened', year, values }, ...(brought === undefined ? [] : [brought.event])],
    }
  })
  if (isRefusal(done)) return done
  return (await listHeads(context.db)).find(one => one.year === year)!
}
