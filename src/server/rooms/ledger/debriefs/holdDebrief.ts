import type { freeLedgerKinds } from '../../../../contract/ledger/ledgerKinds.ts'
import { ledgerKindsOf } from '../../../../contract/ledger/ledgerKinds.ts'
import {
  debriefMarks,
  debriefPosts,
  debriefSides,
  debriefVoters,
  faultOfCount,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { printDay } from '../../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { bumpCycle } from '../../../office/roster/bumpCycle.store.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { putEntry } from '../enterEntry.ts'
import { judgeEntry } from '../judgeEntry.ts'
import { endEntry, findEntry } from '../ledger.store.ts'
import { keysOf, recountKeys } from '../recountKeys.ts'
import { changeDebrief } from './keepDebriefs.ts'
import type { ShownDebrief } from './listDebriefs.ts'

const KIND: keyof typeof freeLedgerKinds = 'dualDebrief'
const NAME: (typeof freeLedgerKinds)[typeof KIND] = '双述双评'
const CORRECTED = '述职评议的登记有更正'

/** Records a debrief that was held and reviewed, with its count, and enters it in the ledger with its evidence; recorded anew it replaces the entry. `debriefNobodyVoted`, `debriefMarksExceed`, `staleRevision`, and those of an entry of the ledger. (六（四）) */
export async function holdDebrief(
  request: Served<'POST /api/years/:year/units/:unit/debriefs/:debrief/hold'>,
): Promise<ShownDebrief | Refusal> {
  const { context, actor, params, body } = request
  const { year, unit } = params
  const { side, heldOn, before, files, lateReason } = body
  const voters = [body.first, body.second] as const
  const marks = [body.good, body.fair, body.ordinary, body.poor]
  const wrong = faultOfCount(voters, marks)
  if (wrong === 'nobody') return refuse('debriefNobodyVoted', {})
  if (wrong === 'exceed') return refuse('debriefMarksExceed', {})
  return changeDebrief(request, async (row, { tx, ground }) => {
    const kind = ledgerKindsOf(ground.scheme).find(one => one.kind === KIND || one.name === NAME)!
    const said = marks.map((count, at) => `${debriefMarks[at]}${count}票`).join('、')
    const fields = {
      kind: kind.kind,
      title: `${row.branch}${debriefPosts[row.post]}${row.name}${debriefSides[side]}`.slice(0, 200),
      happenedOn: heldOn,
      participants: voters[0] + voters[1],
      note: `向${before}述职；${debriefVoters[side].map((name, at) => `${name}${voters[at]}人`).join('、')}；${said}`,
      rows: [],
      files,
      twinMeant: true,
      lateReason: lateReason === '' ? undefined : lateReason,
    }
    const judged = judgeEntry(fields, ground, context.today())
    if (isRefusal(judged)) return judged
    const held = judged.counter === undefined ? 0 : await bumpCycle(tx, year)
    if (isRefusal(held)) return held
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
      held,
    )
    const part = { ...row[side], heldOn, before, voters, marks, entry: put.id }
    const values = { name: row.name, side: debriefSides[side], on: printDay(heldOn), marks: said }
    return {
      set: { [side]: part },
      event: { kind: 'debriefHeld', year, unit, values },
      more: moved,
    }
  })
}
