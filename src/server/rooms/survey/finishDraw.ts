import { createHash } from 'node:crypto'
import { askedSizes } from '../../../domain/campaign/survey/askedSizes.ts'
import { allotSample } from '../../../domain/campaign/survey/allotSample.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type Actor, SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { createChange } from '../../platform/change/change.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { stampOf } from './changeSurvey.ts'
import { countStrata, drawCases, framePages, type StratumTake } from './frame.store.ts'
import { dropLeftRows } from './imports.store.ts'
import { groupNameOf, type LoadedSurvey, loadSurvey, type SurveyAddress, unitNameOf } from './loadSurvey.ts'
import {
  findSurvey,
  insertUnits,
  listDrawing,
  listUnits,
  type SurveyRow,
  updateSurvey,
} from './survey.store.ts'

/** Units whose cases are drawn with one statement, so that others are answered in between. */
const AT_ONCE = 25

interface Drawing {
  readonly done: Promise<void>
  progress: number
}

/** What is being drawn here. */
const underWay = new WeakMap<AppContext, Map<string, Drawing>>()

const drawingsOf = (context: AppContext) => {
  const known = underWay.get(context) ?? new Map<string, Drawing>()
  underWay.set(context, known)
  return known
}

/** Returns how far the draw of a survey is, from 0 to 1; nothing where none is under way. */
export function drawProgress(context: AppContext, { id, seed, drawnAt }: SurveyRow): number | undefined {
  return seed === null || drawnAt !== null ? undefined : (drawingsOf(context).get(id)?.progress ?? 0)
}

/**
 * Draws the sample of a frozen frame, a slice of units at a time; the survey is drawn when all are. List and
 * seed decide everything, so that a killed server goes on where it stopped. Who asks meanwhile waits for the same draw.
 */
export function finishDraw(context: AppContext, address: SurveyAddress, actor: Actor): Promise<void> {
  const drawings = drawingsOf(context)
  const known = drawings.get(address.survey)
  if (known !== undefined) return known.done
  const tell = (progress: number) => {
    const one = drawings.get(address.survey)
    if (one !== undefined) one.progress = progress
  }
  const done = draw(context, address, actor, tell).finally(() => drawings.delete(address.survey))
  drawings.set(address.survey, { done, progress: 0 })
  return done
}

/** Goes on with draws that a killed server left. At the start and every hour. */
export async function finishDraws(context: AppContext): Promise<void> {
  for (const { id, year } of await listDrawing(context.db))
    await finishDraw(context, { year, survey: id }, SYSTEM_ACTOR)
}

async function draw(
  context: AppContext,
  address: SurveyAddress,
  actor: Actor,
  tell: (progress: number) => void,
): Promise<void> {
  const { db } = context
  const loaded = await loadSurvey(db, address)
  if (isRefusal(loaded) || loaded.row.drawnAt !== null || loaded.row.seed === null) return
  const { id, seed, commission } = loaded.row
  await dropLeftRows(db, id, 'frame')
  const strata = await countStrata(db, id)
  const takes = takesOf(loaded, strata)
  if (isRefusal(takes)) throw new Error(`a frozen frame cannot be drawn: ${takes.code}`)
  const fingerprint = await fingerprintOf(db, id, headOf(loaded))
  const asked = new Set(askedSizes(commission).map(({ unit }) => unit))
  const units = [...new Set(commission.sizes.map(({ unit }) => unit))]
  const takesOfUnit = Map.groupBy(takes, ({ unit }) => unit)
  for (let at = 0; at < units.length; at += AT_ONCE) {
    tell(0.1 + (0.9 * at) / units.length)
    const some = units.slice(at, at + AT_ONCE)
    await drawCases(
      db,
      id,
      { fingerprint, seed },
      some.flatMap(unit => takesOfUnit.get(unit) ?? []),
    )
    await keyUnits(
      context,
      id,
      some.filter(unit => asked.has(unit)),
    )
    await yieldToEventLoop()
  }
  const sampled = takes.reduce((sum, { take }) => sum + take, 0)
  const frame = strata.reduce((sum, one) => sum + one.frame, 0)
  await createChange(
    context,
    actor,
  )(async tx => {
    const row = await findSurvey(tx, address.year, id, true)
    // Another process has finished the draw.
    if (row?.drawnAt !== null) return refuse('frameGone', {})
    const drawnAt = context.now().toISOString()
    await updateSurvey(tx, id, { stage: 'drawn', fingerprint, drawnAt, ...stampOf(context, actor) })
    const values = { title: commission.title, frame, sampled, fingerprint }
    return { answer: null, events: [{ kind: 'sampleDrawn', year: address.year, values }] }
  })
}

/** Makes the keys of some units that have none yet. */
async function keyUnits(
  { db, keys, newId }: AppContext,
  survey: string,
  units: readonly string[],
): Promise<void> {
  const there = new Set((await listUnits(db, survey)).map(({ unit }) => unit))
  const rows = units
    .filter(unit => !there.has(unit))
    .map(unit => ({ survey, unit, state: 'calling' as const, key: newId() }))
  for (const { key } of rows) await keys.make(survey, key)
  if (rows.length > 0) await db.transaction(tx => insertUnits(tx, rows))
}

/** Returns the first line of the frozen list. */
export function headOf({ row, surveyed }: LoadedSurvey): string {
  const title = row.commission.title.replaceAll(/[\t\r\n]+/g, ' ')
  return `#${row.year}\t${title}\t${surveyed.component.name}\n`
}

async function fingerprintOf(db: Database, survey: string, head: string): Promise<string> {
  const hash = createHash('sha256').update(head)
  for await (const { lines } of framePages(db, survey)) hash.update(lines)
  return hash.digest('hex')
}

/** Allots the sample to the strata. `frameShort`. */
export function takesOf(
  loaded: LoadedSurvey,
  strata: Awaited<ReturnType<typeof countStrata>>,
): readonly StratumTake[] | Refusal {
  const takes: StratumTake[] = []
  for (const { unit, group, size } of loaded.row.commission.sizes) {
    const own = strata.filter(one => one.unit === unit && one.group === group)
    const frame = own.reduce((sum, one) => sum + one.frame, 0)
    if (frame === 0 && size > 0)
      return refuse('frameShort', {
        what: `“${unitNameOf(loaded, unit)}”的${groupNameOf(loaded.surveyed, group)}`,
        frame,
        wanted: size,
      })
    for (const [stratum, take] of allotSample(own, size)) takes.push({ unit, group, stratum, take })
  }
  return takes
}
