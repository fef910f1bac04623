import type { BallotForm } from '../../../../domain/campaign/ballot/ballotForm.ts'
import { phaseNames } from '../../../../domain/campaign/meeting/meetingState.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { countPages, type PaperStyle } from '../../../../files/paper/paperLayout.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reach } from '../../../platform/access/reach.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { loadYear, type YearContext } from '../../../year/loadYear.ts'
import { ballotFormOf } from '../ballotFormOf.ts'
import { convenes, isSeen, loadMeeting, type LoadedMeeting, openMeeting } from '../loadMeeting.ts'
import { findStyle } from './paper.store.ts'

/** The paper of a meeting, loaded: the form that was printed, and how it is marked. */
export interface PaperContext {
  readonly year: YearContext
  readonly loaded: LoadedMeeting
  readonly form: BallotForm
  readonly pages: number
  readonly style?: PaperStyle
}

interface Asked {
  readonly actor: Actor
  readonly reach: Reach
  readonly params: { readonly year: number; readonly meeting: string }
}

/** Loads the paper of a meeting to read it. `notFound`. */
export async function loadPaper(
  db: Database | Transaction,
  { actor, reach, params }: Asked,
): Promise<PaperContext | Refusal> {
  const year = await loadYear(db, params.year)
  if (isRefusal(year)) return year
  const loaded = await loadMeeting(db, params.year, params.meeting)
  if (isRefusal(loaded)) return loaded
  if (
    !convenes(actor, loaded.stored) &&
    !isSeen(loaded.stored, loaded.speakers, { actor, reach }, 'readBallots')
  )
    return refuse('notFound', { what: '这次会议' })
  return complete(db, year, loaded)
}

/** Loads the paper of a meeting for a change by its convenor, locked. `notConvenor`, `notFound`, `yearSealed`. */
export async function openPaper(
  tx: Transaction,
  { actor, params }: Pick<Asked, 'actor' | 'params'>,
): Promise<PaperContext | Refusal> {
  const year = await loadYear(tx, params.year)
  if (isRefusal(year)) return year
  const loaded = await openMeeting(tx, params.year, params.meeting)
  if (isRefusal(loaded)) return loaded
  if (!convenes(actor, loaded.stored)) return refuse('notConvenor', { name: loaded.stored.name })
  return complete(tx, year, loaded)
}

/** The same, for entering sheets: after voting and before the count, and once the result was returned. `meetingNotNow`. */
export async function openEntering(
  tx: Transaction,
  asked: Pick<Asked, 'actor' | 'params'>,
): Promise<PaperContext | Refusal> {
  const open = await openPaper(tx, asked)
  if (isRefusal(open) || isEntering(open)) return open
  return refuse('meetingNotNow', {
    phase: phaseNames[open.loaded.stored.phase],
    needed: '投票已经结束、还没有计票，或结果已退回',
  })
}

/** Whether sheets are entered now. */
export function isEntering({ loaded }: PaperContext): boolean {
  return loaded.stored.phase === 'closed' || loaded.stored.phase === 'returned'
}

/** The form as it was printed keeps the lines of those taken off later. */
async function complete(
  db: Database | Transaction,
  year: YearContext,
  loaded: LoadedMeeting,
): Promise<PaperContext> {
  const form = loaded.stored.form ?? ballotFormOf(loaded, year.scheme)
  return { year, loaded, form, pages: countPages(form), style: await findStyle(db, loaded.stored.id) }
}
