import { Button, Input, Modal } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Seal } from './sealTypes.ts'

/** Records the approval (审定): the leading group approves the sealed result or returns it with reasons. (五（一）) */
export function Approval({ year, seal: { number, units } }: { readonly year: number; readonly seal: Seal }) {
  const approve = useAct('POST /api/years/:year/seals/:number/approve', { done: '结果已审定' })
  const turnBack = useAct('POST /api/years/:year/seals/:number/return', { done: '结果已退回' })
  const [asking, setAsking] = useState<'approve' | 'return'>()
  const [opinion, setOpinion] = useState('')
  const params = { year, number }

  async function run(act: Promise<unknown>) {
    if ((await act) !== undefined) setAsking(undefined)
  }

  return (
    <>
      <h2>审定第{number}次封存的结果</h2>
      <p>
        共{units}个考核对象。请先查看<Link to={`/${year}/ranking`}>排名</Link>和
        <Link to={`/${year}/consequences`}>结果运用</Link>
        ，每个数字都可以点开由来。
      </p>
      <div className="buttons">
        <Button type="primary" onClick={() => setAsking('approve')}>
          审定
        </Button>
        <Button onClick={() => setAsking('return')}>退回</Button>
      </div>
      <Modal
        open={asking === 'approve'}
        title={`审定${year}年度的结果`}
        okText="审定"
        cancelText="取消"
        confirmLoading={approve.busy}
        mask={{ closable: false }}
        onOk={() =>
          void run(approve.run({ params, body: opinion.trim() === '' ? {} : { opinion: opinion.trim() } }))
        }
        onCancel={() => setAsking(undefined)}
      >
        <p>审定后，结果可以向单位公布，结果运用可以送达。</p>
        <RefusedNotice error={approve.refused} />
        <label htmlFor="approve-opinion">意见（可不填）</label>
        <Input.TextArea
          id="approve-opinion"
          rows={3}
          maxLength={2000}
          value={opinion}
          onChange={event => setOpinion(event.target.value)}
        />
      </Modal>
      <ReasonModal
        open={asking === 'return'}
        title={`退回${year}年度的结果`}
        what="退回后由组织考核者改正并重新封存，这一次封存的结果保留。"
        confirm="退回"
        danger
        busy={turnBack.busy}
        refused={turnBack.refused}
        onConfirm={reason => void run(turnBack.run({ params, body: { reason } }))}
        onCancel={() => setAsking(undefined)}
      />
    </>
  )
}
