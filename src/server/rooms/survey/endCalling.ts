import { unitStateNames } from '../../../contract/survey/surveyNames.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { endCases } from './cases.store.ts'
import { changeSurvey } from './changeSurvey.ts'
import { drawChecks, insertChecks } from './checks.store.ts'
import { listUnderWay } from './endedCalls.ts'
import { entering } from './enterCalls.ts'
import { decideLoaded, type LoadedSurvey, loadSurvey, unitNameOf } from './loadSurvey.ts'
import type { SurveyAnswer } from './presentSurvey.ts'
import { readSealedOf } from './sealed.store.ts'
import { openSheets } from './sealedSheet.ts'
import { listUnits, moveUnits } from './survey.store.ts'

/** Ends the calls of some units and draws a tenth of their interviews to be called back. `unitsNotReady`. */
export async function endUnits({
  context,
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/end'>): Promise<
  Answered<'POST /api/years/:year/surveys/:survey/end'> | Refusal
> {
  return entering(context, params.survey, enter =>
    change<{ ended: number; checks: number }>(async tx => {
      const loaded = await loadSurvey(tx, params, { lock: true })
      if (isRefusal(loaded)) return loaded
      const decided = decideLoaded(loaded, 'close')
      if (isRefusal(decided)) return decided
      await enter(tx, loaded)
      const done = await end(tx, context, loaded, new Set(body.units))
      if (isRefusal(done)) return done
      const { title } = loaded.row.commission
      const values = { title, units: done.ended, checks: done.checks }
      return { answer: done, events: [{ kind: 'unitsEnded', year: params.year, values }] }
    }),
  )
}

/** Ends all calls. `unitsNotReady` while a case is on a desk. */
export async function closeSurvey(
  request: Served<'POST /api/years/:year/surveys/:survey/close'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, params, body } = request
  return entering(context, params.survey, enter =>
    changeSurvey(request, 'close', body.revision, async (tx, loaded) => {
      await enter(tx, loaded)
      const done = await end(tx, context, loaded, undefined)
      if (isRefusal(done)) return done
      const isSeparated = (await listUnits(tx, loaded.row.id)).every(({ state }) => state === 'separated')
      return {
        set: isSeparated ? { stage: 'separated' } : {},
        event: { kind: 'surveyClosed', year: params.year, values: { title: loaded.row.commission.title } },
      }
    }),
  )
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
  // Nobody takes a case at this moment, since calls are being entered.
  const { desks } = await listUnderWay(context, row.id)
  const held = desks.filter(({ was }) => units.includes(was.unit)).length
  if (held > 0) return refuse('unitsNotReady', { units: `还有${held}个访问正在进行，` })
  await endCases(tx, row.id, units)
  const checks = await drawChecks(tx, row.id, row.seed ?? '', units)
  await keepChecks(tx, context, row.id, checks)
  const checked = new Set(checks.map(({ unit }) => unit))
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

/** Sheets that are opened in one go. */
const AT_ONCE = 500

/** Stores call-backs to be made, each with who called, which only the sealed answers say. */
async function keepChecks(
  tx: Transaction,
  { keys }: AppContext,
  survey: string,
  drawn: Awaited<ReturnType<typeof drawChecks>>,
): Promise<void> {
  for (let at = 0; at < drawn.length; at += AT_ONCE) {
    const some = drawn.slice(at, at + AT_ONCE)
    const sealed = await readSealedOf(
      tx,
      some.map(one => one.case),
    )
    const opened = (await openSheets(keys, survey, sealed)) ?? []
    const by = new Map(opened.map(one => [one.case, one.content.interviewer]))
    await insertChecks(
      tx,
      some.map(one => ({ ...one, survey, interviewer: by.get(one.case) ?? '' })),
    )
  }
}
