import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { voidedNames } from '../../../domain/campaign/exam/question.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { ImpactWithReason } from './CorrectAnswer.tsx'
import type { Item } from './knowledgeTypes.ts'

const CHOICES = [
  { value: 'right', label: `${voidedNames.right}：做过这道题的人都算答对` },
  { value: 'out', label: `${voidedNames.out}：按其余各题计算` },
] as const

type How = (typeof CHOICES)[number]['value'] | 'no'

/** Voids a faulty question for everybody: shows what would change, then regrades the papers, with a reason. A voided one can be counted again. */
export function VoidQuestion({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const [how, setHow] = useState<How>(item.voided === undefined ? 'right' : 'no')
  const [reason, setReason] = useState('')
  const [impact, setImpact] = useState<CallAnswer<'POST /api/questions/:question/void-trial'>>()
  const { data } = useAnswer('GET /api/questions', {})
  const trial = useAct('POST /api/questions/:question/void-trial', { refresh: [] })
  const act = useAct('POST /api/questions/:question/void', { done: '试卷已重新判分' })
  const params = { question: item.question }
  const submit = async () => {
    if (impact === undefined) return setImpact(await trial.run({ params, body: { how } }))
    const revision = data?.questions.find(one => one.id === item.question)?.revision ?? 1
    const done = await act.run({ params, body: { how, revision, reason: reason.trim() } })
    if (done !== undefined) onClose()
    return undefined
  }
  return (
    <Modal
      open
      title={item.voided === undefined ? '本题作废' : '恢复计分'}
      okText={impact === undefined ? '看会有什么变化' : '确定并重新判分'}
      cancelText="取消"
      confirmLoading={trial.busy || act.busy}
      okButtonProps={{ disabled: impact !== undefined && reason.trim() === '' }}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <RefusedNotice error={trial.refused ?? act.refused} />
      <p>{item.stem}</p>
      {item.voided === undefined ? (
        <Radio.Group
          className="correct-options"
          value={how}
          onChange={event => {
            setHow(event.target.value as How)
            setImpact(undefined)
          }}
          options={[...CHOICES]}
        />
      ) : (
        <p>这道题已作废，{voidedNames[item.voided]}。恢复后按原来的答案计分。</p>
      )}
      {impact !== undefined && (
        <ImpactWithReason id="void-reason" impact={impact} reason={reason} onReason={setReason} />
      )}
    </Modal>
  )
}
