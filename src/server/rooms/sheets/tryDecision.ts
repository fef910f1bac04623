import { canonicalText } from '../../../domain/kernel/ids.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { tryWhatIf } from '../results/whatIf/tryWhatIf.ts'
import { changedFinding } from './decideFinding.ts'
import { findFinding } from './sheets.store.ts'
import type { Served, Answered } from '../../platform/http/serveRoutes.ts'

type Answer = Answered<'POST /api/years/:year/findings/:finding/what-if'>

/** Previews a decision: all that would change if this finding were upheld, changed or dropped. Saves nothing. */
export async function tryDecision({
  context,
  actor,
  params: { year, finding: id },
  body: decision,
}: Served<'POST /api/years/:year/findings/:finding/what-if'>): Promise<Answer | Refusal> {
  const finding = await findFinding(context.db, year, id)
  if (finding === undefined) return refuse('notFound', { what: '这条核查情况' })
  if (finding.fact === null) return refuse('findingFactGone', {})
  const fact = finding.fact
  const body = changedFinding(finding.body, decision)
  if (decision.ruling === 'change' && canonicalText(body) === canonicalText(finding.body))
    return refuse('findingUnchanged', {})
  const none = { add: [], remove: [], replace: [], weights: [], rulings: [], parts: [] }
  const changes = {
    uphold: none,
    drop: { ...none, remove: [fact] },
    change: { ...none, replace: [{ fact, with: { kind: 'findings' as const, body } }] },
  }[decision.ruling]
  const tried = await tryWhatIf(context, actor, year, changes)
  if (isRefusal(tried)) return tried
  return { told: tried.told, comparison: tried.comparison, fact }
}
