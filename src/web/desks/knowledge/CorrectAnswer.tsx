import { Checkbox } from 'antd'
import { letterOf } from '../../../domain/campaign/exam/question.ts'
import { useAct } from '../../client/useAct.ts'
import type { Item } from './knowledgeTypes.ts'
import { Regrade } from './Regrade.tsx'

/** Corrects an answer: shows what would change, then regrades the papers, with a reason. */
export function CorrectAnswer({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const trial = useAct('POST /api/questions/:question/answer-trial', { refresh: [] })
  const act = useAct('POST /api/questions/:question/answer', { done: '答案已更正，试卷已重新判分' })
  const params = { question: item.question }
  return (
    <Regrade<readonly number[]>
      item={item}
      title="更正答案"
      confirm="更正并重新判分"
      start={item.answer}
      show={(answer, onChange) => (
        <Checkbox.Group
          className="correct-options"
          value={[...answer]}
          onChange={values => {
            const last = values.filter(value => !answer.includes(value))
            onChange(item.kind === 'multiple' || last.length === 0 ? values : last)
          }}
          options={item.options.map((text, value) => ({
            value,
            label: item.kind === 'judge' ? text : `${letterOf(value)}. ${text}`,
          }))}
        />
      )}
      isVoid={answer => answer.length === 0 || answer.toSorted().join() === item.answer.join()}
      acts={[trial, act]}
      trial={answer => trial.run({ params, body: { answer: [...answer] } })}
      send={(answer, why) => act.run({ params, body: { answer: [...answer], ...why } })}
      onClose={onClose}
    />
  )
}
