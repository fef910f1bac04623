import { checkBatch } from '../../../domain/campaign/survey/batch.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { shuffled } from '../../platform/shuffled.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { dropSealedOf, readSealed, slicesOf, stampSealed } from './sealed.store.ts'
import { stampOf } from './changeSurvey.ts'
import { decideLoaded, loadSurvey, unitNameOf } from './loadSurvey.ts'
import { openSheets, type SealedContent } from './sealedSheet.ts'
import {
  countAnswers,
  insertAnswers,
  listUndeleted,
  listUnits,
  moveUnits,
  updateSurvey,
} from './survey.store.ts'

/**
 * Separates the answers of a batch from their persons (分离答卷): opened in memory, shuffled, written once
 * under new random ids with unit and group alone; then the sealed rows go, and the keys. One line in the
 * trail for all of them. The last answers of a closed survey that are too few for a batch can only be
 * discarded unopened. `unitsNotReady`, `batchSmall`, `batchLeavesFew`, `surveyKeyLost`.
 */
export async function separateAnswers({
  context,
  actor,
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/separate'>): Promise<
  Answered<'POST /api/years/:year/surveys/:survey/separate'> | Refusal
> {
  const chosen = [...new Set(body.units)]
  // Opened before the change, so that nobody waits for it; what has come or gone since is opened in it.
  const opened =
    body.discard === true ? undefined : await openBatch(context.db, context, params.survey, chosen)
  const done = await change<{ units: number; answers: number }>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const stage = decideLoaded(loaded, 'separate')
    if (isRefusal(stage)) return stage
    const { row } = loaded
    const units = await listUnits(tx, row.id)
    const wrong = chosen.find(id => units.find(one => one.unit === id)?.state !== 'ready')
    if (wrong !== undefined) return refuse('unitsNotReady', { units: `“${unitNameOf(loaded, wrong)}”` })
    const rest = new Set(
      units
        .filter(({ unit, state }) => state !== 'separated' && !chosen.includes(unit))
        .map(({ unit }) => unit),
    )
    const counts = await countAnswers(tx, { survey: row.id })
    const of = (within: (unit: string) => boolean) =>
      counts.filter(({ unit }) => within(unit)).reduce((sum, one) => sum + one.answers, 0)
    const answers = of(unit => chosen.includes(unit))
    const small = checkBatch(answers, { units: rest.size, answers: of(unit => rest.has(unit)) })
    const isLast = rest.size === 0
    const isDiscarded = small !== undefined && body.discard === true && isLast && row.stage === 'closed'
    if (small !== undefined && !isDiscarded) return small
    if (!isDiscarded) {
      const isSame = opened !== undefined && (await stampBatch(tx, row.id, chosen)).stamp === opened.stamp
      const batch = isSame ? opened : await openBatch(tx, context, row.id, chosen)
      if (batch === undefined) return refuse('surveyKeyLost', {})
      await insertAnswers(tx, shuffled(batch.rows))
    }
    for (const slice of slicesOf(counts.filter(({ unit }) => chosen.includes(unit))))
      await dropSealedOf(
        tx,
        row.id,
        slice.map(({ unit }) => unit),
      )
    // Those that nobody finished are in no count.
    await dropSealedOf(tx, row.id, chosen)
    await moveUnits(tx, row.id, chosen, 'separated')
    await updateSurvey(tx, row.id, {
      stage: isLast ? 'separated' : row.stage,
      ...stampOf(context, actor),
    })
    const values = { title: row.commission.title, units: chosen.length, answers }
    return {
      answer: { units: chosen.length, answers: isDiscarded ? 0 : answers },
      events: [{ kind: isDiscarded ? 'answersDiscarded' : 'answersSeparated', year: params.year, values }],
    }
  })
  if (!isRefusal(done)) await destroySpentKeys(context)
  return done
}

/** A batch opened in memory: its answers in no order, and a stamp of the sealed ones from which they came. */
interface OpenedBatch {
  readonly stamp: string
  readonly rows: Parameters<typeof insertAnswers>[1]
}

/** Opens the sealed answers of a batch, in slices between which others get their turn; `undefined` if a key is lost. */
async function openBatch(
  db: Database | Transaction,
  { keys }: Pick<AppContext, 'keys'>,
  survey: string,
  chosen: readonly string[],
): Promise<OpenedBatch | undefined> {
  const { units, stamp } = await stampBatch(db, survey, chosen)
  const rows: OpenedBatch['rows'][number][] = []
  for (const slice of slicesOf(units)) {
    const sealed = await readSealed(
      db,
      survey,
      slice.map(({ unit }) => unit),
    )
    const opened = await openSheets(keys, survey, sealed)
    if (opened === undefined) return undefined
    for (const one of opened) rows.push(answerOf(survey, one))
    await yieldToEventLoop()
  }
  return { stamp, rows }
}

async function stampBatch(db: Database | Transaction, survey: string, chosen: readonly string[]) {
  const wanted = new Set(chosen)
  const units = (await stampSealed(db, survey)).filter(({ unit }) => wanted.has(unit))
  const stamps = units.map(({ unit, answers, stamp }) => `${unit} ${answers} ${stamp}`)
  return { units, stamp: stamps.toSorted().join('\n') }
}

/** Destroys the keys of units whose answers are separated: after each separation, and at the start, should the server have stopped in between. */
export async function destroySpentKeys({ db, keys }: Pick<AppContext, 'db' | 'keys'>): Promise<void> {
  for (const { id } of await listUndeleted(db))
    for (const { state, key } of await listUnits(db, id))
      if (state === 'separated') await keys.destroy(id, key)
}

function answerOf(
  survey: string,
  {
    unit,
    group,
    content,
  }: { readonly unit: string; readonly group: string; readonly content: SealedContent },
) {
  return { survey, unit, group, answers: inFixedOrder(content.answers) }
}

/** The answers in the order of their questions' ids, so that the order of answering is gone. */
function inFixedOrder(answers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
