import { setTimeout as wait } from 'node:timers/promises'
import { sampleRule } from '../../../contract/survey/sampleRule.ts'
import { seedOf } from '../../../domain/campaign/draw/drawSeed.ts'
import { comparable } from '../../../domain/kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { changeSurvey } from './changeSurvey.ts'
import { finishDraw, headOf, takesOf } from './finishDraw.ts'
import { countStrata, framePages, releaseCases } from './frame.store.ts'
import { listImports } from './imports.store.ts'
import { decideLoaded, loadSurvey, unitNameOf } from './loadSurvey.ts'
import { type SurveyAnswer, viewSurvey } from './presentSurvey.ts'
import { findUnit } from './survey.store.ts'

/** Freezes the frame and draws the sample (抽样), stratified, from a seed that two parties give. `frameEmpty`, `frameBusy`, `frameShort`, `drawNumberWrong`, `drawPartySame`. */
export async function drawSample(
  request: Served<'POST /api/years/:year/surveys/:survey/draw'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, actor, params, body } = request
  const frozen = await changeSurvey(request, 'draw', body.revision, async (tx, loaded) => {
    const { row } = loaded
    const [one, other] = body.parts
    if (comparable(one!.by) === comparable(other!.by)) return refuse('drawPartySame', { by: one!.by })
    const seed = seedOf('parties', body.parts)
    if (isRefusal(seed)) return seed
    const open = (await listImports(tx, row.id, 'frame')).some(
      ({ state }) => state === 'reading' || state === 'read',
    )
    if (open) return refuse('frameBusy', {})
    const strata = await countStrata(tx, row.id)
    if (strata.length === 0) return refuse('frameEmpty', {})
    const takes = takesOf(loaded, strata)
    if (isRefusal(takes)) return takes
    const frame = strata.reduce((sum, one) => sum + one.frame, 0)
    return {
      set: { stage: row.stage, seed, seedParts: body.parts, drawnBy: actor.name },
      event: { kind: 'frameFrozen', year: params.year, values: { title: row.commission.title, frame } },
    }
  })
  if (isRefusal(frozen)) return frozen
  const drawn = finishDraw(context, params, actor)
  drawn.catch(error => context.log.error({ err: error }, 'a sample could not be drawn; it is tried again'))
  await Promise.race([drawn, wait(PATIENCE_MS, undefined, { ref: false })])
  return viewSurvey(request)
}

/** A large sample goes on being drawn after its request is answered: proxies do not wait for long. */
const PATIENCE_MS = 20_000

/** Releases reserve numbers in their drawn order (启用备用号码). `reserveSpent`, `surveyStep`, `unitsNotCalled`. */
export async function releaseReserve({
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/reserve'>): Promise<
  Answered<'POST /api/years/:year/surveys/:survey/reserve'> | Refusal
> {
  return change<{ released: number }>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'call')
    if (isRefusal(decided)) return decided
    const { row } = loaded
    const unit = await findUnit(tx, row.id, body.unit)
    if (unit?.state !== 'calling')
      return refuse('unitsNotCalled', { units: `“${unitNameOf(loaded, body.unit)}”` })
    const draw = { fingerprint: row.fingerprint ?? '', seed: row.seed ?? '' }
    const released = await releaseCases(tx, row.id, draw, body)
    if (released < body.take) return refuse('reserveSpent', { left: released })
    const values = { title: row.commission.title, released, reason: body.reason }
    return {
      answer: { released },
      events: [{ kind: 'reserveReleased', year: params.year, unit: body.unit, values }],
    }
  })
}

/** Writes the record of a draw: rule, seed, frozen list and result, without numbers or names. */
export async function writeDrawRecord({
  context,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/draw.txt'>): Promise<FileAnswer | Refusal> {
  const loaded = await loadSurvey(context.db, params)
  if (isRefusal(loaded)) return loaded
  const { row } = loaded
  if (row.drawnAt === null) return refuse('notFound', { what: '抽样记录' })
  const head = headOf(loaded)
  const [listed, drawn]: [string[], string[]] = [[], []]
  for await (const page of framePages(context.db, row.id)) {
    listed.push(page.lines)
    drawn.push(page.drawn)
  }
  const text = `${sampleRule}\n名单指纹：${row.fingerprint}\n种子：${row.seed}\n\n【冻结的名单】\n${head}${listed.join('')}\n【抽中】\n${drawn.join('')}`
  return {
    name: `${row.commission.title}抽样记录.txt`,
    type: 'text/plain; charset=utf-8',
    content: Buffer.from(text),
  }
}
