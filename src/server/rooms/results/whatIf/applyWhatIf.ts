import type { Received } from '../../../../contract/http/route.ts'
import type { resultsRoutes } from '../../../../contract/results/resultsRoutes.ts'
import { factKindNames } from '../../../../contract/year/factKindNames.ts'
import type { TrailEvent } from '../../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import { judgeAccess } from '../../../platform/access/judgeAccess.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import { bumpCycle } from '../../../office/roster/bumpCycle.store.ts'
import { makeDraft } from '../../../office/scheme/makeDraft.ts'
import { readSchemeVersion } from '../../../office/scheme/readSchemeVersion.ts'
import { schemeWork } from '../../../office/scheme/schemeWork.ts'
import { readCycle } from '../../../year/lifecycle.store.ts'
import { outcomesOf } from '../../../year/outcome/outcomeCache.ts'
import { staleYear } from '../../../year/staleYear.store.ts'
import { isEntered } from '../enteredFact.ts'
import { aboutUnit, factOf } from '../factContext.ts'
import { presentFact } from '../presentFact.ts'
import { makeTrial, type Trial } from './tryWhatIf.ts'
import { touchesScheme } from './trialScheme.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { enterFacts, withdrawFacts } from '../../../year/facts.store.ts'

type ApplyRoute = (typeof resultsRoutes)['POST /api/years/:year/what-if/apply']
type Wanted = Received<ApplyRoute['body']>
type Answer = Received<ApplyRoute['answer']>

/** The source of facts written from a trial. */
const BY_TRIAL = '试算写入'

/**
 * Applies a trial (试算): records facts as if each were entered or withdrawn by hand; makes scheme changes
 * a new draft, to be promulgated and then adopted by the year. Requires the revision that was tried.
 * `whatIfEmpty`, `notAllowed`, `staleRevision`, `yearSealed`.
 */
export async function applyWhatIf({
  context,
  actor,
  change,
  params: { year },
  body: wanted,
}: Served<'POST /api/years/:year/what-if/apply'>): Promise<Answer | Refusal> {
  const trial = await tryAgain(context, actor, year, wanted)
  return change<Answer>(async tx => {
    const stored = await readCycle(tx, year, { forUpdate: true })
    if (stored !== undefined && stored.row.revision !== wanted.revision) return staleYear(tx, year)
    if (isRefusal(trial)) return trial
    const facts = await writeFacts(tx, context, actor, year, trial)
    if (isRefusal(facts)) return facts
    const drafted = touchesScheme(wanted.changes)
      ? await writeDraft(tx, context, actor, stored!.row.schemeVersion!, wanted, trial)
      : undefined
    if (isRefusal(drafted)) return drafted
    const { added, removed } = trial.facts
    const values = {
      added: added.length,
      removed: removed.length,
      draft: drafted?.draft.name ?? '',
      reason: wanted.reason,
    }
    const answer = {
      revision: facts.revision ?? stored!.row.revision,
      added: added.length,
      removed: removed.length,
      ...(drafted && { draft: drafted.draft }),
    }
    return {
      answer,
      events: [{ kind: 'whatIfApplied', year, values }, ...facts.events, ...(drafted?.events ?? [])],
    }
  })
}

/** Repeats the trial before the transaction; the transaction then checks that the revision is the same. */
async function tryAgain(
  context: AppContext,
  actor: Actor,
  year: number,
  { changes }: Wanted,
): Promise<Trial | Refusal> {
  const scored = await outcomesOf(context.db).current(year)
  if (scored === undefined) return refuse('notFound', { what: `${year}年度` })
  const { add, remove, replace, version } = changes
  if (!touchesScheme(changes) && add.length + remove.length + replace.length === 0)
    return refuse('whatIfEmpty', {})
  const mayDraft = touchesScheme(changes) ? judgeAccess(actor, 'editScheme') : undefined
  if (isRefusal(mayDraft)) return mayDraft
  // Another version is adopted on the year's page, with its own checks.
  if (version !== undefined && !touchesScheme(changes))
    return makeTrial(context, actor, scored, { ...changes, version: scored.version!.version })
  return makeTrial(context, actor, scored, changes)
}

async function writeFacts(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  year: number,
  { facts: { added, removed }, scheme, units }: Trial,
): Promise<{ readonly revision?: number; readonly events: readonly TrailEvent[] } | Refusal> {
  if (added.length + removed.length === 0) return { events: [] }
  const revision = await bumpCycle(tx, year)
  if (isRefusal(revision)) return revision
  const at = context.now()
  await withdrawFacts(
    tx,
    year,
    removed.map(one => one.id),
    { author: actor.name, now: at, revision },
  )
  const events: TrailEvent[] = removed.map(row => {
    const entered = factOf(row)
    const what = isEntered(row.kind) ? presentFact(entered, scheme, units) : factKindNames[row.kind]
    return {
      kind: 'factWithdrawn',
      year,
      ...aboutUnit(entered),
      values: { fact: row.id, what, reason: BY_TRIAL },
    }
  })
  for (const entered of added) {
    const id = context.newId()
    await enterFacts(tx, year, [{ id, ...entered }], {
      author: actor.name,
      now: at,
      revision,
      source: BY_TRIAL,
    })
    events.push({
      kind: 'factRecorded',
      year,
      ...aboutUnit(entered),
      values: { fact: id, what: presentFact(entered, scheme, units) },
    })
  }
  return { revision, events }
}

async function writeDraft(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  own: string,
  { changes }: Wanted,
  { scheme }: Trial,
) {
  const from = await readSchemeVersion(tx, changes.version ?? own)
  if (isRefusal(from)) return from
  const made = await makeDraft(tx, schemeWork(context, actor), { scheme, from: from.head })
  if (isRefusal(made)) return made
  const { answer, events } = made
  return { draft: { ...answer, name: `${scheme.title}第${answer.number}版` }, events }
}
