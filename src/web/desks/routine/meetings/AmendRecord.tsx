import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { Choice } from '../../../kit/Choice.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { FaultKind, FaultRecord } from '../routineTypes.ts'

interface Props {
  readonly year: number
  readonly record: FaultRecord
  readonly faults: readonly FaultKind[]
  readonly onClose: () => void
}

/** Corrects or withdraws a record, always with a reason; the old one stays visible. */
export function AmendRecord({ year, record, faults, onClose }: Props) {
  const correct = useAct('POST /api/years/:year/routine/records/:record/correct', { done: '已更正' })
  const withdraw = useAct('POST /api/years/:year/routine/records/:record/withdraw', { done: '已撤回' })
  const [counter, setCounter] = useState(record.counter)
  const [note, setNote] = useState(record.note)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const isMissing = asked && reason.trim() === ''
  const isSame = counter === record.counter && note.trim() === record.note
  const params = { year, record: record.id }

  function act(run: () => Promise<unknown>) {
    setAsked(true)
    if (reason.trim() !== '') void run().then(answer => answer !== undefined && onClose())
  }

  return (
    <Modal
      open
      title={`更正${record.unitName}：${record.name}`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            danger
            loading={withdraw.busy}
            onClick={() =>
              act(() => withdraw.run({ params, body: { reason: reason.trim(), revision: record.revision } }))
            }
          >
            撤回这一条
          </Button>
          <Button
            type="primary"
            loading={correct.busy}
            disabled={isSame}
            onClick={() =>
              act(() =>
                correct.run({
                  params,
                  body: { counter, note: note.trim(), reason: reason.trim(), revision: record.revision },
                }),
              )
            }
          >
            保存更正
          </Button>
        </>
      }
    >
      <RefusedNotice error={correct.refused ?? withdraw.refused} />
      <Form layout="vertical" component="div">
        <Form.Item label="事项" htmlFor="amend-fault">
          <Choice
            id="amend-fault"
            label="事项"
            value={counter}
            options={faults.map(fault => ({ value: fault.counter, text: fault.name }))}
            onChange={setCounter}
          />
        </Form.Item>
        <Form.Item label="备注" htmlFor="amend-note">
          <Input
            id="amend-note"
            value={note}
            maxLength={2000}
            onChange={event => setNote(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label="理由"
          htmlFor="amend-reason"
          required
          validateStatus={isMissing ? 'error' : ''}
          help={isMissing ? '请写明理由。' : '写明的内容记入留痕。'}
        >
          <Input.TextArea
            id="amend-reason"
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
