import { Button } from 'antd'
import { useState } from 'react'
import { settleFields } from '../../../contract/consequences/consequencesFields.ts'
import { useAct } from '../../client/useAct.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Consequence } from './consequence.ts'

type FollowUp = NonNullable<Consequence['followUp']>
type Step = FollowUp['steps'][number]

interface Props {
  readonly year: number
  readonly one: Consequence
  readonly followUp: FollowUp
  /** Whether the reader may record what became of a step. */
  readonly settles: boolean
}

/** Lists the steps promised in a talk, with what became of them. */
export function PromisedSteps({ year, one, followUp, settles }: Props) {
  const [open, setOpen] = useState<Step>()
  return (
    <section aria-label="承诺事项">
      <h2>承诺事项</h2>
      <ol className="promised-steps">
        {followUp.steps.map(step => (
          <li key={step.id}>
            <div className="typed-text">{step.text}</div>
            <div className="soft">
              时限
              <ChineseDate of={step.due} />
              {step.overdue && <span className="bad"> 逾期</span>}
              {step.doneOn !== undefined && (
                <>
                  ，<ChineseDate of={step.doneOn} />
                  办结：{step.result}（{step.by}）
                </>
              )}
            </div>
            {settles && step.doneOn === undefined && (
              <Button size="small" onClick={() => setOpen(step)}>
                登记办理结果
              </Button>
            )}
          </li>
        ))}
      </ol>
      {open !== undefined && (
        <Settle
          key={open.id}
          year={year}
          one={one}
          step={open}
          revision={followUp.revision}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

interface SettleProps {
  readonly year: number
  readonly one: Consequence
  readonly step: Step
  readonly revision: number
  readonly onClose: () => void
}

function Settle({ year, one: { unit, rule }, step, revision, onClose }: SettleProps) {
  const act = useAct('POST /api/years/:year/units/:unit/consequences/:rule/talk/steps/:step/settle', {
    done: '已登记',
  })
  const form = useForm(settleFields, {
    keep: `settle.${step.id}`,
    acts: [act],
    send: sent => act.run({ params: { year, unit, rule, step: step.id }, body: { ...sent, revision } }),
    after: onClose,
  })
  return <FormModal form={form} title={step.text} confirm="登记" onClose={onClose} />
}
