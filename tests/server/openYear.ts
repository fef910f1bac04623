import type { CycleFacts } from '../../src/domain/year/facts/facts.ts'
import type { History } from '../../src/domain/year/history/history.ts'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'
import type { Roster } from '../../src/domain/year/roster/roster.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { SYSTEM_ACTOR } from '../../src/server/platform/access/actor.ts'
import type { AppContext } from '../../src/server/platform/appContext.ts'
import { bumpCycle } from '../../src/server/office/roster/bumpCycle.store.ts'
import { addHolders, putUnits } from '../../src/server/office/roster/roster.store.ts'
import { cycle } from '../../src/server/office/roster/roster.tables.ts'
import { ensureScheme } from '../../src/server/office/scheme/ensureScheme.ts'
import { insertFacts } from '../../src/server/year/facts.store.ts'
import { putHistory } from '../../src/server/year/history.store.ts'

/** What a year is opened with in a test. */
export interface YearContent {
  readonly scheme: Scheme
  readonly roster?: Roster
  readonly facts?: Partial<CycleFacts>
  readonly history?: History
}

/** A year with its promulgated scheme, roster, facts and history, written by the stores themselves. */
export async function openYear(
  context: AppContext,
  { scheme, roster, facts = {}, history }: YearContent,
): Promise<void> {
  const at = context.now()
  await context.db.transaction(async tx => {
    const { version } = await ensureScheme(tx, context, SYSTEM_ACTOR, scheme)
    const year = scheme.cycle
    await tx.insert(cycle).values({
      year,
      schemeVersion: version,
      phase: 'running',
      revision: 1,
      openedBy: '测试',
      openedAt: at.toISOString(),
    })
    const revision = await bumpCycle(tx, year)
    if (isRefusal(revision)) throw new Error(revision.code)
    await putUnits(tx, year, roster?.units ?? [], { by: '测试', at })
    await addHolders(tx, year, roster?.holders ?? [])
    await insertFacts(tx, year, facts, { source: 'test', author: '测试', now: at, revision })
    if (history !== undefined) await putHistory(tx, history, 'test')
  })
}
