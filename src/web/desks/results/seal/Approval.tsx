import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { approvalFields } from '../../../../contract/results/sealFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { SealSummary } from './SealSummary.tsx'
import type { Seal, Seals } from './sealTypes.ts'

/** Records the approval (审定): the leading group sees a summary and what was left open, then approves the sealed result or returns it with reasons. (五（一）) */
export function Approval({ seals, seal }: { readonly seals: Seals; readonly seal: Seal }) {
  const [{ year }, { number }] = [seals, seal]
  const approve = useAct('POST /api/years/:year/seals/:number/approve', { done: '结果已审定' })
  const turnBack = useAct('POST /api/years/:year/seals/:number/return', { done: '结果已退回' })
  const [asking, setAsking] = useState<'approve' | 'return'>()
  const params = { year, number }
  const close = () => setAsking(undefined)
  const form = useForm(approvalFields, {
    acts: [approve],
    send: ({ opinion }) => approve.run({ params, body: { opinion: opinion || undefined } }),
    after: close,
  })
  return (
    <>
      <h2>审定第{number}次封存的结果</h2>
      <p>
        详情请看<Link to={`/${year}/ranking`}>排名</Link>和<Link to={`/${year}/consequences`}>结果运用</Link>
        ，每个数字都可以点开由来。
      </p>
      <SealSummary seals={seals} seal={seal} />
      <div className="seal-buttons">
        <Button type="primary" onClick={() => setAsking('approve')}>
          审定
        </Button>
        <Button onClick={() => setAsking('return')}>退回</Button>
      </div>
      {asking === 'approve' && (
        <FormModal
          form={form}
          title={`审定${year}年度的结果`}
          confirm="审定"
          what={<p>审定后，结果可以向单位公布，结果运用可以送达。</p>}
          onClose={close}
        />
      )}
      <ReasonModal
        open={asking === 'return'}
        title={`退回${year}年度的结果`}
        what="退回后由组织考核者改正并重新封存，这一次封存的结果保留。"
        confirm="退回"
        danger
        act={turnBack}
        run={reason => turnBack.run({ params, body: { reason } })}
        onClose={close}
      />
    </>
  )
}
