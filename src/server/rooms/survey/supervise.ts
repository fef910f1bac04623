import { maskNumber } from '../../../domain/campaign/survey/phoneNumber.ts'
import { caseColumns } from '../../../contract/survey/caseColumns.ts'
import { callBackNames, unitStateNames } from '../../../contract/survey/surveyNames.ts'
import { dispositionNames } from '../../../domain/campaign/survey/disposition.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { accountNames } from '../../office/accounts/accounts.store.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import {
  type CaseRow,
  countHeld,
  dropInterviewAttempts,
  endCases,
  findCase,
  listCases,
  unparkCases,
  updateCase,
} from './cases.store.ts'
import { dropSealed } from './sealed.store.ts'
import { drawChecks, dropCheck, listChecks, setCheck } from './checks.store.ts'
import { changeSurvey } from './changeSurvey.ts'
import { giveBackForsaken } from './draft.ts'
import { NUMBERS_KEY } from './keepFrame.ts'
import { decideLoaded, groupNameOf, type LoadedSurvey, loadSurvey, unitNameOf } from './loadSurvey.ts'
import { openNumber } from './openNumber.ts'
import type { SurveyAnswer } from './presentSurvey.ts'
import { findUnit, listUnits, moveUnits } from './survey.store.ts'

const caseStateNames: Readonly<Record<CaseRow['state'], string>> = {
  read: '未入样本框',
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
  const cases = found.map(row => ({
    id: row.id,
    unit: row.unit,
    unitName: unitNameOf(loaded, row.unit),
    group: row.group,
    groupName: groupNameOf(loaded.surveyed, row.group),
    sealedNumber: row.sealedNumber,
    state: row.state as Exclude<CaseRow['state'], 'read' | 'listed'>,
    stateName:
      row.state === 'ended' && row.disposition !== null
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
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/cases/:case/again'>): Promise<
  Record<string, never> | Refusal
> {
  return change<Record<string, never>>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const wrong = await sendBack(tx, loaded, params.case)
    if (wrong !== undefined) return wrong
    const values = { title: loaded.row.commission.title, reason: body.reason }
    return { answer: {}, events: [{ kind: 'caseAskedAgain', year: params.year, values }] }
  })
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
        dial: check.result === null ? number : undefined,
        result: check.result ?? undefined,
      }
    }),
  }
}

/** Ends the calls of some units and draws a tenth of their interviews to be called back. `unitsNotReady`. */
export async function endUnits({
  context,
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/end'>): Promise<
  Answered<'POST /api/years/:year/surveys/:survey/end'> | Refusal
> {
  return change<{ ended: number; checks: number }>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'close')
    if (isRefusal(decided)) return decided
    const done = await end(tx, context, loaded, new Set(body.units))
    if (isRefusal(done)) return done
    const { title } = loaded.row.commission
    const values = { title, units: done.ended, checks: done.checks }
    return { answer: done, events: [{ kind: 'unitsEnded', year: params.year, values }] }
  })
}

/** Ends all calls. `unitsNotReady` while a case is on a desk. */
export async function closeSurvey(
  request: Served<'POST /api/years/:year/surveys/:survey/close'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, params, body } = request
  return changeSurvey(request, 'close', body.revision, async (tx, loaded) => {
    const done = await end(tx, context, loaded, undefined)
    if (isRefusal(done)) return done
    const isSeparated = (await listUnits(tx, loaded.row.id)).every(({ state }) => state === 'separated')
    return {
      set: isSeparated ? { stage: 'separated' } : {},
      event: { kind: 'surveyClosed', year: params.year, values: { title: loaded.row.commission.title } },
    }
  })
}

async function end(
  tx: Transaction,
  context: AppContext,
  loaded: LoadedSurvey,
  chosen: ReadonlySet<string> | undefined,
): Promise<{ readonly ended: number; readonly checks: number } | Refusal> {
  const { row } = loaded
  const all = await listUnits(tx, row.id)
  const units = all
    .filter(({ unit, state }) => state === 'calling' && (chosen?.has(unit) ?? true))
    .map(({ unit }) => unit)
  const wrong = [...(chosen ?? [])].find(unit => !units.includes(unit))
  if (wrong !== undefined)
    return refuse('unitsNotReady', {
      units: `“${unitNameOf(loaded, wrong)}”${unitStateNames[all.find(one => one.unit === wrong)?.state ?? 'separated']}，`,
    })
  await giveBackForsaken(context, tx)
  // Cases that are being taken at this moment are waited for here, and counted after.
  await endCases(tx, row.id, units)
  const held = await countHeld(tx, row.id, units)
  if (held > 0) return refuse('unitsNotReady', { units: `还有${held}个访问正在进行，` })
  const checks = await drawChecks(tx, row.id, row.seed ?? '', units)
  const checked = new Set(checks)
  await moveUnits(
    tx,
    row.id,
    units.filter(unit => checked.has(unit)),
    'checking',
  )
  await moveUnits(
    tx,
    row.id,
    units.filter(unit => !checked.has(unit)),
    'ready',
  )
  return { ended: units.length, checks: checks.length }
}
