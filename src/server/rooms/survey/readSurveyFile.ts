import type { ImportNotice, RefusedRow } from '../../../contract/shape/listImport.ts'
import type { SurveyFileKind } from '../../../contract/survey/fileRoutes.ts'
import { type Answers, type Question, wordsFor } from '../../../domain/campaign/survey/questionnaire.ts'
import { comparable } from '../../../domain/kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { defineList, type List } from '../../../files/lists/defineList.ts'
import { readList } from '../../../files/lists/readList.ts'
import { choosingHeadings } from '../../../files/lists/readTable.ts'
import { shuffled } from '../../platform/shuffled.ts'
import type { FileCount } from './survey.tables.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What a bureau's file is read against; plain data, since it goes to a thread. */
export interface FileSpec {
  readonly kind: SurveyFileKind
  /** The headings that somebody chose for the columns. */
  readonly as: string | undefined
  readonly units: readonly Named[]
  readonly groups: readonly Named[]
  /** The scheme's answers, and the question whose answers they are. */
  readonly answers: readonly Named[]
  readonly scored: string
  readonly questions: readonly Question[]
}

/** A row of the file: an answer, or a tally of some. */
interface FileRow {
  readonly unit: string
  readonly group: string
  readonly given: readonly { readonly answers: Answers; readonly times: number }[]
}

/** A file as read: its answers as JSON in pieces, in no order, those that are alike counted together. */
interface FileReading {
  readonly pieces: readonly Uint8Array[]
  readonly accepted: number
  readonly refused: readonly RefusedRow[]
  readonly refusedCount: number
  readonly notices: readonly ImportNotice[]
  readonly counts: readonly FileCount[]
}

/** Refused rows that are kept; all are counted. */
const SHOWN = 1000
const A_PIECE = 500

/** The highest count of answers; a higher one is a typing error. */
const MOST_ANSWERS = 10_000_000

/** Reads a bureau's file (结果文件). Called in a thread, so that many answers hold up nobody. `surveyFileTooMany`. */
export function readSurveyFile(spec: FileSpec, bytes: Uint8Array): FileReading | Refusal {
  const list = choosingHeadings(spec.kind === 'answers' ? answersList(spec) : talliesList(spec), spec.as)
  const reading = readList(list, bytes, unitsOf(spec))
  if (isRefusal(reading)) return reading
  const { accepted, refused, notices } = reading
  const rows = accepted.map(({ value }) => value)
  const alike = new Map<string, { unit: string; group: string; answers: Answers; times: number }>()
  for (const { unit, group, given } of rows)
    for (const { answers, times } of given) {
      const key = JSON.stringify([unit, group, answers])
      const known = alike.get(key)
      if (known === undefined) alike.set(key, { unit, group, answers, times })
      else known.times += times
    }
  const answers = [...alike.values()].reduce((sum, one) => sum + one.times, 0)
  if (answers > MOST_ANSWERS) return refuse('surveyFileTooMany', { answers, most: MOST_ANSWERS })
  // The bureau's file may list them in the order of its calls.
  const given = shuffled([...alike.values()])
  return {
    pieces: Array.from({ length: Math.ceil(given.length / A_PIECE) }, (_, at) =>
      new TextEncoder().encode(JSON.stringify(given.slice(at * A_PIECE, (at + 1) * A_PIECE))),
    ),
    accepted: rows.length,
    refused: refused.slice(0, SHOWN),
    refusedCount: refused.length,
    notices,
    counts: countRows(spec, given),
  }
}

/** Counts what was read by unit and group, in the order of roster and scheme. */
function countRows(
  { units, groups, answers, scored }: FileSpec,
  given: readonly { readonly unit: string; readonly group: string; answers: Answers; times: number }[],
): readonly FileCount[] {
  const cells = new Map<string, Map<string, number>>()
  for (const one of given) {
    const key = `${one.unit}\t${one.group}`
    const cell = cells.get(key) ?? new Map<string, number>()
    cells.set(key, cell)
    const answer = one.answers[scored] ?? ''
    cell.set(answer, (cell.get(answer) ?? 0) + one.times)
  }
  return units.flatMap(unit =>
    groups.flatMap(group => {
      const cell = cells.get(`${unit.id}\t${group.id}`)
      if (cell === undefined) return []
      const words = answers.flatMap(({ id, name }) => (cell.has(id) ? [`${name}${cell.get(id)}`] : []))
      const total = [...cell.values()].reduce((sum, count) => sum + count, 0)
      return [{ unit: unit.id, group: group.id, answers: total, what: words.join('，') }]
    }),
  )
}

type Units = ReadonlyMap<string, string>

function unitsOf({ units }: FileSpec): Units {
  const words = units.flatMap(({ id, name }) => [
    [comparable(name), id] as const,
    [comparable(id), id] as const,
  ])
  return new Map(words)
}

const PLACE = [
  { name: '单位', also: ['单位名称', '被评单位'], wanted: true, most: 100, width: 30 },
  { name: '对象', also: ['类别', '人群', '调查对象'], wanted: true, most: 40 },
] as const

function placeOf(
  line: {
    text(name: string): string
    unit(name: string, find: (text: string) => string | undefined): string | undefined
    wrong(name: string, wanted: string): undefined
  },
  units: Units,
  groups: readonly Named[],
) {
  const unit = line.unit('单位', text => units.get(comparable(text)))
  const named = comparable(line.text('对象'))
  const group = groups.find(({ id, name }) => comparable(name) === named || id === named)
  if (named !== '' && group === undefined) line.wrong('对象', groups.map(({ name }) => name).join('、'))
  return unit === undefined || group === undefined ? undefined : { unit, group: group.id }
}

function talliesList({ answers, groups, scored }: FileSpec): List<Units, FileRow> {
  return defineList({
    name: '民意调查汇总',
    most: 20_000,
    text: true,
    columns: [...PLACE, ...answers.map(({ name }) => ({ name, takes: 'count' as const }))] as readonly {
      readonly name: string
    }[],
    read(line, units: Units): FileRow | undefined {
      const place = placeOf(line, units, groups)
      const counts = answers.map(({ id, name }) => ({ id, count: line.count(name) ?? 0 }))
      if (counts.every(({ count }) => count === 0))
        line.refuse('各答案的份数都是空的；请填写份数', answers[0]?.name)
      if (place === undefined) return undefined
      const given = counts.filter(({ count }) => count > 0)
      return { ...place, given: given.map(({ id, count }) => ({ answers: { [scored]: id }, times: count })) }
    },
    once: {
      key: one => `${one.unit}\t${one.group}`,
      twin: first => `与第${first}行是同一单位同一类对象；请合为一行`,
    },
  })
}

/** What bureaus usually call the column of the scored question, and that of the one open question. */
function usualNames(question: Question, all: readonly Question[]): readonly string[] {
  if (question.kind === 'satisfaction' && question.counts) return ['满意度', '总体满意度', '总体评价']
  const isOnlyOpen = question.kind === 'open' && all.filter(({ kind }) => kind === 'open').length === 1
  return isOnlyOpen ? ['意见建议', '意见和建议', '意见'] : []
}

function answersList({ questions, groups }: FileSpec): List<Units, FileRow> {
  const headings = questions.map((question, at) => ({ question, name: `第${at + 1}题` }))
  return defineList({
    name: '民意调查答卷',
    most: 200_000,
    text: true,
    columns: [
      ...PLACE,
      ...headings.map(({ name, question }) => ({
        name,
        also: [question.text, wordsFor(question.text, '该单位'), ...usualNames(question, questions)],
        wanted: question.kind === 'satisfaction' && question.counts,
        most: 500,
      })),
    ] as readonly { readonly name: string }[],
    read(line, units: Units): FileRow | undefined {
      const place = placeOf(line, units, groups)
      const answers: Record<string, string> = {}
      for (const { question, name } of headings) {
        const text = line.text(name)
        if (text === '') continue
        const option =
          question.kind === 'open'
            ? { id: text }
            : question.options.find(one => comparable(one.text) === comparable(text) || one.id === text)
        if (option !== undefined) answers[question.id] = option.id
        else if (question.kind !== 'open') line.wrong(name, question.options.map(one => one.text).join('、'))
      }
      return place === undefined ? undefined : { ...place, given: [{ answers, times: 1 }] }
    },
  })
}
