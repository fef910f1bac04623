import {
  compareWithFrame,
  type CrossTable,
  crossTable,
  type FrameShare,
  itemNonResponse,
} from '../figures/crossTable.ts'
import type { Interval } from '../figures/interval.ts'
import { NO_REPLY, type Question, questionsPut } from '../questionnaire.ts'
import { combined, tallies } from './estimateUnits.ts'
import type { SurveyData } from './surveyData.ts'

/** One row of the heat map (热力图的一行): a unit by question; null where there are too few answers. */
interface HeatRow {
  readonly unit: string
  readonly name: string
  readonly cells: readonly (number | null)[]
}

/** The analysis of the questions (各题分析). */
interface QuestionAnalysis {
  /** Questions of the heat map: the mean of a satisfaction question, the share of a choice's first answer. */
  readonly questions: readonly {
    readonly id: string
    readonly text: string
    readonly shows: 'mean' | 'share'
  }[]
  readonly heat: readonly HeatRow[]
  readonly cross: readonly ({ readonly title: string } & CrossTable)[]
  /** Who of those asked gave no usable answer; without a share where too few were asked. */
  readonly unanswered: readonly { readonly text: string; readonly asked: number; readonly share?: Interval }[]
  readonly frame: readonly FrameShare[]
}

type Closed = Exclude<Question, { kind: 'open' }>

/** Analyses the questions (分析各题): unit by question, cross tables by group, item non-response, sample against frame. */
export function analyseQuestions(data: SurveyData): QuestionAnalysis {
  const closed = data.questionnaire.questions.filter((one): one is Closed => one.kind !== 'open')
  const counted = closed.map(question => tallies(data, question.id))
  const people = new Map(data.groups.map(({ name }) => [name, 0]))
  const given = new Map(data.groups.map(({ name }) => [name, 0]))
  const nameOf = new Map(data.groups.map(({ id, name }) => [id, name]))
  for (const [key, population] of data.populations) {
    const name = nameOf.get(key.slice(key.lastIndexOf(' ') + 1))
    if (name !== undefined) people.set(name, people.get(name)! + population)
  }
  for (const { group, times } of data.answers) {
    const name = nameOf.get(group)
    if (name !== undefined) given.set(name, given.get(name)! + times)
  }
  return {
    questions: closed.map(({ id, text, kind }) => ({
      id,
      text,
      shows: kind === 'choice' ? 'share' : 'mean',
    })),
    heat: data.units.map(({ id, name }) => ({
      unit: id,
      name,
      cells: closed.map((question, at) =>
        question.kind === 'choice'
          ? shareOfFirst(data, question, [...(counted[at]!.get(id)?.values() ?? [])])
          : // As it is scored: a second average of the same answers would be another figure.
            (combined(data, id, counted[at]!.get(id))?.mean ?? null),
      ),
    })),
    cross: closed.map(question => ({ title: question.text, ...crossByGroup(data, question, nameOf) })),
    unanswered: data.questionnaire.questions.map(question => unanswered(data, question)),
    frame: [...people.values()].some(count => count > 0) ? compareWithFrame(people, given) : [],
  }
}

function shareOfFirst(
  { least }: SurveyData,
  { options }: Closed,
  groups: readonly Readonly<Record<string, number>>[],
): number | null {
  let [size, first] = [0, 0]
  for (const tally of groups)
    for (const [answer, count] of Object.entries(tally)) {
      if (answer === NO_REPLY) continue
      size += count
      if (answer === options[0]?.id) first += count
    }
  return size === 0 || size < least ? null : (100 * first) / size
}

function crossByGroup(
  { answers, least }: SurveyData,
  { id, options }: Closed,
  nameOf: ReadonlyMap<string, string>,
): CrossTable {
  const texts = new Map(options.map(option => [option.id, option.text]))
  const given = answers.flatMap(({ group, answers: sheet, times }) => {
    const answer = texts.get(sheet[id] ?? '')
    const category = nameOf.get(group)
    if (answer === undefined || category === undefined) return []
    return Array.from({ length: times }, () => ({ category, answer }))
  })
  return crossTable(given, [...texts.values()], least)
}

function unanswered({ questionnaire, answers, least }: SurveyData, { id, text }: Question) {
  let [asked, answered] = [0, 0]
  for (const { answers: sheet, times } of answers) {
    if (!questionsPut(questionnaire, sheet).some(one => one.id === id)) continue
    asked += times
    if (sheet[id] !== undefined && sheet[id] !== NO_REPLY) answered += times
  }
  return { text, asked, share: asked < least ? undefined : itemNonResponse(asked, answered) }
}
