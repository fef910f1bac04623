import type { Transaction } from '../../platform/database/openDatabase.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { SYSTEM_ACTOR, type Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { createChange } from '../../platform/change/change.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { stampOf } from './changeSurvey.ts'
import { listUnderWay } from './endedCalls.ts'
import { closeNumbers, countNumbers, dropAbandoned, eraseNumberRows } from './erasure.store.ts'
import { dropLeftRows } from './imports.store.ts'
import { NUMBERS_KEY } from './keepFrame.ts'
import { loadSurvey } from './loadSurvey.ts'
import { findSurvey, listDeleted, listUndeleted, type SurveyRow, updateSurvey } from './survey.store.ts'

type Erasure = Answered<'GET /api/years/:year/surveys/:survey/erasure'>

/** Shows what is left of the numbers, place by place. */
export async function viewErasure({
  context,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/erasure'>): Promise<Erasure | Refusal> {
  const loaded = await loadSurvey(context.db, params)
  return isRefusal(loaded) ? loaded : presentErasure(context, context.db, loaded.row)
}

/** Deletes the numbers before their day, once nobody is called any more. `numbersNeeded`, `numbersGone`. */
export async function eraseNumbers({
  context,
  actor,
  change,
  params,
}: Served<'POST /api/years/:year/surveys/:survey/erasure'>): Promise<Erasure | Refusal> {
  const mayErase = async (db: AppContext['db'] | Transaction, lock = false) => {
    const loaded = await loadSurvey(db, params, { lock })
    if (isRefusal(loaded)) return loaded
    if (loaded.row.deletedOn !== null) return refuse('numbersGone', {})
    const isOver = ['separated', 'handedOver', 'accepted', 'returned'].includes(loaded.row.stage)
    return isOver ? loaded.row : refuse('numbersNeeded', {})
  }
  const before = await mayErase(context.db)
  // The same request sent again gets its stored answer.
  if (!isRefusal(before)) await eraseRows(context, before.id)
  const done = await change<{ id: string }>(async tx => {
    const row = await mayErase(tx, true)
    if (isRefusal(row)) return row
    return { answer: { id: row.id }, events: [await erase(tx, context, actor, row)] }
  })
  if (isRefusal(done)) return done
  await context.keys.destroy(done.id, NUMBERS_KEY)
  await context.drafts.drop(done.id)
  const row = await findSurvey(context.db, params.year, params.survey)
  return presentErasure(context, context.db, row!)
}

/** Deletes the numbers of all surveys whose day has come, whatever their stage, and keys that were put back from a copy after that day. At the start and every hour. */
export async function eraseDueNumbers(context: AppContext): Promise<void> {
  const destroyAll = async (survey: string) => {
    for (const name of await context.keys.list(survey)) await context.keys.destroy(survey, name)
  }
  for (const { id } of await listDeleted(context.db)) await destroyAll(id)
  for (const due of await listUndeleted(context.db)) {
    if (due.commission.deleteOn > context.today()) continue
    await eraseRows(context, due.id)
    await dropAbandoned(context.db, due.id)
    await createChange(
      context,
      SYSTEM_ACTOR,
    )(async tx => {
      const row = await findSurvey(tx, due.year, due.id, true)
      if (row === undefined || row.deletedOn !== null) return refuse('numbersGone', {})
      return { answer: null, events: [await erase(tx, context, SYSTEM_ACTOR, row)] }
    })
    await dropLeftRows(context.db, due.id, 'frame')
    await destroyAll(due.id)
    await context.drafts.drop(due.id)
  }
}

/** Deletes the numbers before the change that says so: a killed server goes on with the rest. */
async function eraseRows({ db }: AppContext, survey: string): Promise<void> {
  await dropLeftRows(db, survey, 'frame')
  await eraseNumberRows(db, survey)
}

async function erase(tx: Transaction, context: AppContext, actor: Actor, row: SurveyRow) {
  const numbers = await closeNumbers(tx, row.id)
  await updateSurvey(tx, row.id, {
    deletedOn: context.today(),
    deletedBy: actor.name,
    ...stampOf(context, actor),
  })
  return {
    kind: 'numbersDeleted' as const,
    year: row.year,
    values: { title: row.commission.title, numbers },
  }
}

async function presentErasure(
  context: AppContext,
  db: AppContext['db'] | Transaction,
  row: SurveyRow,
): Promise<Erasure> {
  const left = await countNumbers(db, row.id)
  const keys = await context.keys.list(row.id)
  const { desks, ended } = await listUnderWay(context, row.id)
  return {
    deleteOn: row.commission.deleteOn,
    deletedOn: row.deletedOn ?? undefined,
    by: row.deletedBy ?? undefined,
    places: [
      { place: '加密的号码和姓名', left: left.numbers },
      { place: '用来查重的号码指纹', left: left.hashes },
      { place: '还没有分离的答卷', left: left.sheets + desks.length + ended.length },
      { place: '号码的密钥', left: keys.includes(NUMBERS_KEY) ? 1 : 0 },
    ],
    notes: [
      '号码只以密文保存，密钥不在数据库里，也不在数据库的备份里；密钥销毁以后，旧备份和数据库日志里的密文也打不开。',
      '单独备份过密钥文件夹的，请一并删除备份中这项调查的密钥。',
    ],
  }
}
