import { Form, Input, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { RefusedNotice } from './RefusedNotice.tsx'

interface Props {
  readonly open: boolean
  readonly title: string
  /** what will happen, and what cannot be undone. */
  readonly what?: ReactNode
  readonly label?: string
  readonly confirm: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly refused?: Error | undefined
  /** at most so many characters. */
  readonly most?: number
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** 须写理由的操作: it is not done without a written reason, which goes on the trail. What was written stays when it is refused. */
export function ReasonModal({
  open,
  title,
  what,
  label = '理由',
  confirm,
  danger,
  busy,
  refused,
  most = 2000,
  onConfirm,
  onCancel,
}: Props) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (open) return
    setReason('')
    setAsked(false)
  }, [open])
  const isMissing = asked && reason.trim() === ''

  function submit() {
    setAsked(true)
    if (reason.trim() !== '') onConfirm(reason.trim())
  }

  return (
    <Modal
      open={open}
      title={title}
      okText={confirm}
      cancelText="取消"
      okButtonProps={{ danger: danger === true }}
      confirmLoading={busy === true}
      mask={{ closable: false }}
      onOk={submit}
      onCancel={onCancel}
      destroyOnHidden
    >
      {what !== undefined && <p>{what}</p>}
      <RefusedNotice error={refused} />
      <Form layout="vertical" component="div">
        <Form.Item
          label={label}
          htmlFor="reason-text"
          required
          validateStatus={isMissing ? 'error' : ''}
          help={isMissing ? `请写明${label}。` : '写明的内容记入留痕。'}
        >
          <Input.TextArea
            id="reason-text"
            value={reason}
            rows={4}
            maxLength={most}
            autoFocus
            onChange={event => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
