import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { comparable } from '../../kernel/comparable.ts'
import { NO_REPLY, type Questionnaire } from './questionnaire.ts'

/** Checks a questionnaire (查验问卷): one scored question, at most one open one, each id once, answers that differ, filters on earlier questions with answers they have. `questionnaireFault`. */
export function checkQuestionnaire({ questions }: Questionnaire): Refusal | undefined {
  const scored = questions.filter(one => one.kind === 'satisfaction' && one.counts)
  if (scored.length !== 1) return fault(`计分的满意度题应有一道，现有${scored.length}道`)
  if (scored[0]!.when !== undefined) return fault('计分的满意度题应向每个人提出，不能设跳题条件')
  if (questions.filter(({ kind }) => kind === 'open').length > 1) return fault('开放题最多一道')
  const known = new Map<string, ReadonlySet<string>>()
  for (const [at, question] of questions.entries()) {
    const { id, when } = question
    const where = `第${at + 1}题`
    if (known.has(id)) return fault(`${where}的编号与前面的题目相同`)
    const options = question.kind === 'open' ? [] : question.options.map(option => option.id)
    if (new Set(options).size < options.length) return fault(`${where}有编号相同的答案`)
    if (options.includes(NO_REPLY)) return fault(`${where}有答案占用了“不作答”的编号`)
    const texts = question.kind === 'open' ? [] : question.options.map(option => comparable(option.text))
    if (new Set(texts).size < texts.length) return fault(`${where}有文字相同的答案`)
    const asked = when && known.get(when.question)
    if (when !== undefined && asked === undefined) return fault(`${where}的跳题条件应引用前面的题目`)
    if (when !== undefined && !when.answers.every(answer => asked!.has(answer)))
      return fault(`${where}的跳题条件引用了那道题没有的答案`)
    known.set(id, new Set(options))
  }
  return undefined
}

function fault(text: string): Refusal {
  return refuse('questionnaireFault', { fault: text })
}
