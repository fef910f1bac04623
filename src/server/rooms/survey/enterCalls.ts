import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { shuffled } from '../../platform/shuffled.ts'
import { lockCalls } from './cases.store.ts'
import { cellOf } from './cell.ts'
import { dropEnded, type EndedCall, listEnded } from './endedCalls.ts'
import { enterRows } from './enterRows.store.ts'
import { parkFull } from './nextCase.store.ts'
import { bandNow, officeTime } from './officeHours.ts'
import type { LoadedSurvey } from './loadSurvey.ts'
import { listCalled, type SurveyRow } from './survey.store.ts'

/** Calls that are entered with one statement. */
const AT_ONCE = 500

/**
 * Enters ended calls into the database (登记访问结果), all in one transaction and in no order: the
 * write-ahead log, transaction numbers and places of rows tell neither when a call ended nor how long it
 * took. One that is there already, since a server was killed before it dropped the file, is passed over.
 * The caller drops what is returned once the transaction is committed.
 */
export async function enterCalls(
  tx: Transaction,
  context: AppContext,
  { id: survey, commission }: Pick<SurveyRow, 'id' | 'commission'>,
  isWanted: (call: EndedCall) => boolean = () => true,
): Promise<readonly EndedCall[]> {
  await lockCalls(tx, survey)
  const calls = shuffled((await listEnded(context, survey)).filter(isWanted))
  for (let at = 0; at < calls.length; at += AT_ONCE)
    await enterRows(
      tx,
      survey,
      calls.slice(at, at + AT_ONCE).map(one => ({
        id: context.newId(),
        case: one.case,
        unit: one.was.unit,
        grp: one.was.group,
        ...one.becomes,
        on: one.on,
        band: one.band,
        interviewer: one.content?.interviewer ?? '',
        keeps: one.keeps,
        sheet: one.keeps === 'none' ? '' : Buffer.from(one.sheet).toString('base64'),
      })),
    )
  const cells = new Set(calls.filter(({ keeps }) => keeps === 'whole').map(({ was }) => cellOf(was)))
  if (cells.size > 0)
    await parkFull(
      tx,
      survey,
      commission.sizes.filter(size => cells.has(cellOf(size))),
    )
  return calls
}

/** Enters the calls of each survey that ended in an earlier band of hours, and appointments that are due. */
export async function enterDueCalls(context: AppContext): Promise<void> {
  for (const row of await listCalled(context.db)) {
    const [now, time] = [bandNow(context, row).key, officeTime(context)]
    const isDue = ({ becomes: { lastTried, dueAt } }: EndedCall) =>
      lastTried !== now || (dueAt !== null && dueAt <= time)
    if (!(await listEnded(context, row.id)).some(isDue)) continue
    const entered = await context.db.transaction(tx => enterCalls(tx, context, row, isDue))
    await dropEnded(context, row.id, entered)
  }
}

/** Does a change that first enters the calls that have ended; their files are dropped once it is made. */
export async function entering<T>(
  context: AppContext,
  survey: string,
  change: (enter: (tx: Transaction, loaded: LoadedSurvey) => Promise<void>) => Promise<T>,
): Promise<T> {
  let entered: readonly EndedCall[] = []
  const done = await change(async (tx, { row }) => {
    entered = await enterCalls(tx, context, row)
  })
  if (!isRefusal(done)) await dropEnded(context, survey, entered)
  return done
}
