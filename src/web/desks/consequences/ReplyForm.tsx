import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useMay } from '../../client/SessionContext.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Consequence } from './consequence.ts'

interface Props {
  readonly year: number
  readonly one: Consequence
  readonly notice: NonNullable<Consequence['notice']>
}

/** 回复通知, once: by the unit, or written down for it by who served it. */
export function ReplyForm({ year, one, notice }: Props) {
  const may = useMay()
  const act = useAct('POST /api/years/:year/units/:unit/consequences/:rule/reply', { done: '回复已保存' })
  const [reply, setReply] = useState('')
  const [asked, setAsked] = useState(false)
  const isMissing = asked && reply.trim() === ''

  function save() {
    setAsked(true)
    if (reply.trim() === '') return
    void act.run({
      params: { year, unit: one.unit, rule: one.rule },
      body: { reply: reply.trim(), revision: notice.revision },
    })
  }

  return (
    <Form layout="vertical" className="notice-form" onFinish={save}>
      <RefusedNotice error={act.refused} />
      <Form.Item
        label={may('serveNotice') ? '代为登记单位的回复' : '回复'}
        htmlFor="notice-reply"
        required
        extra="只能回复一次，保存后不能修改。"
        {...(isMissing && { validateStatus: 'error', help: '请写明回复内容。' })}
      >
        <Input.TextArea
          id="notice-reply"
          value={reply}
          rows={5}
          maxLength={2000}
          onChange={event => setReply(event.target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.busy}>
        保存回复
      </Button>
    </Form>
  )
}
