import { factKindNames } from '../../../../contract/year/factKindNames.ts'
import type { Received } from '../../../../contract/http/route.ts'
import type { resultsRoutes } from '../../../../contract/results/resultsRoutes.ts'
import { sentenceOfRefusal } from '../../../../contract/shape/refusalSentences.ts'
import { appraiseCycle, type CycleOutcome } from '../../../../domain/score/appraiseCycle.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { mayAppraise } from '../../../../domain/score/mayAppraise.ts'
import { printPoints } from '../../../../domain/kernel/points.ts'
import type { Unit } from '../../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import { judgeAccess } from '../../../platform/access/judgeAccess.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import { readSchemeVersion } from '../../../office/scheme/readSchemeVersion.ts'
import { outcomesOf } from '../../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { type EnteredFact, isEntered } from '../enteredFact.ts'
import { presentComparison } from '../presentComparison.ts'
import { presentFact } from '../presentFact.ts'
import { type TrialFacts, trialFacts } from './trialFacts.ts'
import { type Changes, touchesScheme, trialScheme } from './trialScheme.ts'

type Answer = Received<(typeof resultsRoutes)['POST /api/years/:year/what-if']['answer']>

/** Runs a trial (试算): returns what would change with these changes. Saves nothing. `cannotScore`, `whatIfSchemeFaulty`, `factFaulty`, `whatIfUnknownFact`. */
export async function tryWhatIf(
  context: AppContext,
  actor: Actor,
  year: number,
  changes: Changes,
): Promise<Answer | Refusal> {
  const scored = await outcomesOf(context.db).current(year)
  if (scored === undefined) return refuse('notFound', { what: `${year}年度` })
  const trial = await makeTrial(context, actor, scored, changes)
  if (isRefusal(trial)) return trial
  const before = scored.outcome!
  const [had, has] = [issuesOf(before), issuesOf(trial.outcome)]
  return {
    revision: scored.revision,
    comparison: presentComparison(before, trial.outcome),
    told: describeChanges(scored, changes, trial),
    issuesAfter: has.filter(text => !had.includes(text)),
    issuesGone: had.filter(text => !has.includes(text)),
    writes: describeWrites(actor, scored, changes, trial.facts),
  }
}

/** A year under trial. */
export interface Trial {
  readonly scheme: Scheme
  readonly facts: TrialFacts
  readonly units: ReadonlyMap<string, Unit>
  readonly outcome: CycleOutcome
}

/** Scores the year in memory with the changes of a trial. */
export async function makeTrial(
  context: AppContext,
  actor: Actor,
  scored: ScoredYear,
  changes: Changes,
): Promise<Trial | Refusal> {
  if (scored.scheme === undefined || scored.outcome === undefined) {
    return refuse('cannotScore', { reasons: scored.refusals.map(sentenceOfRefusal).join('；') })
  }
  const ground = await schemeToTry(context, scored.scheme, changes)
  const isAsItStands = !touchesScheme(changes) && changes.version === undefined
  const scheme = isRefusal(ground) || isAsItStands ? ground : trialScheme(ground, changes)
  if (isRefusal(scheme)) return scheme
  const { inputs } = scored
  const facts = await trialFacts(context.db, inputs, scheme, actor, changes)
  if (isRefusal(facts)) return facts
  const refusals = mayAppraise(scheme, facts.facts)
  if (refusals.length > 0)
    return refuse('cannotScore', { reasons: refusals.map(sentenceOfRefusal).join('；') })
  return {
    scheme,
    facts,
    units: scored.units,
    outcome: appraiseCycle(scheme, inputs.roster, facts.facts, inputs.history),
  }
}

async function schemeToTry(
  { db }: AppContext,
  scheme: Scheme,
  { version }: Changes,
): Promise<Scheme | Refusal> {
  if (version === undefined) return scheme
  const found = await readSchemeVersion(db, version)
  return isRefusal(found) ? found : found.scheme
}

function issuesOf({ issues }: CycleOutcome): readonly string[] {
  return issues.map(issue => issue.text)
}

function describeChanges({ units, scheme }: ScoredYear, changes: Changes, trial: Trial): string[] {
  const fact = (one: EnteredFact): string => presentFact(one, trial.scheme, units)
  const { added, removed } = trial.facts
  return [
    ...removed.map(
      ({ kind, body }) =>
        `去掉：${isEntered(kind) ? fact({ kind, body } as EnteredFact) : factKindNames[kind]}`,
    ),
    ...added.map(one => `加上：${fact(one)}`),
    ...changes.weights.map(({ component, weight }) => {
      const before = scheme!.components.find(one => one.id === component)
      return `“${before?.name ?? component}”的权重由${before === undefined ? '无' : printPoints(before.weight)}%改为${printPoints(weight)}%`
    }),
    ...changes.rulings.map(({ ruling, text }) => {
      const before = scheme!.rulings.find(one => one.id === ruling)
      return `口径${ruling}“${before?.question ?? ''}”改答${text === undefined ? '' : `：${text}`}`
    }),
    ...(changes.parts.length > 0 ? [`方案另有${changes.parts.length}处改动`] : []),
    ...(changes.version === undefined ? [] : [`改用“${trial.scheme.title}”的另一版本`]),
  ]
}

function describeWrites(
  actor: Actor,
  scored: ScoredYear,
  changes: Changes,
  { added, removed }: TrialFacts,
): Answer['writes'] {
  const scheme = touchesScheme(changes) || changes.version !== undefined
  const facts = added.length + removed.length
  const whyNot = whyNotApply(actor, scored, changes, facts)
  return {
    facts,
    scheme,
    mayApply: whyNot === undefined,
    whyNot: whyNot === undefined ? undefined : sentenceOfRefusal(whyNot),
  }
}

function whyNotApply(actor: Actor, scored: ScoredYear, changes: Changes, facts: number): Refusal | undefined {
  const sentences = judgeAccess(actor, 'applyWhatIf')
  if (isRefusal(sentences)) return sentences
  if (facts === 0 && !touchesScheme(changes) && changes.version === undefined)
    return refuse('whatIfEmpty', {})
  const mayDraft = touchesScheme(changes) ? judgeAccess(actor, 'editScheme') : undefined
  if (isRefusal(mayDraft)) return mayDraft
  return scored.basis === 'sealed' && facts > 0 ? refuse('yearSealed', { phase: '封存或审定' }) : undefined
}
