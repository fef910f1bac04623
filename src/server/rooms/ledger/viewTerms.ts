import { ledgerKindsOf } from '../../../contract/ledger/ledgerKinds.ts'
import { remedyStateNames } from '../../../contract/ledger/remedyNames.ts'
import { printRequirement, requirementOf } from '../../../domain/year/evidence/ledgerRules.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { readClosing } from './closing.store.ts'
import { rowsFor } from './ledgerContext.ts'
import { presentPeriods } from './presentPeriods.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Returns the choices for a new entry: kinds with what the scheme requires of them, rows, periods. If several tiers require a kind, the first one sets how often. */
export async function viewTerms({
  context: { db, today },
  params: { year },
}: Served<'GET /api/years/:year/ledger/terms'>) {
  const scheme = await schemeOfYear(db, year)
  if (isRefusal(scheme)) return scheme
  const rows = scheme.tiers.flatMap(tier => rowsFor(scheme, tier.id))
  const sections = new Map(
    scheme.rubrics.flatMap(rubric => rubric.sections.map(one => [one.id, one.title] as const)),
  )
  return {
    today: today(),
    kinds: ledgerKindsOf(scheme).map(({ kind, name, counter }) => {
      const asked = counter === undefined ? undefined : requirementOf(rows, counter.id)
      return {
        kind,
        name,
        counts: asked !== undefined,
        citation: counter?.citation,
        ...(asked === undefined ? {} : { per: asked.per, told: printRequirement(asked) }),
      }
    }),
    rows: scheme.rubrics.flatMap(rubric =>
      rubric.rows.map(({ id, title, section, citation }) => ({
        row: id,
        title,
        section: sections.get(section) ?? section,
        citation,
      })),
    ),
    periods: presentPeriods(year, await readClosing(db, year), today()),
    states: Object.entries(remedyStateNames).map(([state, name]) => ({
      state: state as keyof typeof remedyStateNames,
      name,
    })),
  }
}
