import { Button, Checkbox, Input } from 'antd'
import { useId } from 'react'
import { questionKindNames } from '../../../contract/survey/surveyNames.ts'
import { wordsFor } from '../../../domain/campaign/survey/questionnaire.ts'
import { Choice } from '../../kit/Choice.tsx'
import { freeId } from './editQuestionnaire.ts'
import type { Question, SurveyedComponent } from './surveyTypes.ts'
import { WordsField } from './WordsField.tsx'

interface Props {
  readonly at: number
  readonly question: Question
  readonly earlier: readonly Question[]
  readonly answers: SurveyedComponent['answers']
  readonly open: boolean
  readonly last: boolean
  readonly onOpen: (open: boolean) => void
  readonly onChange: (question: Question) => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

/** Edits one question: its words, its answers, on which earlier answer it depends, and its place. */
export function QuestionEditor(props: Props) {
  const { at, question, earlier, open, last, onOpen, onChange, onMove, onRemove } = props
  const closed = earlier.filter(one => one.kind !== 'open')
  return (
    <li>
      <details open={open} onToggle={event => onOpen(event.currentTarget.open)}>
        <summary>
          <span className="soft">
            {at + 1}．{questionKindNames[question.kind]}
            {question.kind === 'satisfaction' && question.counts && '（计分）'}
          </span>{' '}
          {wordsFor(question.text, '（单位名称）') || '（还没有题目）'}
        </summary>
        <WordsField
          label="题目"
          lines={2}
          max={400}
          value={question.text}
          onChange={text => onChange({ ...question, text })}
        />
        {question.kind === 'satisfaction' && (
          <p>
            <Checkbox
              checked={question.counts}
              onChange={event => onChange({ ...question, counts: event.target.checked })}
            >
              这一题的答案计分
            </Checkbox>
            <span className="soft">答案按方案：{question.options.map(({ text }) => text).join('、')}</span>
          </p>
        )}
        {question.kind === 'choice' && <Options question={question} onChange={onChange} />}
        {question.kind !== 'open' && (
          <Checkbox
            checked={question.turned}
            onChange={event => onChange({ ...question, turned: event.target.checked })}
          >
            各份问卷的答案顺序轮换
          </Checkbox>
        )}
        {closed.length > 0 && <Condition question={question} earlier={closed} onChange={onChange} />}
        <div className="buttons">
          <Button disabled={at === 0} onClick={() => onMove(at - 1)}>
            上移
          </Button>
          <Button disabled={last} onClick={() => onMove(at + 1)}>
            下移
          </Button>
          <Button onClick={onRemove}>删除这一题</Button>
        </div>
      </details>
    </li>
  )
}

function Options({
  question,
  onChange,
}: {
  readonly question: Extract<Question, { kind: 'choice' }>
  readonly onChange: Props['onChange']
}) {
  const { options } = question
  return (
    <fieldset className="option-fields">
      <legend>备选答案</legend>
      {options.map((option, at) => (
        <div key={option.id} className="buttons-level">
          <Input
            aria-label={`第${at + 1}个答案`}
            maxLength={100}
            value={option.text}
            onChange={event =>
              onChange({ ...question, options: options.with(at, { ...option, text: event.target.value }) })
            }
          />
          {options.length > 2 && (
            <Button onClick={() => onChange({ ...question, options: options.toSpliced(at, 1) })}>去掉</Button>
          )}
        </div>
      ))}
      {options.length < 9 && (
        <Button
          onClick={() =>
            onChange({ ...question, options: [...options, { id: freeId('a', options), text: '' }] })
          }
        >
          增加答案
        </Button>
      )}
    </fieldset>
  )
}

/** Chooses the earlier question and the answers on which this one is asked. */
function Condition({
  question,
  earlier,
  onChange,
}: Pick<Props, 'question' | 'onChange'> & {
  readonly earlier: readonly Exclude<Question, { kind: 'open' }>[]
}) {
  const id = useId()
  const { when } = question
  const asked = earlier.find(one => one.id === when?.question)
  return (
    <div className="question-condition">
      <label htmlFor={id}>什么情况下问这一题</label>
      <Choice
        id={id}
        label="什么情况下问这一题"
        value={when?.question ?? ''}
        none="都问"
        options={earlier.map(({ id, text }, at) => ({
          value: id,
          text: `按前面的题：${wordsFor(text, '该单位') || `第${at + 1}题`}`,
        }))}
        onChange={chosen => {
          const next = earlier.find(one => one.id === chosen)
          onChange({
            ...question,
            when: next === undefined ? undefined : { question: chosen, answers: [next.options[0]!.id] },
          })
        }}
      />
      {asked !== undefined && (
        <div className="buttons-level" role="group" aria-label="答了这些才问">
          答了
          {asked.options.map(({ id, text }) => (
            <Checkbox
              key={id}
              checked={when!.answers.includes(id)}
              disabled={when!.answers.length === 1 && when!.answers[0] === id}
              onChange={event =>
                onChange({
                  ...question,
                  when: {
                    ...when!,
                    answers: event.target.checked
                      ? [...when!.answers, id]
                      : when!.answers.filter(one => one !== id),
                  },
                })
              }
            >
              {text}
            </Checkbox>
          ))}
          才问
        </div>
      )}
    </div>
  )
}
