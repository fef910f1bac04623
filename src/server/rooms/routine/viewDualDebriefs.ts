import type { freeLedgerKinds } from '../../../contract/ledger/ledgerKinds.ts'
import { dayIn } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { isAppraised } from '../../../domain/year/roster/appointAppraisees.ts'
import { entriesOfKind } from './dualDebriefs.store.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { loadYear } from '../../year/loadYear.ts'

type DualDebriefs = Answered<'GET /api/years/:year/routine/dualDebriefs'>

const KIND: keyof typeof freeLedgerKinds = 'dualDebrief'
const CITATION = '六（四）'

/** Lists which units have held the dual debriefs (双述双评) of their branch secretaries, according to their ledgers; those without come first. (六（四）) */
export async function viewDualDebriefs({
  context,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/routine/dualDebriefs'>): Promise<DualDebriefs | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const { scheme, roster, units } = found
  const held = Map.groupBy(await entriesOfKind(context.db, year, KIND), entry => entry.unit)
  const byName = new Intl.Collator('zh')
  return {
    ...(scheme.clauses.some(clause => clause.citation === CITATION) ? { citation: CITATION } : {}),
    units: roster.units
      .filter(unit => reach.has(unit.id) && isAppraised(scheme, unit, dayIn(year, '12-31')))
      .map(({ id, name, leadUnit }) => {
        const entries = held.get(id) ?? []
        const participants = entries.reduce((sum, entry) => sum + (entry.participants ?? 0), 0)
        return {
          unit: id,
          unitName: name,
          leadUnitName: leadUnit === undefined ? undefined : (units.get(leadUnit)?.name ?? leadUnit),
          dates: [...new Set(entries.map(entry => entry.happenedOn))].toSorted(),
          ...(entries.length === 0 ? {} : { participants }),
        }
      })
      .toSorted(
        (one, other) => one.dates.length - other.dates.length || byName.compare(one.unitName, other.unitName),
      ),
  }
}
