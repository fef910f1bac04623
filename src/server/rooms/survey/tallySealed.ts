import { outcomeOf } from '../../../domain/campaign/survey/questionnaire.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { type EndedCall, listEnded } from './endedCalls.ts'
import { type LoadedSurvey, loadSurvey, scoredQuestion } from './loadSurvey.ts'
import { readSealed, slicesOf, stampSealed } from './sealed.store.ts'
import { openSheets, type SealedContent } from './sealedSheet.ts'
import { listCalled } from './survey.store.ts'

/** What the sealed interviews of a unit come to. It names no case, and sorted values keep no order of interviews. */
export interface SealedTally {
  readonly complete: number
  readonly partial: number
  readonly interviewers: ReadonlyMap<string, OwnTally>
}

/** An interviewer's interviews in a unit: their lengths, and the scored answers. */
interface OwnTally {
  readonly seconds: readonly number[]
  readonly scored: readonly string[]
}

interface KeptTally extends SealedTally {
  readonly stamp: string
}

/** Tallies by survey and unit: a sheet is opened again only when an interview of its unit has come or gone. */
const kept = new WeakMap<AppContext, Map<string, ReadonlyMap<string, KeptTally>>>()

/** Tallies the sealed interviews of a survey, unit by unit; who asks meanwhile waits, and opens no sheet twice. `surveyKeyLost`. */
export function tallySealed(
  context: AppContext,
  loaded: LoadedSurvey,
): Promise<readonly SealedTally[] | Refusal> {
  const under = underWay.get(context) ?? new Map<string, Promise<unknown>>()
  underWay.set(context, under)
  const done = (under.get(loaded.row.id) ?? Promise.resolve())
    .catch(() => {})
    .then(() => openChanged(context, loaded))
  under.set(loaded.row.id, done)
  return done
}

/** Tallies the surveys that are being called, so that they are known when somebody looks. */
export async function tallyCalled(context: AppContext): Promise<void> {
  for (const { year, id } of await listCalled(context.db)) {
    const loaded = await loadSurvey(context.db, { year, survey: id })
    if (!isRefusal(loaded)) await tallySealed(context, loaded)
  }
}

const underWay = new WeakMap<AppContext, Map<string, Promise<unknown>>>()

async function openChanged(
  context: AppContext,
  loaded: LoadedSurvey,
): Promise<readonly SealedTally[] | Refusal> {
  const { db, keys } = context
  const { row } = loaded
  const surveys = kept.get(context) ?? new Map<string, ReadonlyMap<string, KeptTally>>()
  kept.set(context, surveys)
  const before = surveys.get(row.id)
  const whole = (await listEnded(context, row.id)).filter(({ keeps }) => keeps === 'whole')
  const byUnit = Map.groupBy(whole, ({ was }) => was.unit)
  const stamped = addStamps(await stampSealed(db, row.id), byUnit)
  const tallies = new Map<string, KeptTally>()
  const changed: (typeof stamped)[number][] = []
  for (const one of stamped) {
    const known = before?.get(one.unit)
    if (known?.stamp === one.stamp) tallies.set(one.unit, known)
    else changed.push(one)
  }
  for (const part of slicesOf(changed)) {
    const sealed = await readSealed(
      db,
      row.id,
      part.map(({ unit }) => unit),
    )
    const opened = await openSheets(keys, row.id, sealed)
    if (opened === undefined) return refuse('surveyKeyLost', {})
    const openedOf = Map.groupBy(opened, ({ unit }) => unit)
    for (const { unit, stamp } of part)
      tallies.set(unit, {
        stamp,
        ...tallyOf(loaded, [
          ...(openedOf.get(unit) ?? []).map(({ content }) => content),
          ...(byUnit.get(unit) ?? []).flatMap(({ content }) => content ?? []),
        ]),
      })
    await yieldToEventLoop()
  }
  surveys.set(row.id, tallies)
  return [...tallies.values()]
}

/** Adds to the stamps of units the calls that are not entered yet. */
function addStamps(
  sealed: Awaited<ReturnType<typeof stampSealed>>,
  byUnit: ReadonlyMap<string, readonly EndedCall[]>,
) {
  const stamps = new Map(sealed.map(one => [one.unit, one]))
  const nameAll = (unit: string) =>
    (byUnit.get(unit) ?? [])
      .map(({ name }) => name)
      .toSorted()
      .join(' ')
  return [...new Set([...stamps.keys(), ...byUnit.keys()])].map(unit => {
    const { stamp, answers } = stamps.get(unit) ?? { stamp: '', answers: 0 }
    return { unit, answers, stamp: `${stamp} ${nameAll(unit)}` }
  })
}

function tallyOf({ row }: LoadedSurvey, contents: readonly SealedContent[]): SealedTally {
  const complete = contents.filter(
    ({ answers }) => outcomeOf(row.questionnaire, answers) === 'complete',
  ).length
  const scored = scoredQuestion(row)
  const byInterviewer = Map.groupBy(contents, ({ interviewer }) => interviewer ?? '')
  return {
    complete,
    partial: contents.length - complete,
    interviewers: new Map(
      [...byInterviewer].map(([interviewer, own]) => [
        interviewer,
        {
          seconds: own.flatMap(({ seconds }) => seconds ?? []).toSorted((one, other) => one - other),
          scored: own.map(({ answers }) => answers[scored] ?? '').toSorted(),
        },
      ]),
    ),
  }
}
