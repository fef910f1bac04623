import { hash } from 'node:crypto'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { wayNames } from '../../../contract/publish/publishFields.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { insertDraft } from '../rectify/draftProblems.ts'
import { loadRectify } from '../rectify/rectifyContext.ts'
import {
  findComment,
  findPage,
  findPublication,
  insertComment,
  saveComment,
  type StoredComment,
} from './publish.store.ts'
import { cleanText } from './site/cleanText.ts'
import { changeOf, stale } from './stale.ts'

/** Shows a comment that was held back or withheld, or lets it stay after it was read; reports of readers up to now are settled. `commentGone`, `staleRevision`, `notFound`. */
export async function showComment(
  request: Served<'POST /api/years/:year/comments/:comment/show'>,
): Promise<{ revision: number } | Refusal> {
  return changeComment(request, request.body.revision, row => ({
    set: { standing: 'shown', reason: null, judgedBy: request.actor.name, abuse: 0 },
    event: { kind: 'commentShown', year: row.year, unit: row.unit, values: { hash: row.hash } },
  }))
}

/** Withholds a comment with a reason, which the site shows in its place; the original stays for the auditor. `commentGone`, `staleRevision`, `notFound`. */
export async function withholdComment(
  request: Served<'POST /api/years/:year/comments/:comment/withhold'>,
): Promise<{ revision: number } | Refusal> {
  const { reason } = request.body
  return changeComment(request, request.body.revision, row => ({
    set: { standing: 'withheld', reason, judgedBy: request.actor.name },
    event: { kind: 'commentWithheld', year: row.year, unit: row.unit, values: { reason, hash: row.hash } },
  }))
}

/** Replies to a comment; the reply stands beside it on the site. `commentUnshown`, `commentGone`, `staleRevision`, `notFound`. */
export async function replyToComment(
  request: Served<'POST /api/years/:year/comments/:comment/reply'>,
): Promise<{ revision: number } | Refusal> {
  const { reply } = request.body
  return changeComment(request, request.body.revision, row =>
    row.standing === 'withheld'
      ? refuse('commentUnshown', {})
      : {
          set: { reply: cleanText(reply), repliedBy: request.actor.name, repliedOn: request.context.today() },
          event: { kind: 'commentReplied', year: row.year, unit: row.unit, values: { hash: row.hash } },
        },
  )
}

/** Takes a problem that a comment points to into the list of problems, as a draft in the committee's own words; of the comment its day, way and hash are noted, nothing personal. `commentProblemPersonal`, `commentProblemTaken`, `commentGone`, `staleRevision`, `notFound`. */
export async function makeProblem({
  context,
  actor,
  reach,
  change,
  params: { year, comment },
  body: { text, revision },
}: Served<'POST /api/years/:year/comments/:comment/problem'>): Promise<{ problem: string } | Refusal> {
  return change(async tx => {
    const row = await findOwn(tx, reach, year, comment, revision)
    if (isRefusal(row)) return row
    const what = personalIn(text, row.name)
    if (what !== undefined) return refuse('commentProblemPersonal', { what })
    const ground = await loadRectify(tx, year)
    if (isRefusal(ground)) return ground
    const problem = await insertDraft(tx, context, actor, ground, year, {
      unit: row.unit,
      origin: 'comment',
      key: `comment:${row.id}`,
      citation: '',
      text,
      source: `${printDay(row.day)}的公示留言（${wayNames[row.way]}），原文指纹${row.hash}`,
    })
    if (problem === undefined) return refuse('commentProblemTaken', {})
    const values = { problem: text, hash: row.hash }
    return { answer: { problem }, events: [{ kind: 'commentProblem', year, unit: row.unit, values }] }
  })
}

/** Finds what of a writer's personal data stands in a text: the name signed, a telephone number, an identity number. */
function personalIn(text: string, name: string | null): string | undefined {
  if (name !== null && name.length > 1 && text.includes(name)) return '留言人姓名'
  const digits = text.normalize('NFKC').replaceAll(/[\s-]/g, '')
  if (/\d{17}[\dXx]/.test(digits)) return '身份证号'
  return /(?<!\d)(1[3-9]\d{9}|0\d{9,11})(?!\d)/.test(digits) ? '电话' : undefined
}

/** Destroys the text of a comment, and the reply that may repeat it, for good, where it holds what nobody may keep: mark, reason and hash remain. `commentGone`, `staleRevision`, `notFound`. */
export async function destroyComment(
  request: Served<'POST /api/years/:year/comments/:comment/destroy'>,
): Promise<{ revision: number } | Refusal> {
  const { reason } = request.body
  return changeComment(request, request.body.revision, row => ({
    set: {
      standing: 'destroyed',
      wrote: '',
      name: null,
      reply: null,
      repliedBy: null,
      repliedOn: null,
      reason,
      judgedBy: request.actor.name,
    },
    event: { kind: 'commentDestroyed', year: row.year, unit: row.unit, values: { reason, hash: row.hash } },
  }))
}

/** Enters a comment that came on paper or by telephone within the period; it is read like the others. `notFound`, `commentBoardShut`, `commentDayOutside`, `commentEmpty`. */
export async function takeComment({
  context,
  actor,
  change,
  params: { year, unit },
  body: { way, day, wrote, name },
}: Served<'POST /api/years/:year/units/:unit/comments'>): Promise<{ comment: string } | Refusal> {
  return change(async tx => {
    const page = await findPage(tx, year, unit)
    const plan = await findPublication(tx, year)
    if (plan?.withdrawn) return refuse('commentBoardShut', { why: '公示已经撤下，留言没有登记' })
    if (page === undefined || plan === undefined) return refuse('notFound', { what: '这个单位的公示' })
    if (plan.comments === 'off') return refuse('commentBoardShut', { why: '这次公示不设发言板块' })
    const last = plan.to < context.today() ? plan.to : context.today()
    if (day < plan.from || day > last)
      return refuse('commentDayOutside', { from: printDay(plan.from), to: printDay(last) })
    const text = cleanText(wrote)
    if (text === '') return refuse('commentEmpty', {})
    const comment = context.newId()
    await insertComment(tx, {
      id: comment,
      year,
      unit,
      day,
      wrote: text,
      hash: hash('sha256', text),
      name: cleanText(name ?? '') || null,
      way,
      standing: 'held',
      ...changeOf(context, actor),
    })
    const event = { kind: 'commentTaken', year, unit, values: { way: wayNames[way] } } as const
    return { answer: { comment }, events: [event] }
  })
}

interface Judging {
  readonly context: AppContext
  readonly actor: Actor
  readonly reach: Reach
  readonly change: Change
  readonly params: { readonly year: number; readonly comment: string }
}

interface Effect {
  readonly set: Partial<StoredComment>
  readonly event: TrailEvent
}

async function changeComment(
  { context, actor, reach, change, params: { year, comment } }: Judging,
  revision: number,
  act: (row: StoredComment) => Effect | Refusal,
): Promise<{ revision: number } | Refusal> {
  return change(async tx => {
    const row = await findOwn(tx, reach, year, comment, revision)
    if (isRefusal(row)) return row
    const effect = act(row)
    if (isRefusal(effect)) return effect
    await saveComment(tx, row, { ...effect.set, ...changeOf(context, actor) })
    return { answer: { revision: revision + 1 }, events: [effect.event] }
  })
}

/** Finds and locks a comment within reach at this revision. `commentGone`, `staleRevision`, `notFound`. */
async function findOwn(
  tx: Transaction,
  reach: Reach,
  year: number,
  comment: string,
  revision: number,
): Promise<StoredComment | Refusal> {
  const row = await findComment(tx, year, comment)
  if (row === undefined || !reach.has(row.unit)) return refuse('notFound', { what: '这条留言' })
  if (row.revision !== revision) return stale('这条留言', row)
  return row.standing === 'destroyed' ? refuse('commentGone', {}) : row
}
