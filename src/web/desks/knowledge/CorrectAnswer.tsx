import { Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { letterOf } from '../../../domain/campaign/exam/question.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Item } from './knowledgeTypes.ts'

type Impact = CallAnswer<'POST /api/questions/:question/answer-trial'>

/** Corrects an answer: shows what would change, then regrades the papers, with a reason. */
export function CorrectAnswer({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const [answer, setAnswer] = useState<readonly number[]>(item.answer)
  const [reason, setReason] = useState('')
  const [impact, setImpact] = useState<Impact>()
  const { data } = useAnswer('GET /api/questions', {})
  const trial = useAct('POST /api/questions/:question/answer-trial', { refresh: [] })
  const act = useAct('POST /api/questions/:question/answer', { done: '答案已更正，试卷已重新判分' })
  const params = { question: item.question }
  const isSame = answer.toSorted().join() === item.answer.join()
  const submit = async () => {
    if (impact === undefined) return setImpact(await trial.run({ params, body: { answer: [...answer] } }))
    const revision = data?.questions.find(one => one.id === item.question)?.revision ?? 1
    if (
      (await act.run({ params, body: { answer: [...answer], revision, reason: reason.trim() } })) !==
      undefined
    )
      onClose()
    return undefined
  }
  return (
    <Modal
      open
      title="更正答案"
      okText={impact === undefined ? '看会有什么变化' : '更正并重新判分'}
      cancelText="取消"
      confirmLoading={trial.busy || act.busy}
      okButtonProps={{
        disabled: isSame || answer.length === 0 || (impact !== undefined && reason.trim() === ''),
      }}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <RefusedNotice error={trial.refused ?? act.refused} />
      <p>{item.stem}</p>
      <Checkbox.Group
        className="correct-options"
        value={[...answer]}
        onChange={values => {
          const last = values.filter(value => !answer.includes(value))
          setAnswer(item.kind === 'multiple' ? values : last.length > 0 ? last : values)
          setImpact(undefined)
        }}
        options={item.options.map((text, value) => ({
          value,
          label: item.kind === 'judge' ? text : `${letterOf(value)}. ${text}`,
        }))}
      />
      {impact !== undefined && (
        <ImpactWithReason id="correct-reason" impact={impact} reason={reason} onReason={setReason} />
      )}
    </Modal>
  )
}

const MOST = 20

/** Shows what regrading would change, and takes the reason for it. */
export function ImpactWithReason({
  id,
  impact,
  reason,
  onReason,
}: {
  readonly id: string
  readonly impact: Impact
  readonly reason: string
  readonly onReason: (reason: string) => void
}) {
  return (
    <>
      <ImpactView impact={impact} />
      <Form layout="vertical" component="div">
        <Form.Item label="理由" htmlFor={id} required help="写明的内容记入留痕。">
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={event => onReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </>
  )
}

/** Shows what regrading would change: papers and units. */
function ImpactView({ impact: { papers, changed, units } }: { readonly impact: Impact }) {
  return (
    <div className="test-impact" role="status">
      <p>
        用过这道题的{papers}份卷中，{changed.length}份的成绩会变；
        {units.length === 0 ? '各单位的不合格人数不变。' : `${units.length}个单位的不合格人数会变：`}
      </p>
      <ul>
        {units.map(unit => (
          <li key={`${unit.unit} ${unit.quarter}`}>
            {unit.unitName}（第{unit.quarter}季度）：不合格{unit.before}人，改为{unit.after}人
          </li>
        ))}
        {changed.slice(0, MOST).map(one => (
          <li key={`${one.unit} ${one.test} ${one.seat}`}>
            {one.unitName}第{one.seat}号卷：答对{one.before}题，改为{one.after}题（共{one.of}题）
            {one.passedBefore !== one.passedAfter && (one.passedAfter ? '，改为合格' : '，改为不合格')}
          </li>
        ))}
      </ul>
      {changed.length > MOST && <p>其余{changed.length - MOST}份从略。</p>}
    </div>
  )
}
