import { Button } from 'antd'
import { useState } from 'react'
import { sealFields } from '../../../../contract/results/sealFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { CheckList } from './CheckList.tsx'

/** Shows the checks and the button that seals; it is enabled once no check blocks. */
export function SealForm({ year }: { readonly year: number }) {
  const answer = useAnswer('GET /api/years/:year/seal-checks', { params: { year } })
  const act = useAct('POST /api/years/:year/seals', { done: '结果已封存' })
  const [asking, setAsking] = useState(false)
  const form = useForm(sealFields, {
    acts: [act],
    send: async ({ note }) => {
      const body = { revision: answer.data!.revision, note: note || undefined }
      const done = await act.run({ params: { year }, body })
      if (done === undefined) void answer.refetch()
      return done
    },
    after: () => setAsking(false),
  })
  return (
    <Answered of={answer}>
      {({ checks, maySeal }) => (
        <>
          <h2>封存前检查</h2>
          <CheckList checks={checks} />
          <Button type="primary" disabled={!maySeal} onClick={() => setAsking(true)}>
            封存结果
          </Button>
          {!maySeal && <span className="seal-why">先处理上面标为“不能封存”的事项。</span>}
          {asking && (
            <FormModal
              form={form}
              title={`封存${year}年度的结果`}
              confirm="封存"
              what={
                <p>
                  封存后，年度的方案、事实和历年结果不能再改；要改须经更正并写明理由。封存的结果报领导小组审定。
                </p>
              }
              onClose={() => setAsking(false)}
            />
          )}
        </>
      )}
    </Answered>
  )
}
