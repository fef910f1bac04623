import { askedSizes } from '../../../domain/campaign/survey/askedSizes.ts'
import { bandOf } from '../../../domain/campaign/survey/callingHours.ts'
import {
  type AaporGroup,
  type Disposition,
  dispositionGroup,
} from '../../../domain/campaign/survey/disposition.ts'
import { shareInterval } from '../../../domain/campaign/survey/figures/interval.ts'
import { responseRates } from '../../../domain/campaign/survey/figures/responseRates.ts'
import { outcomeOf } from '../../../domain/campaign/survey/questionnaire.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { accountNames } from '../../office/accounts/accounts.store.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { countCalls, countDispositions, countStates } from './cases.store.ts'
import { cellOf } from './cell.ts'
import { listChecks } from './checks.store.ts'
import type { Was } from './draft.ts'
import { countWhole, listUnderWay, type UnderWay } from './endedCalls.ts'
import { enterDueCalls } from './enterCalls.ts'
import { officeTime } from './officeHours.ts'
import { groupNameOf, type LoadedSurvey, loadSurvey, unitNameOf } from './loadSurvey.ts'
import { type SealedTally, tallySealed } from './tallySealed.ts'
import { countAnswers, countSeparated, listUnits } from './survey.store.ts'

type Progress = Answered<'GET /api/years/:year/surveys/:survey/progress'>

/** Shows the supervisor how the calls are going (督导): quota counted from answers, rates, interviewers. `surveyKeyLost`. */
export async function viewProgress({
  context,
  params,
}: Pick<Served<'GET /api/years/:year/surveys/:survey/progress'>, 'context' | 'params'>): Promise<
  Progress | Refusal
> {
  const { db } = context
  await enterDueCalls(context)
  const loaded = await loadSurvey(db, params)
  if (isRefusal(loaded)) return loaded
  const { row } = loaded
  const tallies = await tallySealed(context, loaded)
  if (isRefusal(tallies)) return tallies
  const under = await listUnderWay(context, row.id)
  const outcomes = await countOutcomes(context, loaded, tallies, under)
  return {
    quota: await presentQuota(context, loaded, under),
    outcomes,
    rates: ratesOf(outcomes),
    interviewers: await presentInterviewers(context, loaded, tallies, under),
    quiet: bandOf(row.commission.hours, officeTime(context).slice(11)) === undefined,
  }
}

async function presentQuota(
  { db }: AppContext,
  loaded: LoadedSurvey,
  under: UnderWay,
): Promise<Progress['quota']> {
  const { row, surveyed } = loaded
  const states = addUnderWay(await countStates(db, row.id), under)
  const answers = new Map((await countAnswers(db, { survey: row.id })).map(one => [cellOf(one), one.answers]))
  const whole = countWhole(under.ended)
  const units = new Map((await listUnits(db, row.id)).map(one => [one.unit, one.state]))
  const open = new Map<string, number>()
  for (const { check, group } of await listChecks(db, row.id))
    if (check.result === null) {
      const at = cellOf({ unit: check.unit, group })
      open.set(at, (open.get(at) ?? 0) + 1)
    }
  return askedSizes(row.commission).map(size => {
    const at = cellOf(size)
    const counted = states.get(at)
    return {
      unit: size.unit,
      unitName: unitNameOf(loaded, size.unit),
      group: size.group,
      groupName: groupNameOf(surveyed, size.group),
      state: units.get(size.unit) ?? 'calling',
      wanted: size.size,
      answers: (answers.get(at) ?? 0) + (whole.get(at) ?? 0),
      cases: counted?.cases ?? 0,
      fresh: counted?.fresh ?? 0,
      appointments: counted?.appointments ?? 0,
      retries: counted?.retries ?? 0,
      refusals: counted?.refusals ?? 0,
      reserve: counted?.reserve ?? 0,
      checksOpen: open.get(at) ?? 0,
    }
  })
}

type States = Awaited<ReturnType<typeof countStates>>[number]

/** Counts what is under way as it will be entered; a case on a desk is none that waits. */
function addUnderWay(counted: readonly States[], { desks, ended }: UnderWay): ReadonlyMap<string, States> {
  const states = new Map(counted.map(one => [cellOf(one), { ...one }]))
  const add = (of: Was, by: number) => {
    const cell = states.get(cellOf(of))
    if (cell === undefined) return
    if (of.state === 'appointment') cell.appointments += by
    else if (of.state === 'waiting') cell[of.attempts === 0 ? 'fresh' : 'retries'] += by
  }
  const addRefusal = (of: Was, by: number) => {
    const cell = states.get(cellOf(of))
    if (cell !== undefined && (of.disposition === 'refusal' || of.disposition === 'breakOff'))
      cell.refusals += by
  }
  for (const { was } of desks) add(was, -1)
  for (const { was, becomes } of ended) {
    const after = { ...was, ...becomes }
    add(was, -1)
    add(after, 1)
    addRefusal(was, -1)
    addRefusal(after, 1)
  }
  return states
}

/** Counts the cases by AAPOR's groups; interviews are complete or partial by their answers, sealed or separated. */
async function countOutcomes(
  { db }: AppContext,
  { row }: LoadedSurvey,
  tallies: readonly SealedTally[],
  { ended }: UnderWay,
): Promise<Record<AaporGroup, number>> {
  const counts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 }
  for (const { complete, partial } of tallies) {
    counts.I += complete
    counts.P += partial
  }
  const open = row.questionnaire.questions.find(({ kind }) => kind === 'open')?.id ?? ''
  for (const { answers, times } of await countSeparated(db, `${row.id} ${open}`))
    counts[outcomeOf(row.questionnaire, answers) === 'complete' ? 'I' : 'P'] += times
  const add = (disposition: Disposition | null, count: number) => {
    const group = disposition === null || disposition === 'interview' ? 'UH' : dispositionGroup[disposition]
    counts[group] += count
  }
  for (const { disposition, count } of await countDispositions(db, row.id)) add(disposition, count)
  for (const { was, becomes } of ended) {
    add(was.disposition, -1)
    if (becomes.state !== 'answered') add(becomes.disposition, 1)
  }
  return counts
}

async function presentInterviewers(
  { db }: AppContext,
  { row, surveyed }: LoadedSurvey,
  tallies: readonly SealedTally[],
  { desks, ended }: UnderWay,
): Promise<Progress['interviewers']> {
  const calls = addCalls(await countCalls(db, row.id), ended)
  const holders = new Set(desks.map(({ holder }) => holder))
  const names = await accountNames(
    db,
    calls.map(({ interviewer }) => interviewer),
  )
  return calls.map(({ interviewer, calls: made, interviews, refusals, contacts }) => {
    const own = tallies.flatMap(({ interviewers }) => interviewers.get(interviewer) ?? [])
    const lengths = own.flatMap(({ seconds }) => seconds).toSorted((one, other) => one - other)
    const given = own.flatMap(({ scored }) => scored)
    const [most] = surveyed.method.answers
      .map(({ id, name }) => ({ name, count: given.filter(answer => answer === id).length }))
      .toSorted((one, other) => other.count - one.count)
    return {
      id: interviewer,
      name: names.get(interviewer) ?? '访问员',
      calls: made,
      answers: interviews,
      seconds: lengths[Math.floor(lengths.length / 2)],
      refusals: shareInterval(refusals, contacts),
      sameAnswer: most && shareInterval(most.count, given.length),
      sameAnswerName: most?.name,
      atWork: holders.has(interviewer),
    }
  })
}

type Calls = Awaited<ReturnType<typeof countCalls>>[number]

function addCalls(counted: readonly Calls[], ended: UnderWay['ended']): readonly Calls[] {
  const calls = new Map(counted.map(one => [one.interviewer, { ...one }]))
  for (const { content, becomes } of ended) {
    const interviewer = content?.interviewer ?? ''
    const own = calls.get(interviewer) ?? { interviewer, calls: 0, interviews: 0, refusals: 0, contacts: 0 }
    const isRefused = becomes.disposition === 'refusal' || becomes.disposition === 'breakOff'
    own.calls++
    if (becomes.disposition === 'interview') own.interviews++
    if (isRefused) own.refusals++
    if (isRefused || becomes.disposition === 'interview' || becomes.disposition === 'appointment')
      own.contacts++
    calls.set(interviewer, own)
  }
  return [...calls.values()]
}

/** AAPOR's rates by name; those that nothing is known of are absent. */
function ratesOf({ I, P, R, NC, O, UH, UO, NE }: Record<AaporGroup, number>): Progress['rates'] {
  const rates = responseRates({
    complete: I,
    partial: P,
    refused: R,
    notReached: NC,
    other: O,
    unknownNumber: UH,
    unknownPerson: UO,
    notEligible: NE,
  })
  return Object.fromEntries(
    Object.entries(rates).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}
