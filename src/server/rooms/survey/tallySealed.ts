import { outcomeOf } from '../../../domain/campaign/survey/questionnaire.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { type EndedCall, listEnded } from './endedCalls.ts'
import { type LoadedSurvey, loadSurvey, scoredQuestion } from './loadSurvey.ts'
import { readSealedOf, slicesOf, stampSealed, stampSheets } from './sealed.store.ts'
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

/** What is tallied of an interview. */
interface Interview {
  readonly isComplete: boolean
  readonly interviewer: string
  readonly seconds: number | undefined
  readonly scored: string
}

interface KeptTally extends SealedTally {
  readonly stamp: string
  /** by the stamps of their sheets. */
  readonly interviews: ReadonlyMap<string, Interview>
}

/** Tallies by survey and unit. A sheet is opened once: 36,000 of them take three seconds, and each band of hours touches every unit. */
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
    const sheets = await stampSheets(
      db,
      row.id,
      part.map(({ unit }) => unit),
    )
    const known = new Map(part.flatMap(({ unit }) => [...(before?.get(unit)?.interviews ?? [])]))
    const fresh = sheets.filter(({ stamp }) => !known.has(stamp)).map(one => one.case)
    const sealed = fresh.length === 0 ? [] : await readSealedOf(db, fresh)
    const opened = await openSheets(keys, row.id, sealed)
    if (opened === undefined) return refuse('surveyKeyLost', {})
    const read = new Map(opened.map(one => [one.case, interviewOf(loaded, one.content)]))
    const sheetsOf = Map.groupBy(sheets, ({ unit }) => unit)
    for (const { unit, stamp } of part) {
      const interviews = new Map(
        (sheetsOf.get(unit) ?? []).flatMap(one => {
          const interview = known.get(one.stamp) ?? read.get(one.case)
          return interview === undefined ? [] : [[one.stamp, interview] as const]
        }),
      )
      const ended = (byUnit.get(unit) ?? []).flatMap(({ content }) =>
        content === undefined ? [] : [interviewOf(loaded, content)],
      )
      tallies.set(unit, { stamp, interviews, ...tallyOf([...interviews.values(), ...ended]) })
    }
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

function interviewOf({ row }: LoadedSurvey, { answers, interviewer, seconds }: SealedContent): Interview {
  const isComplete = outcomeOf(row.questionnaire, answers) === 'complete'
  return { isComplete, interviewer: interviewer ?? '', seconds, scored: answers[scoredQuestion(row)] ?? '' }
}

function tallyOf(interviews: readonly Interview[]): SealedTally {
  const complete = interviews.filter(({ isComplete }) => isComplete).length
  const byInterviewer = Map.groupBy(interviews, ({ interviewer }) => interviewer)
  return {
    complete,
    partial: interviews.length - complete,
    interviewers: new Map(
      [...byInterviewer].map(([interviewer, own]) => [
        interviewer,
        {
          seconds: own.flatMap(({ seconds }) => seconds ?? []).toSorted((one, other) => one - other),
          scored: own.map(({ scored }) => scored).toSorted(),
        },
      ]),
    ),
  }
}
