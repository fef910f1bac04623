import { Radio } from 'antd'
import { voidedNames } from '../../../domain/campaign/exam/question.ts'
import { useAct } from '../../client/useAct.ts'
import type { Item } from './knowledgeTypes.ts'
import { Regrade } from './Regrade.tsx'

const CHOICES = [
  { value: 'right', label: `${voidedNames.right}：做过这道题的人都算答对` },
  { value: 'out', label: `${voidedNames.out}：按其余各题计算` },
] as const

type How = (typeof CHOICES)[number]['value'] | 'no'

/** Voids a faulty question for everybody: shows what would change, then regrades the papers, with a reason. A voided one can be counted again. */
export function VoidQuestion({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const trial = useAct('POST /api/questions/:question/void-trial', { refresh: [] })
  const act = useAct('POST /api/questions/:question/void', { done: '试卷已重新判分' })
  const params = { question: item.question }
  const { voided } = item
  return (
    <Regrade<How>
      item={item}
      title={voided === undefined ? '本题作废' : '恢复计分'}
      confirm="确定并重新判分"
      start={voided === undefined ? 'right' : 'no'}
      show={(how, onChange) =>
        voided === undefined ? (
          <Radio.Group
            className="correct-options"
            value={how}
            onChange={event => onChange(event.target.value as How)}
            options={[...CHOICES]}
          />
        ) : (
          `这道题已作废，${voidedNames[voided]}。恢复后按原来的答案计分。`
        )
      }
      acts={[trial, act]}
      trial={how => trial.run({ params, body: { how } })}
      send={(how, why) => act.run({ params, body: { how, ...why } })}
      onClose={onClose}
    />
  )
}
