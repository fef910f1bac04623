import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { SurveyTally } from '../../../domain/year/facts/facts.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { enterFacts, withdrawFacts } from '../../year/facts.store.ts'
import { loadYear } from '../../year/loadYear.ts'
import { changeSurvey } from './changeSurvey.ts'
import { type LoadedSurvey, scoredQuestion } from './loadSurvey.ts'
import type { SurveyAnswer } from './presentSurvey.ts'
import { countAnswers, countTalliesElsewhere, tallyAnswers } from './survey.store.ts'

const SOURCE = '民意调查'

/** Hands the result over to the committee (移交). `surveyWithoutAnswers`, `surveyStep`. (四（三）) */
export async function handOverSurvey(
  request: Served<'POST /api/years/:year/surveys/:survey/hand-over'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, params, body } = request
  return changeSurvey(request, 'handOver', body.revision, async (tx, { row }) => {
    const counts = await countAnswers(tx, { survey: row.id })
    const answers = counts.reduce((sum, one) => sum + one.answers, 0)
    // Where everybody refused, or too few answered, the result is that there is none.
    if (answers === 0 && row.commission.way === 'file') return refuse('surveyWithoutAnswers', {})
    return {
      set: { method: body.method, handedOverAt: context.now().toISOString(), returned: '', decidedAt: null },
      event: {
        kind: 'surveyHandedOver',
        year: params.year,
        values: { title: row.commission.title, answers },
      },
    }
  })
}

/** Accepts the result (接收): its tallies become facts of the year in the same change. `surveyTalliesThere`, `yearSealed`. (三（二）3) */
export async function acceptSurvey(
  request: Served<'POST /api/years/:year/surveys/:survey/accept'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, actor, params, body } = request
  return changeSurvey(request, 'accept', body.revision, async (tx, loaded) => {
    const { row } = loaded
    const year = await loadYear(tx, params.year, { lock: true })
    if (isRefusal(year)) return year
    const tallies = await talliesOf(tx, loaded)
    const there = await countTalliesElsewhere(tx, row, [...new Set(tallies.map(({ unit }) => unit))])
    if (there > 0 && !body.adds) return refuse('surveyTalliesThere', { units: there })
    const facts = tallies.map(tally => ({ id: context.newId(), kind: 'surveys' as const, body: tally }))
    await enterFacts(tx, params.year, facts, {
      source: SOURCE,
      author: actor.name,
      now: context.now(),
      revision: year.revision,
      record: `survey:${row.id}`,
    })
    return {
      set: { facts: facts.map(({ id }) => id), decidedAt: context.now().toISOString() },
      event: {
        kind: 'surveyAccepted',
        year: params.year,
        values: { title: row.commission.title, facts: facts.length },
      },
    }
  })
}

/** Returns the result to the bureau with a reason (退回). */
export async function returnSurvey(
  request: Served<'POST /api/years/:year/surveys/:survey/return'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, params, body } = request
  return changeSurvey(request, 'return', body.revision, (_tx, { row }) => ({
    set: { returned: body.reason, decidedAt: context.now().toISOString() },
    event: {
      kind: 'surveyReturned',
      year: params.year,
      values: { title: row.commission.title, reason: body.reason },
    },
  }))
}

/** Takes an acceptance back (撤回接收): exactly its facts are withdrawn. `yearSealed`. */
export async function takeBackSurvey(
  request: Served<'POST /api/years/:year/surveys/:survey/take-back'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, actor, params, body } = request
  return changeSurvey(request, 'takeBack', body.revision, async (tx, { row }) => {
    const year = await loadYear(tx, params.year, { lock: true })
    if (isRefusal(year)) return year
    const facts = await withdrawFacts(tx, params.year, row.facts, {
      author: actor.name,
      now: context.now(),
      revision: year.revision,
    })
    return {
      set: { facts: [], decidedAt: null },
      event: {
        kind: 'surveyTakenBack',
        year: params.year,
        values: { title: row.commission.title, facts, reason: body.reason },
      },
    }
  })
}

/** Tallies the scored answers by unit and group; replies that are no answer of the scheme are not counted. */
async function talliesOf(tx: Transaction, loaded: LoadedSurvey): Promise<readonly SurveyTally[]> {
  const { row, surveyed } = loaded
  const known = new Set(surveyed.method.answers.map(({ id }) => id))
  const byCell = new Map<string, SurveyTally & { readonly answers: Record<string, number> }>()
  for (const { unit, group, answer, count } of await tallyAnswers(tx, row.id, scoredQuestion(row))) {
    if (!known.has(answer)) continue
    const cell = `${unit}\t${group}`
    const tally = byCell.get(cell) ?? { unit, component: row.component, group, answers: {} }
    tally.answers[answer] = (tally.answers[answer] ?? 0) + count
    byCell.set(cell, tally)
  }
  return [...byCell.values()]
}
