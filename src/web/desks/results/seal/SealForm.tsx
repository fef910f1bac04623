import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { CheckList } from './CheckList.tsx'

/** Shows the checks and the button that seals; it is enabled once no check blocks. */
export function SealForm({ year }: { readonly year: number }) {
  const answer = useAnswer('GET /api/years/:year/seal-checks', { params: { year } })
  const act = useAct('POST /api/years/:year/seals', { done: '结果已封存' })
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')

  async function seal(revision: number) {
    const done = await act.run({
      params: { year },
      body: { revision, ...(note.trim() === '' ? {} : { note: note.trim() }) },
    })
    if (done !== undefined) setAsking(false)
    else void answer.refetch()
  }

  return (
    <Answered of={answer}>
      {checks => (
        <>
          <h2>封存前检查</h2>
          <CheckList checks={checks} />
          <Button type="primary" disabled={!checks.maySeal} onClick={() => setAsking(true)}>
            封存结果
          </Button>
          {!checks.maySeal && <span className="seal-why">先处理上面标为“不能封存”的事项。</span>}
          <Modal
            open={asking}
            title={`封存${year}年度的结果`}
            okText="封存"
            cancelText="取消"
            confirmLoading={act.busy}
            mask={{ closable: false }}
            onOk={() => void seal(checks.revision)}
            onCancel={() => setAsking(false)}
          >
            <p>
              封存后，年度的方案、事实和历年结果不能再改；要改须经更正并写明理由。封存的结果报领导小组审定。
            </p>
            <RefusedNotice error={act.refused} />
            <label htmlFor="seal-note">说明（可不填）</label>
            <Input.TextArea
              id="seal-note"
              rows={3}
              maxLength={2000}
              value={note}
              onChange={event => setNote(event.target.value)}
            />
          </Modal>
        </>
      )}
    </Answered>
  )
}
