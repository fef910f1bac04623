import { comparable } from '../../../domain/kernel/comparable.ts'
import { defineList } from '../../../files/lists/defineList.ts'
import type { ListLine } from '../../../files/lists/listLine.ts'
import { readRows } from '../../../files/lists/readList.ts'
import { choosingHeadings } from '../../../files/lists/readTable.ts'
import {
  checkQuestion,
  JUDGE_OPTIONS,
  letterOf,
  type Question,
  type QuestionKind,
  questionKinds,
} from '../../../domain/campaign/exam/question.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { answerList } from '../../platform/lists/answerList.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { readSentTable } from '../../platform/lists/readSentTable.ts'
import { listBank } from './bank.store.ts'

type Body = Omit<Question, 'id'>

const LETTERS = Array.from({ length: 8 }, (_, at) => letterOf(at))

/** The question bank as a workbook; a question that occurs twice in the file is refused. */
const bankList = defineList({
  name: '题库',
  most: 2000,
  columns: [
    { name: '题型', also: ['类型'], wanted: true, width: 10 },
    { name: '主题', also: ['知识点', '分类'], wanted: true, most: 50, width: 18 },
    { name: '题干', also: ['题目', '试题'], wanted: true, most: 1000, width: 60 },
    { name: '答案', also: ['正确答案', '标准答案'], wanted: true, width: 10 },
    ...LETTERS.map(letter => ({ name: `选项${letter}`, most: 300 })),
  ],
  read(line, _none: undefined): Body | undefined {
    const kind = (Object.keys(questionKinds) as QuestionKind[]).find(one =>
      [questionKinds[one], questionKinds[one].slice(0, 2)].includes(line.code('题型')),
    )
    if (kind === undefined) return line.wrong('题型', '单选题、多选题或判断题')
    const [topic, stem, said] = [line.text('主题'), line.text('题干'), line.code('答案')]
    const options = kind === 'judge' ? JUDGE_OPTIONS : optionsOf(line)
    const answer = readAnswer(kind, said)
    if (answer === undefined) return line.wrong('答案', '选项的字母，例如 A 或 ACD；判断题填“正确”或“错误”')
    const question = { kind, topic, stem, options, answer }
    const faulty = checkQuestion(question)
    return faulty === undefined ? question : line.refuse(faulty)
  },
  once: {
    key: ({ stem }) => comparable(stem),
    twin: row => `题干与第${row}行相同，请删去其中一行`,
    column: '题干',
  },
})

/** Reads a workbook of questions: those that pass, and the refused rows with their reasons. Saves nothing. */
export async function readBankFile({ raw, query }: Served<'POST /api/questions/preview'>) {
  const table = await readSentTable(choosingHeadings(bankList, query.as), raw)
  const reading = isRefusal(table) ? table : readRows(bankList, table, undefined)
  if (isRefusal(reading)) return reading
  const accepted = reading.accepted.map(({ value }) => ({
    ...value,
    options: [...value.options],
    answer: [...value.answer],
  }))
  return { accepted, refused: [...reading.refused], notices: [...reading.notices] }
}

function optionsOf(line: ListLine): readonly string[] {
  const given = LETTERS.map(letter => line.text(`选项${letter}`))
  const count = given.findLastIndex(option => option !== '') + 1
  const gap = given.slice(0, count).indexOf('')
  if (gap >= 0) line.refuse(`选项${letterOf(gap)}空着而后面还有选项，请补上或往前移`, `选项${letterOf(gap)}`)
  return given.slice(0, count)
}

const RIGHT = ['正确', '对', '√', 'A', '是']
const WRONG = ['错误', '错', '×', 'B', '否']

function readAnswer(kind: QuestionKind, text: string): readonly number[] | undefined {
  if (kind === 'judge') return RIGHT.includes(text) ? [0] : WRONG.includes(text) ? [1] : undefined
  const letters = text.toUpperCase().replaceAll(/[\s、，,;；]/g, '')
  if (!/^[A-H]+$/.test(letters)) return undefined
  return [...letters].map(letter => letter.charCodeAt(0) - 65).toSorted((one, other) => one - other)
}

/** Exports the question bank in the format that the import reads. */
export async function exportBank({ context }: Served<'GET /api/questions.xlsx'>): Promise<FileAnswer> {
  const bank = await listBank(context.db)
  const cells = ({ kind, topic, stem, answer, options }: Question) => [
    questionKinds[kind],
    topic,
    stem,
    kind === 'judge' ? JUDGE_OPTIONS[answer[0]!]! : answer.map(letterOf).join(''),
    ...LETTERS.map((_, at) => (kind === 'judge' ? null : (options[at] ?? null))),
  ]
  return answerList(context, bankList, '题库', bank.filter(one => !one.retired).map(cells))
}
