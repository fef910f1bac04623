import type { freeLedgerKinds } from '../../../../contract/ledger/ledgerKinds.ts'
import { ledgerKindsOf } from '../../../../contract/ledger/ledgerKinds.ts'
import {
  debriefMarks,
  type DebriefPart,
  debriefPosts,
  type DebriefSide,
  debriefSides,
  debriefSidesOf,
  debriefVoters,
  faultOfCount,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { printDay } from '../../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { bumpCycle } from '../../../office/roster/bumpCycle.store.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { putEntry } from '../enterEntry.ts'
import { type EntryFields, judgeEntry } from '../judgeEntry.ts'
import type { LedgerContext } from '../ledgerContext.ts'
import { endEntry, findEntry } from '../ledger.store.ts'
import { keysOf, recountKeys } from '../recountKeys.ts'
import type { StoredDebrief } from './debriefs.store.ts'
import { changeDebrief, type DebriefStep } from './keepDebriefs.ts'
import type { ShownDebrief } from './listDebriefs.ts'

const KIND: keyof typeof freeLedgerKinds = 'dualDebrief'
const NAME: (typeof freeLedgerKinds)[typeof KIND] = '双述双评'
const CORRECTED = '述职评议的登记有更正'

/** What is recorded of a debrief that was held. */
export interface HeldDebrief extends Required<Pick<DebriefPart, 'heldOn' | 'before' | 'voters'>> {
  readonly marks?: readonly number[] | undefined
  /** The meeting whose ballots were counted. */
  readonly meeting?: string | undefined
  readonly files: EntryFields['files']
  readonly lateReason?: string | undefined
}

/** Records a debrief that was held and reviewed, with its count by hand, and enters it in the ledger with its evidence; recorded anew it replaces the entry. `debriefNobodyVoted`, `debriefMarksExceed`, `debriefOfMeeting`, `staleRevision`, and those of `recordHeld`. (六（四）) */
export async function holdDebrief(
  request: Served<'POST /api/years/:year/units/:unit/debriefs/:debrief/hold'>,
): Promise<ShownDebrief | Refusal> {
  const { side, heldOn, before, files, lateReason, first, second, good, fair, ordinary, poor } = request.body
  const held = {
    heldOn,
    before,
    files,
    lateReason,
    voters: [first, second],
    marks: [good, fair, ordinary, poor],
  } as const
  const wrong = faultOfCount(held.voters, held.marks)
  if (wrong === 'nobody') return refuse('debriefNobodyVoted', {})
  if (wrong === 'exceed') return refuse('debriefMarksExceed', {})
  return changeDebrief(request, (row, { tx, ground }) =>
    row[side].meeting === undefined
      ? recordHeld(request, tx, ground, row, side, held)
      : refuse('debriefOfMeeting', { name: row.name }),
  )
}

/** Says what recording a held debrief changes, and enters it in the ledger. `debriefNotAsked`, and those of an entry of the ledger. */
export async function recordHeld(
  { context, actor }: { readonly context: AppContext; readonly actor: Actor },
  tx: Transaction,
  ground: LedgerContext,
  row: StoredDebrief,
  side: DebriefSide,
  { files, lateReason, ...held }: HeldDebrief,
): Promise<DebriefStep | Refusal> {
  const { year, unit } = row
  const { heldOn, before, voters, marks, meeting } = held
  if (!debriefSidesOf(ground.scheme).includes(side))
    return refuse('debriefNotAsked', { side: debriefSides[side] })
  const kind = ledgerKindsOf(ground.scheme).find(one => one.kind === KIND || one.name === NAME)!
  const said =
    marks?.map((count, at) => `${debriefMarks[at]}${count}票`).join('、') ??
    '有效票太少，按口径不公开评议结果'
  const fields = {
    kind: kind.kind,
    title: `${row.branch}${debriefPosts[row.post]}${row.name}${debriefSides[side]}`.slice(0, 200),
    happenedOn: heldOn,
    participants: voters[0] + voters[1],
    note: `向${before}述职；${debriefVoters[side].map((name, at) => `${name}${voters[at]}人`).join('、')}；${said}${meeting === undefined ? '' : '；由会议投票计票'}`,
    rows: [],
    files,
    twinMeant: true,
    lateReason: lateReason === '' ? undefined : lateReason,
  }
  const judged = judgeEntry(fields, ground, context.today())
  if (isRefusal(judged)) return judged
  const moves = judged.counter === undefined ? 0 : await bumpCycle(tx, year)
  if (isRefusal(moves)) return moves
  const last =
    row[side].entry === undefined ? undefined : await findEntry(tx, year, unit, row[side].entry, 'hold')
  const replaced = last?.state === 'inForce' ? last : undefined
  if (replaced !== undefined)
    await endEntry(tx, replaced.id, {
      state: 'replaced',
      reason: CORRECTED,
      by: actor.name,
      at: context.now(),
    })
  const late = judged.late && !(replaced?.period === judged.period && !replaced.late)
  const put = await putEntry(tx, context, actor, ground, fields, { ...judged, late }, replaced?.id)
  if (isRefusal(put)) return put
  const moved = await recountKeys(
    tx,
    context,
    actor,
    ground,
    keysOf([...(replaced ? [replaced] : []), put]),
    moves,
  )
  const values = { name: row.name, side: debriefSides[side], on: printDay(heldOn), marks: said }
  return {
    set: { [side]: { ...row[side], ...held, entry: put.id } },
    event: { kind: 'debriefHeld', year, unit, values },
    more: moved,
  }
}
