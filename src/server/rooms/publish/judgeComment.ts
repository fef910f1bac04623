import { hash } from 'node:crypto'
import { wayNames } from '../../../contract/publish/publishFields.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { findComment, findPage, insertComment, saveComment, type StoredComment } from './publish.store.ts'
import { cleanText } from './site/cleanText.ts'
import { changeOf, stale } from './stale.ts'

/** Shows a comment that was held back or withheld. `commentGone`, `staleRevision`, `notFound`. */
export async function showComment(
  request: Served<'POST /api/years/:year/comments/:comment/show'>,
): Promise<{ revision: number } | Refusal> {
  return changeComment(request, request.body.revision, row => ({
    set: { standing: 'shown', reason: null, judgedBy: request.actor.name },
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
          set: { reply, repliedBy: request.actor.name, repliedOn: request.context.today() },
          event: { kind: 'commentReplied', year: row.year, unit: row.unit, values: { hash: row.hash } },
        },
  )
}

/** Destroys the text of a comment for good, where it holds what nobody may keep: mark, reason and hash remain. `commentGone`, `staleRevision`, `notFound`. */
export async function destroyComment(
  request: Served<'POST /api/years/:year/comments/:comment/destroy'>,
): Promise<{ revision: number } | Refusal> {
  const { reason } = request.body
  return changeComment(request, request.body.revision, row => ({
    set: { standing: 'destroyed', wrote: '', name: null, reason, judgedBy: request.actor.name },
    event: { kind: 'commentDestroyed', year: row.year, unit: row.unit, values: { reason, hash: row.hash } },
  }))
}

/** Enters a comment that came on paper or by telephone; it is read like the others. `notFound`, `commentEmpty`. */
export async function takeComment({
  context,
  actor,
  change,
  params: { year, unit },
  body: { way, wrote, name },
}: Served<'POST /api/years/:year/units/:unit/comments'>): Promise<{ comment: string } | Refusal> {
  return change(async tx => {
    const page = await findPage(tx, year, unit)
    if (page === undefined) return refuse('notFound', { what: '这个单位的公示' })
    const text = cleanText(wrote)
    if (text === '') return refuse('commentEmpty', {})
    const comment = context.newId()
    await insertComment(tx, {
      id: comment,
      year,
      unit,
      day: context.today(),
      wrote: text,
      hash: hash('sha256', text),
      name: name?.trim() || null,
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
    const row = await findComment(tx, year, comment)
    if (row === undefined || !reach.has(row.unit)) return refuse('notFound', { what: '这条留言' })
    if (row.revision !== revision) return stale('这条留言', row)
    if (row.standing === 'destroyed') return refuse('commentGone', {})
    const effect = act(row)
    if (isRefusal(effect)) return effect
    await saveComment(tx, row, { ...effect.set, ...changeOf(context, actor) })
    return { answer: { revision: revision + 1 }, events: [effect.event] }
  })
}
