import { questionKindNames } from '../../../contract/survey/surveyNames.ts'
import { wordsFor } from '../../../domain/campaign/survey/questionnaire.ts'
import type { Question } from './surveyTypes.ts'

/** Lists the questions of a questionnaire for those who read it: the answers of each, and when it is put. */
export function QuestionList({ questions }: { readonly questions: readonly Question[] }) {
  return (
    <section aria-label="全部题目">
      <h2>全部题目</h2>
      <ol className="survey-questions">
        {questions.map(question => (
          <li key={question.id}>
            {wordsFor(question.text, '（单位名称）')}
            <p className="small-soft-line">{saysOf(question, questions)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function saysOf(question: Question, questions: readonly Question[]): string {
  const { kind, when } = question
  const isScored = kind === 'satisfaction' && question.counts
  const asked = questions.find(({ id }) => id === when?.question)
  const given =
    asked === undefined || asked.kind === 'open'
      ? []
      : asked.options.filter(({ id }) => when!.answers.includes(id)).map(({ text }) => text)
  return [
    `${questionKindNames[kind]}${isScored ? '（计分）' : ''}`,
    ...(kind === 'open'
      ? []
      : [
          `答案：${question.options.map(({ text }) => text).join('、')}${question.turned ? '，顺序轮换' : ''}`,
        ]),
    ...(given.length === 0 ? [] : [`第${questions.indexOf(asked!) + 1}题答${given.join('、')}的才问`]),
  ].join('；')
}
