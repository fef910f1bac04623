import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { createChange } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { endCases } from './cases.store.ts'
import { changeSurvey, type SurveyRequest } from './changeSurvey.ts'
import { drawChecks, insertChecks } from './checks.store.ts'
import { listUnderWay } from './endedCalls.ts'
import { entering } from './enterCalls.ts'
import { decideLoaded, type LoadedSurvey, loadSurvey, type SurveyAddress, unitNameOf } from './loadSurvey.ts'
import type { SurveyAnswer } from './presentSurvey.ts'
import { readSealedOf } from './sealed.store.ts'
import { openSheets } from './sealedSheet.ts'
import { listUnits, moveUnits } from './survey.store.ts'

/** Units that are ended in one change, so that others are answered in between. */
const UNITS_AT_ONCE = 25

/** Ends the calls of some units and draws a tenth of their interviews to be called back. `unitsNotReady`, `unitsNotCalled`. */
export async function endUnits({
  context,
  actor,
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/end'>): Promise<
  Answered<'POST /api/years/:year/surveys/:survey/end'> | Refusal
> {
  const chosen = [...new Set(body.units)]
  const before = await endSlices({ context, actor, params }, chosen)
  if (isRefusal(before)) return before
  const rest = new Set(chosen.filter(unit => !before.units.has(unit)))
  return entering(context, params.survey, enter =>
    change<{ ended: number; checks: number }>(async tx => {
      const done = await endInOneChange(tx, context, params, enter, rest)
      if (isRefusal(done)) return done
      return {
        answer: { ended: before.units.size + done.ended, checks: before.checks + done.checks },
        events: [done.event],
      }
    }),
  )
}

/** Ends all calls. `unitsNotReady` while a case is on a desk. */
export async function closeSurvey(
  request: Served<'POST /api/years/:year/surveys/:survey/close'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, actor, params, body } = request
  const loaded = await loadSurvey(context.db, params)
  // Sent again, or at the wrong time: the change below answers or refuses it.
  const isMine =
    !isRefusal(loaded) &&
    loaded.row.revision === body.revision &&
    !isRefusal(decideLoaded(loaded, 'close')) &&
    (await listUnderWay(context, params.survey)).desks.length === 0
  if (isMine) {
    const units = (await listUnits(context.db, params.survey)).filter(({ state }) => state === 'calling')
    const before = await endSlices(
      { context, actor, params },
      units.map(({ unit }) => unit),
    )
    if (isRefusal(before)) return before
  }
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

/**
 * Ends all but the last of many units, some in each change, so that nobody waits for all of them. Each unit is ended or
 * is not, also where the server is killed in between. Those that are ended already are left to the last change.
 */
async function endSlices(
  { context, actor, params }: Pick<SurveyRequest, 'context' | 'actor' | 'params'>,
  chosen: readonly string[],
): Promise<{ readonly units: ReadonlySet<string>; readonly checks: number } | Refusal> {
  const ended = new Set<string>()
  let checks = 0
  if (chosen.length <= UNITS_AT_ONCE) return { units: ended, checks }
  const open = new Set(
    (await listUnits(context.db, params.survey)).flatMap(({ unit, state }) =>
      state === 'calling' ? [unit] : [],
    ),
  )
  const units = chosen.filter(unit => open.has(unit))
  const { desks } = await listUnderWay(context, params.survey)
  const isHeld = desks.some(({ was }) => open.has(was.unit) && chosen.includes(was.unit))
  // The last change refuses it, before any unit is ended.
  if (units.length < chosen.length || isHeld) return { units: ended, checks }
  for (let at = 0; at + UNITS_AT_ONCE < units.length; at += UNITS_AT_ONCE) {
    const some = new Set(units.slice(at, at + UNITS_AT_ONCE))
    const done = await entering(context, params.survey, enter =>
      createChange(
        context,
        actor,
      )(async tx => {
        const one = await endInOneChange(tx, context, params, enter, some)
        return isRefusal(one) ? one : { answer: one, events: [one.event] }
      }),
    )
    if (isRefusal(done)) return done
    for (const unit of some) ended.add(unit)
    checks += done.checks
    await yieldToEventLoop()
  }
  return { units: ended, checks }
}

async function endInOneChange(
  tx: Transaction,
  context: AppContext,
  params: SurveyAddress,
  enter: (tx: Transaction, loaded: LoadedSurvey) => Promise<void>,
  units: ReadonlySet<string>,
) {
  const loaded = await loadSurvey(tx, params, { lock: true })
  if (isRefusal(loaded)) return loaded
  const decided = decideLoaded(loaded, 'close')
  if (isRefusal(decided)) return decided
  await enter(tx, loaded)
  const done = await end(tx, context, loaded, units)
  if (isRefusal(done)) return done
  const values = { title: loaded.row.commission.title, units: done.ended, checks: done.checks }
  return { ...done, event: { kind: 'unitsEnded' as const, year: params.year, values } }
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
  if (wrong !== undefined) return refuse('unitsNotCalled', { units: `“${unitNameOf(loaded, wrong)}”` })
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
