import { shareInterval } from '../../../domain/campaign/survey/figures/interval.ts'
import { meanInterval, tallyMean } from '../../../domain/campaign/survey/figures/weightedMean.ts'
import { NO_REPLY } from '../../../domain/campaign/survey/questionnaire.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { countStates } from './cases.store.ts'
import { groupNameOf, type LoadedSurvey, loadSurvey, scoredQuestion, unitNameOf } from './loadSurvey.ts'
import { readAnswers } from './survey.store.ts'

type Results = Answered<'GET /api/years/:year/surveys/:survey/results'>
type AnswerRow = Awaited<ReturnType<typeof readAnswers>>[number]

/** Shows the result of a survey from its separated answers; groups with too few are shown without figures. */
export async function viewResults({
  context,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/results'>): Promise<Results | Refusal> {
  const loaded = await loadSurvey(context.db, params)
  if (isRefusal(loaded)) return loaded
  const { row, surveyed } = loaded
  const answers = await readAnswers(context.db, row.id)
  const cases = new Map(
    (await countStates(context.db, row.id)).map(one => [`${one.unit}\t${one.group}`, one.cases]),
  )
  const byCell = Map.groupBy(answers, ({ unit, group }) => `${unit}\t${group}`)
  const cells = new Map(row.commission.sizes.map(one => [`${one.unit}\t${one.group}`, one.population]))
  for (const cell of byCell.keys()) if (!cells.has(cell)) cells.set(cell, undefined)
  const results = [...cells].map(([cell, population]) => {
    const [unit = '', group = ''] = cell.split('\t')
    return {
      unit,
      unitName: unitNameOf(loaded, unit),
      group,
      groupName: groupNameOf(surveyed, group),
      population,
      sampled: cases.get(cell) ?? 0,
      ...resultOf(loaded, byCell.get(cell) ?? [], population),
    }
  })
  return {
    results,
    questions: questionsOf(loaded, answers),
    overall: resultOf(loaded, answers, undefined).mean,
    least: surveyed.least,
  }
}

function resultOf(
  { row, surveyed }: LoadedSurvey,
  answers: readonly AnswerRow[],
  population: number | undefined,
) {
  const scored = scoredQuestion(row)
  const counts = countBy(answers, scored)
  const scores = surveyed.method.answers.flatMap(({ id }) => {
    const worth = surveyed.worth[id] ?? null
    return worth === null ? [] : [{ points: worth, count: counts[id] ?? 0 }]
  })
  const valid = scores.reduce((sum, { count }) => sum + count, 0)
  const enough = valid >= surveyed.least
  const estimate = tallyMean(scores, population)
  const points = scores.map(one => one.points)
  const scale = { lowest: Math.min(...points), highest: Math.max(...points) }
  return {
    answers: answers.reduce((sum, { times }) => sum + times, 0),
    valid,
    enough,
    counts: enough ? counts : undefined,
    mean: enough && estimate !== undefined ? meanInterval(estimate, scale, population) : undefined,
  }
}

function questionsOf({ row, surveyed }: LoadedSurvey, answers: readonly AnswerRow[]): Results['questions'] {
  return row.questionnaire.questions.flatMap(question => {
    if (question.kind === 'open') return []
    const counts = countBy(answers, question.id)
    const noReply = counts[NO_REPLY] ?? 0
    const given = Object.values(counts).reduce((sum, count) => sum + count, 0) - noReply
    if (given < surveyed.least) return []
    const shares = question.options.map(({ id, text }) => ({
      id,
      text,
      count: counts[id] ?? 0,
      share: shareInterval(counts[id] ?? 0, given)!,
    }))
    return [{ question: question.id, text: question.text, given, noReply, shares }]
  })
}

function countBy(answers: readonly AnswerRow[], question: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { answers: given, times } of answers) {
    const answer = given[question]
    if (answer !== undefined) counts[answer] = (counts[answer] ?? 0) + times
  }
  return counts
}
