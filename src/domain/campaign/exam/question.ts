import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** The kinds of question (题型) and their names. */
export const questionKinds = { single: '单选题', multiple: '多选题', judge: '判断题' } as const

/** The code of a kind of question (题型). */
export type QuestionKind = keyof typeof questionKinds

/** The two fixed options of a true-or-false question (判断题). */
export const JUDGE_OPTIONS: readonly string[] = ['正确', '错误']

/** A question (试题). `answer` holds the indexes of the right options, from 0, ascending. (四（二）) */
export interface Question {
  readonly id: string
  readonly kind: QuestionKind
  readonly topic: string
  readonly stem: string
  readonly options: readonly string[]
  readonly answer: readonly number[]
  /** How a faulty question counts for everybody; absent for one in order. */
  readonly voided?: VoidedQuestion | null
}

/** How a faulty question counts (本题作废): right for everybody who has it, or out of the total. */
export type VoidedQuestion = keyof typeof voidedNames

/** The words for how a faulty question counts (作废的算法). */
export const voidedNames = { right: '全部算对', out: '不计入总题数' } as const

/** Returns the letter of an option (选项), A for the first. */
export function letterOf(option: number): string {
  return String.fromCharCode(65 + option)
}

/** Prints an answer (答案), e.g. `AC`, or 正确 for a true-or-false question. */
export function printAnswer(
  { kind, options }: Pick<Question, 'kind' | 'options'>,
  answer: readonly number[],
): string {
  if (answer.length === 0) return '未作答'
  return kind === 'judge' ? (options[answer[0]!] ?? '') : answer.map(letterOf).join('')
}

/** Checks a question (试题): `questionFaulty` says what is wrong and how to correct it. */
export function checkQuestion({ kind, stem, options, answer }: Omit<Question, 'id'>): Refusal | undefined {
  const why = faultOf(kind, stem, options, answer)
  return why === undefined ? undefined : refuse('questionFaulty', { why }, undefined)
}

const MOST_OPTIONS = 8

function faultOf(
  kind: QuestionKind,
  stem: string,
  options: readonly string[],
  answer: readonly number[],
): string | undefined {
  if (stem.trim() === '') return '题干没有填写，请填写题干'
  if (options.length < 2) return '选项不足两个，请补充选项'
  if (options.length > MOST_OPTIONS) return `选项超过${MOST_OPTIONS}个，请减少选项`
  if (options.some(option => option.trim() === '')) return '有空的选项，请填写或删去'
  if (new Set(options.map(option => option.trim())).size < options.length)
    return '有两个选项相同，请改成不同的内容'
  if (answer.length === 0) return '没有标明答案，请标明'
  if (new Set(answer).size < answer.length) return '答案里同一选项出现两次，请只写一次'
  if (answer.some(at => !Number.isInteger(at) || at < 0 || at >= options.length))
    return '答案指向没有的选项，请核对答案和选项'
  if (kind !== 'multiple' && answer.length > 1) return `${questionKinds[kind]}只有一个答案，请改正答案或题型`
  if (kind === 'multiple' && answer.length < 2) return '多选题至少有两个答案，请改正答案或题型'
  return kind === 'judge' && options.join() !== JUDGE_OPTIONS.join()
    ? '判断题的选项只能是“正确”和“错误”，请改正'
    : undefined
}
