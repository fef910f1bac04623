import { problemColumns } from '../../../contract/rectify/problemColumns.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { isShown, presentLine, type ProblemLine } from './presentProblem.ts'
import { loadRectify, markOf, mayReview, type RectifyContext } from './rectifyContext.ts'
import { readProblems } from './rectify.store.ts'
import { whyNobodyReviews } from './reviewProblems.ts'

/** Lists the problems of a year within reach: those that wait for the reader first, then the overdue ones, then by their day. (五（二）) */
export async function listProblems({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/problems'>): Promise<Answered<'GET /api/years/:year/problems'> | Refusal> {
  const ground = await loadRectify(context.db, year)
  if (isRefusal(ground)) return ground
  const lines = await problemLines(context, ground, { year, actor, reach })
  const { rows: problems, paging } = await pageRows(lines, problemColumns, query)
  const all = await readProblems(context.db, year)
  const drafts = all.filter(({ standing }) => standing === 'drafted')
  const reviewed = all.filter(({ standing }) => standing === 'reviewed')
  const bodies = ground.bodies.map(({ id, name }) => {
    const mine = drafts.filter(row => mayReview(ground, actor, row, id, context.today()))
    return { id, name, waiting: mine.length, mark: markOf(mine) }
  })
  const isOwnDraft = drafts.some(({ draftedById }) => draftedById === actor.id)
  const alone = isOwnDraft ? await whyNobodyReviews(context.db, actor) : undefined
  const whyNoReview = alone && sentenceOfRefusal(alone)
  const own = ownOf(actor, lines)
  const toSend = { count: reviewed.length, mark: markOf(reviewed) }
  return { year, today: context.today(), bodies, toSend, whyNoReview, own, problems, paging }
}

/** Counts what the reader's own units have to do with their whole list, whatever the page shows. */
function ownOf({ grants }: Actor, lines: readonly ProblemLine[]) {
  const units = new Set(grants.flatMap(({ unit }) => unit ?? []))
  const own = lines.filter(({ unit }) => units.has(unit))
  return {
    unread: own.filter(({ standing, isReceived }) => standing === 'sent' && !isReceived).length,
    unplanned: own.filter(({ standing }) => standing === 'sent' || standing === 'planReturned').length,
  }
}

/** Returns the lines of all problems within reach; what was left out is not listed. */
export async function problemLines(
  { db, today }: AppContext,
  ground: RectifyContext,
  { year, actor, reach }: { readonly year: number; readonly actor: Actor; readonly reach: Reach },
): Promise<ProblemLine[]> {
  const day = today()
  return (await readProblems(db, year))
    .filter(row => isShown(row, reach) && (row.standing !== 'dropped' || row.sentOn !== null))
    .map(row => presentLine(ground, actor, row, day))
    .toSorted(
      (one, other) =>
        orderOf(one) - orderOf(other) || (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'),
    )
}

function orderOf({ waits, overdue, standing }: ProblemLine): number {
  if (waits) return 0
  if (overdue) return 1
  return standing === 'confirmed' || standing === 'dropped' ? 3 : 2
}
