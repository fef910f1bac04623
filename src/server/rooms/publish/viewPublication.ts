import { commentColumns } from '../../../contract/publish/commentColumns.ts'
import { standingOf } from '../../../domain/campaign/publish/publication.ts'
import type { Action } from '../../../contract/access/actions.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { unitNames } from '../../office/roster/unit.store.ts'
import { readCycle } from '../../year/lifecycle.store.ts'
import { listAttached } from '../../office/files/attachFiles.ts'
import { isShown } from '../rectify/presentProblem.ts'
import { readProblems } from '../rectify/rectify.store.ts'
import {
  countByUnit,
  findPublication,
  listBoards,
  listComments,
  listPublished,
  type StoredBoard,
  type StoredComment,
} from './publish.store.ts'
import { outdatedUnits } from './composePages.ts'
import { boardId } from './recordBoard.ts'
import { whyNotRelease } from './whyNotRelease.ts'

type View = Answered<'GET /api/years/:year/publication'>
type Board = View['units'][number]['boards'][number]
type CommentRow = Answered<'GET /api/years/:year/comments'>['comments'][number]

/** Shows the plan of a publication and how far it is: per unit within reach its comments, and where it shows its page. `notFound`. */
export async function viewPublication({
  context,
  reach,
  params: { year },
}: Pick<Served<'GET /api/years/:year/publication'>, 'context' | 'reach' | 'params'>): Promise<
  View | Refusal
> {
  const { db } = context
  const stored = await readCycle(db, year)
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const row = await findPublication(db, year)
  const [published, counts, boards] = await Promise.all([
    listPublished(db, year),
    countByUnit(db, year),
    listBoards(db, year),
  ])
  const boardsOf = Map.groupBy(boards, ({ unit }) => unit)
  const photos = await listAttached(
    db,
    'noticeBoard',
    boards.map(({ unit, kind }) => boardId(year, unit, kind)),
  )
  const none = { comments: 0, held: 0, unanswered: 0 }
  return {
    year,
    today: context.today(),
    whyNot: whyNotRelease(stored),
    plan: row && {
      parts: [...row.parts],
      from: row.from,
      to: row.to,
      comments: row.comments,
      standing: standingOf(row, context.today()),
      releasedBy: row.releasedBy ?? undefined,
      releasedOn: row.releasedOn ?? undefined,
      hash: row.hash ?? undefined,
      withdrawn: row.withdrawn ?? undefined,
      revision: row.revision,
    },
    outdated: reach.all && row?.released ? [...(await outdatedUnits(db, year))] : [],
    units: (row?.withdrawn ? await keptUnits(db, year, [...counts.keys(), ...boardsOf.keys()]) : published)
      .filter(({ unit }) => reach.has(unit))
      .map(({ unit, name }) => ({
        unit,
        unitName: name,
        ...(counts.get(unit) ?? none),
        boards: (boardsOf.get(unit) ?? []).map(one =>
          presentBoard(one, photos.get(boardId(year, unit, one.kind)) ?? []),
        ),
      })),
  }
}

/** Names the units that still have comments or notice boards after the publication was withdrawn. */
async function keptUnits(db: AppContext['db'], year: number, units: readonly string[]) {
  const names = await unitNames(db, year)
  return [...new Set(units)].map(unit => ({ unit, name: names.get(unit) ?? unit }))
}

/** Lists the comments within reach, the newest first; who sees only some units reads what is shown, and of the others that they are there. */
export async function viewComments({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/comments'>): Promise<Answered<'GET /api/years/:year/comments'> | Refusal> {
  const rows = await commentsWithin(context, actor, reach, year)
  if (isRefusal(rows)) return rows
  const { rows: comments, paging } = await pageRows(rows, commentColumns, query)
  return { comments, paging }
}

async function commentsWithin(
  { db }: AppContext,
  actor: Actor,
  reach: Reach,
  year: number,
): Promise<readonly CommentRow[] | Refusal> {
  if ((await readCycle(db, year)) === undefined) return refuse('notFound', { what: `${year}年度` })
  const names = await unitNames(db, year)
  const problems = new Map(
    (await readProblems(db, year))
      .filter(one => one.origin === 'comment' && isShown(one, reach))
      .map(({ id, sourceKey, standing }) => [sourceKey, { id, standing }]),
  )
  return (await listComments(db, year))
    .filter(({ unit }) => reach.has(unit))
    .map(row => ({
      ...presentComment(row, names.get(row.unit) ?? row.unit),
      ...(isHidden(row, actor, reach) && { wrote: '', name: undefined }),
      problem: problems.get(`comment:${row.id}`),
    }))
}

/** Whether the reader may not read a comment: who it is about, of one from the site that is not shown; of one that was withheld, all but those who judge comments or supervise that. */
function isHidden({ standing, way }: StoredComment, actor: Actor, reach: Reach): boolean {
  if (!reach.all) return standing !== 'shown' && way === 'site'
  const reads = (action: Action) => !isRefusal(judgeAccess(actor, action))
  return standing === 'withheld' && !reads('moderateComments') && !reads('readTrail')
}

function presentComment(row: StoredComment, unitName: string): CommentRow {
  return {
    id: row.id,
    unit: row.unit,
    unitName,
    day: row.day,
    wrote: row.wrote,
    name: row.name ?? undefined,
    way: row.way,
    standing: row.standing,
    reason: row.reason ?? undefined,
    judgedBy: row.judgedBy ?? undefined,
    reply: row.reply ?? undefined,
    repliedBy: row.repliedBy ?? undefined,
    repliedOn: row.repliedOn ?? undefined,
    abuse: row.abuse,
    revision: row.revision,
  }
}

function presentBoard(row: StoredBoard, files: readonly Board['files'][number][]): Board {
  const { kind, place, up, down, changedBy, revision } = row
  return { kind, place, up, down: down ?? undefined, by: changedBy, files: [...files], revision }
}
