import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../app/useAct.ts'
import { ConflictNotice } from '../../parts/ConflictNotice.tsx'
import { RefusedNotice } from '../../parts/RefusedNotice.tsx'
import type { Consequence } from './consequence.ts'

interface Props {
  readonly year: number
  readonly one: Consequence
  readonly notice: NonNullable<Consequence['notice']>
}

/** 回复通知: by the unit, or written down for it; a later reply takes the place of the earlier one. */
export function ReplyForm({ year, one, notice }: Props) {
  const act = useAct('POST /api/years/:year/units/:unit/consequences/:rule/reply', { done: '回复已保存' })
  const queries = useQueryClient()
  const [open, setOpen] = useState(notice.reply === undefined)
  const [seen, setSeen] = useState(notice.revision)
  const [reply, setReply] = useState(notice.reply ?? '')
  const [asked, setAsked] = useState(false)
  const isMissing = asked && reply.trim() === ''

  async function save(revision = seen) {
    setAsked(true)
    if (reply.trim() === '') return
    const saved = await act.run({ params: { year, unit: one.unit, rule: one.rule }, body: { reply: reply.trim(), revision } })
    // Refused because somebody else was quicker: their reply is shown beside this one.
    if (saved === undefined) return void queries.invalidateQueries({ queryKey: ['GET /api/years/:year/consequences'] })
    setSeen(saved.revision)
    setOpen(false)
  }
  function edit() {
    setSeen(notice.revision)
    setReply(notice.reply ?? '')
    setOpen(true)
  }

  if (!open) return <Button onClick={edit}>修改回复</Button>
  return (
    <Form layout="vertical" className="notice-form" onFinish={() => void save()}>
      {act.refused?.code === 'staleRevision' ? (
        <ConflictNotice
          refused={act.refused}
          fields={notice.reply === undefined ? [] : [{ label: '回复', theirs: notice.reply, mine: reply }]}
          busy={act.busy}
          onTakeTheirs={() => {
            act.forget()
            setReply(notice.reply ?? '')
            setSeen(notice.revision)
            setOpen(false)
          }}
          onSaveMine={() => void save(notice.revision)}
        />
      ) : (
        <RefusedNotice error={act.refused} />
      )}
      <Form.Item label="回复" htmlFor="notice-reply" required {...(isMissing && { validateStatus: 'error', help: '请写明回复内容。' })}>
        <Input.TextArea id="notice-reply" value={reply} rows={5} maxLength={2000} onChange={event => setReply(event.target.value)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.busy}>
        保存回复
      </Button>
    </Form>
  )
}
