import type { Answers } from '../../../domain/campaign/survey/questionnaire.ts'
import { comparable } from '../../../domain/kernel/comparable.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { defineList } from '../../../files/lists/defineList.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { importList } from '../../platform/lists/importList.ts'
import { shuffled } from '../../platform/shuffled.ts'
import { decideLoaded, type LoadedSurvey, loadSurvey, scoredQuestion } from './loadSurvey.ts'
import { dropAnswers, insertAnswers } from './survey.store.ts'

/** Rows of a bureau's file: an answer or a tally of some. */
interface FileRow {
  readonly unit: string
  readonly unitName: string
  readonly group: string
  readonly groupName: string
  readonly what: string
  readonly given: readonly { readonly answers: Answers; readonly times: number }[]
}

interface FileContext {
  readonly loaded: LoadedSurvey
  readonly units: ReadonlyMap<string, string>
}

const PLACE = [
  { name: '单位', also: ['单位名称', '被评单位'], wanted: true, most: 100, width: 30 },
  { name: '对象', also: ['类别', '人群', '调查对象'], wanted: true, most: 40 },
] as const

/**
 * Reads the file of a bureau with its own system (导入结果文件): a row an answer, with a column for each
 * question, or a row a tally, with a column for each answer of the scheme. A file written again takes the
 * place of the one before. `surveyStep`, `listRefused`.
 */
export async function importSurveyFile(
  request: Served<'POST /api/years/:year/surveys/:survey/file'>,
): Promise<Answered<'POST /api/years/:year/surveys/:survey/file'> | Refusal> {
  const { context, params, query } = request
  const found = await loadSurvey(context.db, params)
  if (isRefusal(found)) return found
  return importList(request, {
    list: query.kind === 'answers' ? answersList(found) : talliesList(found),
    async load(tx): Promise<FileContext | Refusal> {
      const loaded = await loadSurvey(tx, params, { lock: query.step === 'write' })
      if (isRefusal(loaded)) return loaded
      const decided = decideLoaded(loaded, 'import')
      if (isRefusal(decided)) return decided
      const words = [...loaded.units.values()].flatMap(({ id, name }) => [
        [comparable(name), id] as const,
        [comparable(id), id] as const,
      ])
      return { loaded, units: new Map(words) }
    },
    show: ({ unitName, groupName, what }) => ({ unitName, groupName, what }),
    async commit(tx, rows) {
      await dropAnswers(tx, found.row.id)
      const given = rows.flatMap(({ unit, group, given }) =>
        given.map(({ answers, times }) => ({ survey: found.row.id, unit, group, answers, times })),
      )
      // The bureau's file may list them in the order of its calls.
      await insertAnswers(tx, shuffled(given))
      const values = { title: found.row.commission.title, file: query.name, rows: rows.length }
      return { answer: null, events: [{ kind: 'surveyFileRead', year: params.year, values }] }
    },
  })
}

function placeOf(
  line: {
    text(name: string): string
    unit(name: string, find: (text: string) => string | undefined): string | undefined
    wrong(name: string, wanted: string): undefined
  },
  { loaded, units }: FileContext,
) {
  const unit = line.unit('单位', text => units.get(comparable(text)))
  const { groups } = loaded.surveyed.method
  const named = comparable(line.text('对象'))
  const group = groups.find(({ id, name }) => comparable(name) === named || id === named)
  if (named !== '' && group === undefined) line.wrong('对象', groups.map(({ name }) => name).join('、'))
  return unit === undefined || group === undefined
    ? undefined
    : { unit, unitName: loaded.units.get(unit)?.name ?? unit, group: group.id, groupName: group.name }
}

function talliesList({ surveyed, row }: LoadedSurvey) {
  const { answers } = surveyed.method
  const scored = scoredQuestion(row)
  return defineList({
    name: '民意调查汇总',
    most: 20_000,
    text: true,
    columns: [...PLACE, ...answers.map(({ name }) => ({ name, takes: 'count' as const }))] as readonly {
      readonly name: string
    }[],
    read(line, context: FileContext): FileRow | undefined {
      const place = placeOf(line, context)
      const counts = answers.map(({ id, name }) => ({ id, name, count: line.count(name) ?? 0 }))
      if (counts.every(({ count }) => count === 0))
        line.refuse('各答案的份数都是空的；请填写份数', answers[0]?.name)
      if (place === undefined) return undefined
      const given = counts.filter(({ count }) => count > 0)
      return {
        ...place,
        what: given.map(({ name, count }) => `${name}${count}`).join('，'),
        given: given.map(({ id, count }) => ({ answers: { [scored]: id }, times: count })),
      }
    },
    once: {
      key: one => `${one.unit}\t${one.group}`,
      twin: first => `与第${first}行是同一单位同一类对象；请合为一行`,
    },
  })
}

function answersList({ row }: LoadedSurvey) {
  const { questions } = row.questionnaire
  const headings = questions.map((question, at) => ({ question, name: `第${at + 1}题` }))
  return defineList({
    name: '民意调查答卷',
    most: 200_000,
    text: true,
    columns: [
      ...PLACE,
      ...headings.map(({ name, question }) => ({
        name,
        also: [question.text],
        wanted: question.kind === 'satisfaction' && question.counts,
        most: 500,
      })),
    ] as readonly { readonly name: string }[],
    read(line, context: FileContext): FileRow | undefined {
      const place = placeOf(line, context)
      const answers: Record<string, string> = {}
      for (const { question, name } of headings) {
        const text = line.text(name)
        if (text === '') continue
        const option =
          question.kind === 'open'
            ? { id: text }
            : question.options.find(one => comparable(one.text) === comparable(text) || one.id === text)
        if (option === undefined && question.kind !== 'open')
          line.wrong(name, question.options.map(one => one.text).join('、'))
        else if (option !== undefined) answers[question.id] = option.id
      }
      if (place === undefined) return undefined
      const what = headings
        .map(({ name }) => line.text(name))
        .filter(text => text !== '')
        .join('，')
      return { ...place, what: what.slice(0, 60), given: [{ answers, times: 1 }] }
    },
  })
}
