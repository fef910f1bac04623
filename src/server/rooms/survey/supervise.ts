import { maskNumber } from '../../../domain/campaign/survey/phoneNumber.ts'
import { caseColumns } from '../../../contract/survey/caseColumns.ts'
import { callBackNames } from '../../../contract/survey/surveyNames.ts'
import { dispositionNames } from '../../../domain/campaign/survey/disposition.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { accountNames } from '../../office/accounts/accounts.store.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import {
  type CaseRow,
  dropInterviewAttempts,
  findCase,
  listCases,
  unparkCases,
  updateCase,
} from './cases.store.ts'
import { dropSealed } from './sealed.store.ts'
import { dropCheck, listChecks, setCheck } from './checks.store.ts'
import { listUnderWay } from './endedCalls.ts'
import { entering } from './enterCalls.ts'
import { NUMBERS_KEY } from './keepFrame.ts'
import { decideLoaded, groupNameOf, type LoadedSurvey, loadSurvey, unitNameOf } from './loadSurvey.ts'
import { openNumber } from './openNumber.ts'
import { findUnit, listUnits, moveUnits } from './survey.store.ts'

const caseStateNames: Readonly<Record<CaseRow['state'] | 'calling', string>> = {
  listed: '备用',
  waiting: '待拨打',
  appointment: '已预约',
  calling: '访问中',
  answered: '已完成',
  ended: '已结束',
}

/** Lists the drawn cases of a unit by page, or those of one of its groups, their numbers masked. */
export async function listSurveyCases({
  context,
  params,
  query,
}: Served<'GET /api/years/:year/surveys/:survey/cases'>): Promise<
  Answered<'GET /api/years/:year/surveys/:survey/cases'> | Refusal
> {
  const loaded = await loadSurvey(context.db, params)
  if (isRefusal(loaded)) return loaded
  const found = await listCases(context.db, loaded.row.id, query.unit, query.group)
  const key = await context.keys.read(loaded.row.id, NUMBERS_KEY)
  const { desks, ended } = await listUnderWay(context, loaded.row.id)
  const onDesk = new Set(desks.map(one => one.case))
  const after = new Map(ended.map(one => [one.case, one.becomes]))
  const states = found.map(row => ({ ...row, ...after.get(row.id), isHeld: onDesk.has(row.id) }))
  const cases = states.map(row => ({
    id: row.id,
    unit: row.unit,
    unitName: unitNameOf(loaded, row.unit),
    group: row.group,
    groupName: groupNameOf(loaded.surveyed, row.group),
    sealedNumber: row.sealedNumber,
    state: row.isHeld ? ('calling' as const) : (row.state as Exclude<CaseRow['state'], 'listed'>),
    stateName: row.isHeld
      ? caseStateNames.calling
      : row.state === 'ended' && row.disposition !== null
        ? dispositionNames[row.disposition]
        : caseStateNames[row.state],
    disposition: row.disposition ?? undefined,
    attempts: row.attempts,
    lastOn: row.lastTried?.slice(0, 10),
    appointment: row.dueAt ?? undefined,
    askedAgain: row.askedAgain,
  }))
  const { rows, paging } = await pageRows(cases, caseColumns, query)
  return {
    cases: rows.map(({ sealedNumber, ...row }) => ({
      ...row,
      number:
        key === undefined || sealedNumber === null
          ? '已删除'
          : maskNumber(openNumber(key, loaded.row.id, sealedNumber).number),
    })),
    paging,
  }
}

/** Returns an interview to be asked again (退回重访): its answers are deleted. `caseUnanswered`. */
export async function askAgain({
  context,
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/cases/:case/again'>): Promise<
  Record<string, never> | Refusal
> {
  return entering(context, params.survey, enter =>
    change<Record<string, never>>(async tx => {
      const loaded = await loadSurvey(tx, params, { lock: true })
      if (isRefusal(loaded)) return loaded
      await enter(tx, loaded)
      const wrong = await sendBack(tx, loaded, params.case)
      if (wrong !== undefined) return wrong
      const values = { title: loaded.row.commission.title, reason: body.reason }
      return { answer: {}, events: [{ kind: 'caseAskedAgain', year: params.year, values }] }
    }),
  )
}

async function sendBack(tx: Transaction, loaded: LoadedSurvey, id: string): Promise<Refusal | undefined> {
  const decided = decideLoaded(loaded, 'supervise')
  if (isRefusal(decided)) return decided
  const row = await findCase(tx, loaded.row.id, id)
  const unit = row && (await findUnit(tx, loaded.row.id, row.unit))
  if (row?.state !== 'answered' || unit === undefined || unit.state === 'separated')
    return refuse('caseUnanswered', {})
  await dropSealed(tx, row.id)
  await dropInterviewAttempts(tx, row.id)
  await dropCheck(tx, row.id)
  // Once all calls are over, its answers are gone and it is not asked again.
  const isOver = loaded.row.stage === 'closed'
  await updateCase(tx, row.id, {
    state: isOver ? 'ended' : 'waiting',
    disposition: null,
    attempts: 0,
    lastTried: null,
    dueAt: null,
    askedAgain: true,
  })
  if (isOver) return undefined
  await unparkCases(tx, loaded.row.id, row.unit, row.group)
  await moveUnits(tx, loaded.row.id, [row.unit], 'calling')
  return undefined
}

/** Lists the interviews drawn to be called back (回访), with the number to dial. */
export async function listCallBacks({
  context,
  params,
}: Pick<Served<'GET /api/years/:year/surveys/:survey/call-backs'>, 'context' | 'params'>): Promise<
  Answered<'GET /api/years/:year/surveys/:survey/call-backs'> | Refusal
> {
  const loaded = await loadSurvey(context.db, params)
  return isRefusal(loaded) ? loaded : presentCallBacks(context, loaded)
}

/** Records the result of a call-back; one that differs is asked again. `caseUnanswered`. */
export async function recordCallBack({
  context,
  actor,
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/call-backs/:case'>): Promise<
  Answered<'POST /api/years/:year/surveys/:survey/call-backs/:case'> | Refusal
> {
  const done = await change<Record<string, never>>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'supervise')
    if (isRefusal(decided)) return decided
    if (!(await setCheck(tx, params.case, body.result, actor.name))) return refuse('caseUnanswered', {})
    const wrong = body.result === 'differs' ? await sendBack(tx, loaded, params.case) : undefined
    if (wrong !== undefined) return wrong
    const open = new Set(
      (await listChecks(tx, loaded.row.id))
        .filter(one => one.check.result === null)
        .map(one => one.check.unit),
    )
    const units = await listUnits(tx, loaded.row.id)
    const done = units.filter(({ unit, state }) => state === 'checking' && !open.has(unit))
    await moveUnits(
      tx,
      loaded.row.id,
      done.map(({ unit }) => unit),
      'ready',
    )
    const values = { title: loaded.row.commission.title, result: callBackNames[body.result] }
    return { answer: {}, events: [{ kind: 'callBackRecorded', year: params.year, values }] }
  })
  // The list has numbers to dial, and what a change answers is kept.
  return isRefusal(done) ? done : listCallBacks({ context, params })
}

async function presentCallBacks(context: AppContext, loaded: LoadedSurvey) {
  const { db } = context
  const { row, surveyed } = loaded
  const key = await context.keys.read(row.id, NUMBERS_KEY)
  const rows = await listChecks(db, row.id)
  const separated = new Set(
    (await listUnits(db, row.id)).filter(({ state }) => state === 'separated').map(({ unit }) => unit),
  )
  const names = await accountNames(
    db,
    rows.map(({ check }) => check.interviewer),
  )
  return {
    callBacks: rows.map(({ check, group, sealedNumber }) => {
      const number =
        key === undefined || sealedNumber === null ? undefined : openNumber(key, row.id, sealedNumber).number
      return {
        id: check.case,
        unit: check.unit,
        unitName: unitNameOf(loaded, check.unit),
        groupName: groupNameOf(surveyed, group),
        interviewer: names.get(check.interviewer) ?? '访问员',
        number: number === undefined ? '已删除' : maskNumber(number),
        // Who was not reached can be called again, until nobody knows any more whose answer it is.
        dial:
          (check.result ?? 'notReached') === 'notReached' && !separated.has(check.unit) ? number : undefined,
        result: check.result ?? undefined,
      }
    }),
  }
}
