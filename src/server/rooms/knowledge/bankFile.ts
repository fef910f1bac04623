import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { readTable, type TableRow } from '../../../files/xlsx/readTable.ts'
import {
  checkQuestion,
  JUDGE_OPTIONS,
  letterOf,
  type Question,
  type QuestionKind,
  questionKinds,
} from '../../../domain/campaign/exam/question.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { listBank } from './bank.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Body = Omit<Question, 'id'>

const LETTERS = Array.from({ length: 8 }, (_, at) => letterOf(at))
const HEADINGS = ['题型', '主题', '题干', '答案', ...LETTERS.map(letter => `选项${letter}`)]
const WIDTHS: Readonly<Record<string, number>> = { 题干: 60, 答案: 10, 题型: 10, 主题: 18 }
const MOST = 2000

/** 读题库工作簿: the questions that pass, and the rows that do not with their reason. Nothing is saved. */
export function readBankFile({ raw }: Served<'POST /api/questions/preview'>) {
  const bytes = raw.body instanceof Uint8Array ? new Uint8Array(raw.body) : new Uint8Array()
  const headings = HEADINGS.map((name, at) => ({ name, wanted: at < 4 }))
  const table = readTable(bytes, headings, MOST)
  if (isRefusal(table)) return table
  const accepted = []
  const refused: { row: number; reason: string }[] = []
  const stems = new Map<string, number>()
  for (const line of table) {
    const read = readQuestion(line)
    const again = typeof read === 'string' ? undefined : stems.get(read.stem)
    if (typeof read === 'string') refused.push({ row: line.row, reason: read })
    else if (again !== undefined)
      refused.push({ row: line.row, reason: `题干与第${again}行相同，请删去其中一行` })
    else {
      stems.set(read.stem, line.row)
      accepted.push({ ...read, options: [...read.options], answer: [...read.answer] })
    }
  }
  return { accepted, refused }
}

/** A question, or what is wrong with its row. */
function readQuestion({ cells }: TableRow): Body | string {
  const text = (name: string) => (cells.get(name) ?? '').trim()
  const kind = (Object.keys(questionKinds) as QuestionKind[]).find(one =>
    [questionKinds[one], questionKinds[one].slice(0, 2)].includes(text('题型')),
  )
  if (kind === undefined) return `题型“${text('题型')}”不认识，请填单选题、多选题或判断题`
  if (text('主题') === '') return '主题没有填写，请填写'
  if (text('题干').length > 1000) return '题干超过1000字，请缩短'
  const options = kind === 'judge' ? JUDGE_OPTIONS : optionsOf(text)
  if (typeof options === 'string') return options
  const answer = readAnswer(kind, text('答案'))
  if (answer === undefined)
    return `答案“${text('答案')}”不认识，请填选项的字母，例如 A 或 ACD；判断题填“正确”或“错误”`
  const question = { kind, topic: text('主题').slice(0, 50), stem: text('题干'), options, answer }
  const faulty = checkQuestion(question)
  return faulty === undefined ? question : sentenceOfRefusal(faulty)
}

function optionsOf(text: (name: string) => string): readonly string[] | string {
  const given = LETTERS.map(letter => text(`选项${letter}`))
  const count = given.findLastIndex(option => option !== '') + 1
  const gap = given.slice(0, count).indexOf('')
  if (gap >= 0) return `选项${letterOf(gap)}空着而后面还有选项，请补上或往前移`
  return given.some(option => option.length > 300) ? '有选项超过300字，请缩短' : given.slice(0, count)
}

const RIGHT = ['正确', '对', '√', 'A', '是']
const WRONG = ['错误', '错', '×', 'B', '否']

function readAnswer(kind: QuestionKind, text: string): readonly number[] | undefined {
  if (kind === 'judge') return RIGHT.includes(text) ? [0] : WRONG.includes(text) ? [1] : undefined
  const letters = text.toUpperCase().replaceAll(/[\s、，,;；]/g, '')
  if (!/^[A-H]+$/.test(letters)) return undefined
  return [...letters].map(letter => letter.charCodeAt(0) - 65).toSorted((one, other) => one - other)
}

/** 导出题库, in the form that the import reads. */
export async function exportBank({ context }: Served<'GET /api/questions.xlsx'>): Promise<FileAnswer> {
  const bank = await listBank(context.db)
  const cells = ({ kind, topic, stem, answer, options }: Question) => [
    questionKinds[kind],
    topic,
    stem,
    kind === 'judge' ? JUDGE_OPTIONS[answer[0]!]! : answer.map(letterOf).join(''),
    ...LETTERS.map((_, at) => (kind === 'judge' ? null : (options[at] ?? null))),
  ]
  const sheet = {
    name: '题库',
    columns: HEADINGS.map(name => [name, WIDTHS[name] ?? 24] as const),
    rows: bank.filter(one => !one.retired).map(cells),
  }
  return answerWorkbook(context, '题库', [sheet])
}
