import { listInputFaults } from '../../files/results/listInputFaults.ts'
import { takesFacts } from '../../domain/year/lifecycle/cycleState.ts'
import { type Phase, phaseNames } from '../../domain/year/lifecycle/phases.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Transaction } from '../platform/database/openDatabase.ts'
import { adoptSchemeVersion } from '../office/scheme/adoptSchemeVersion.ts'
import { readSchemeVersion } from '../office/scheme/readSchemeVersion.ts'
import { readCycle, stateOf } from './lifecycle.store.ts'
import { listHeads, type YearHead } from './listYears.ts'
import { readYearIn } from './readYear.ts'
import { staleYear } from './staleYear.store.ts'
import type { Served } from '../platform/http/serveRoutes.ts'

/** Adopts a scheme version, with a reason, while the year takes changes and every fact in it is valid under the new version. */
export async function adoptVersion({
  context,
  change,
  params: { year },
  body: { version, revision, reason },
}: Served<'POST /api/years/:year/scheme'>): Promise<YearHead | Refusal> {
  const done = await change<null>(async tx => {
    const refusal = await whyNot(tx, year, version, revision)
    if (refusal !== undefined) return refusal
    const adopted = await adoptSchemeVersion(tx, year, version)
    if (isRefusal(adopted)) return adopted
    const told = (one: typeof adopted.before): string =>
      one === undefined ? '无' : `“${one.title}”第${one.number}版`
    const values = {
      from: told(adopted.before),
      to: told(adopted.version),
      hash: adopted.version.hash,
      reason,
    }
    return { answer: null, events: [{ kind: 'schemeAdopted', year, values }] }
  })
  if (isRefusal(done)) return done
  return (await listHeads(context.db)).find(one => one.year === year)!
}

async function whyNot(
  tx: Transaction,
  year: number,
  version: string,
  revision: number,
): Promise<Refusal | undefined> {
  const stored = await readCycle(tx, year, { forUpdate: true })
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  if (!takesFacts(stateOf(stored, {})))
    return refuse('yearSealed', { phase: phaseNames[stored.row.phase as Phase] })
  if (stored.row.revision !== revision) return staleYear(tx, year)
  const found = await readSchemeVersion(tx, version)
  if (isRefusal(found)) return found
  if (stored.row.schemeVersion === version)
    return refuse('versionInUse', { title: found.head.title, number: found.head.number })
  const inputs = (await readYearIn(tx, year))!
  // A version of another year is refused for that, not for every fact.
  if (found.head.cycle !== year) return undefined
  const facts = { format: 'hengping-facts/1' as const, roster: inputs.roster, ...inputs.facts }
  const history = { format: 'hengping-history/1' as const, years: [] }
  const faults = listInputFaults({ scheme: found.scheme, facts, history } as never)
  return faults.length === 0
    ? undefined
    : refuse('factsUnfitForVersion', { total: faults.length, faults: faults.slice(0, 5).join('；') })
}
