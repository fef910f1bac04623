import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { type ReactNode, useState } from 'react'
import { tracedReasonField } from '../../../contract/shape/field.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { type Acting, useForm } from '../../kit/form/useForm.ts'
import type { Item } from './knowledgeTypes.ts'

type Impact = CallAnswer<'POST /api/questions/:question/answer-trial'>

interface Props<T> {
  readonly item: Item
  readonly title: string
  readonly confirm: string
  readonly start: T
  readonly show: (value: T, onChange: (value: T) => void) => ReactNode
  /** Whether there is nothing to try. */
  readonly isVoid?: (value: T) => boolean
  readonly acts: readonly Acting[]
  readonly trial: (value: T) => Promise<Impact | undefined>
  readonly send: (value: T, why: { revision: number; reason: string }) => Promise<object | undefined>
  readonly onClose: () => void
}

const reason = tracedReasonField('理由')

/** Changes how a question counts: shows what would change, then regrades the papers, with a reason. */
export function Regrade<T>({ item, start, show, isVoid, acts, trial, send, ...modal }: Props<T>) {
  const { data } = useAnswer('GET /api/questions', {})
  const [impact, setImpact] = useState<Impact>()
  const revision = data?.questions.find(one => one.id === item.question)?.revision ?? 1
  const value = ownField<T>({ start, show: of => show(of.value, of.onChange) })
  const form = useForm(
    { value, reason },
    {
      hidden: () => (impact === undefined ? ['reason'] : []),
      acts,
      send: async sent => {
        if (impact !== undefined) return send(sent.value, { revision, reason: sent.reason })
        setImpact(await trial(sent.value))
        return undefined
      },
      after: modal.onClose,
    },
  )
  const change: typeof form.change = part => {
    setImpact(undefined)
    form.change(part)
  }
  return (
    <FormModal
      form={form}
      {...modal}
      confirm={impact === undefined ? '看会有什么变化' : modal.confirm}
      waits={isVoid?.(form.values.value as T) || !form.isComplete}
    >
      <p>{item.stem}</p>
      <FormFields of={{ ...form, change }} only={['value']} className="correct-choice" />
      {impact !== undefined && <ImpactView impact={impact} />}
      <FormFields of={form} only={['reason']} />
    </FormModal>
  )
}

const MOST = 20

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
            {unit.unitName}（{printQuarter(unit.quarter)}）：不合格{unit.before}人，改为{unit.after}人
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
