import { Button, Form, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { SheetList } from './sheetTypes.ts'

/** 答复期限的设置: so many working days from the signature on; sheets signed before keep their day. */
export function ReplyDays({
  year,
  settings,
}: {
  readonly year: number
  readonly settings: SheetList['settings']
}) {
  const act = useAct('PUT /api/years/:year/reply-settings', { done: '答复期限已改' })
  const [open, setOpen] = useState(false)
  const [days, setDays] = useState<number | null>(settings.replyDays)

  async function save() {
    if (days === null) return
    const saved = await act.run({ params: { year }, body: { replyDays: days, revision: settings.revision } })
    if (saved !== undefined) setOpen(false)
  }

  return (
    <>
      <Button
        onClick={() => {
          setDays(settings.replyDays)
          setOpen(true)
        }}
      >
        答复期限
      </Button>
      <Modal
        open={open}
        title="单位答复的期限"
        okText="保存"
        cancelText="取消"
        confirmLoading={act.busy}
        onOk={() => void save()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <RefusedNotice error={act.refused} />
        <Form layout="vertical" component="div">
          <Form.Item
            label="单位签字后的工作日数"
            htmlFor="reply-days"
            extra="只避开周六和周日，法定假日请自行加上。改动只对以后签字的核查表有效。"
          >
            <InputNumber id="reply-days" min={1} max={60} precision={0} value={days} onChange={setDays} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
