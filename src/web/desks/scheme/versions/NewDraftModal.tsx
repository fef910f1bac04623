import { useNavigate } from '@tanstack/react-router'
import { Form, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { VersionHead } from '../schemeTypes.ts'

/** 另起草案: of the same year, or for another one. */
export function NewDraftModal({
  from,
  onClose,
}: {
  readonly from: VersionHead
  readonly onClose: () => void
}) {
  const navigate = useNavigate()
  const [forYear, setForYear] = useState<'same' | 'other'>('same')
  const [cycle, setCycle] = useState(from.cycle + 1)
  const act = useAct('POST /api/schemes/:version/drafts', { done: '草案已建立' })

  async function make() {
    const body = forYear === 'other' ? { cycle } : {}
    const made = await act.run({ params: { version: from.version }, body })
    if (made !== undefined) await navigate({ to: `/schemes/${made.version}/edit` })
  }

  return (
    <Modal
      open
      title={`由第${from.number}版另起草案`}
      okText="建立草案"
      cancelText="取消"
      confirmLoading={act.busy}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <p>第{from.number}版保持不变。草案改好、检查无误后印发，就是新的一版。</p>
      <RefusedNotice error={act.refused} />
      <Form layout="vertical" component="div">
        <Form.Item label="用于">
          <Radio.Group
            value={forYear}
            onChange={event => setForYear(event.target.value as 'same' | 'other')}
            options={[
              { value: 'same', label: `仍是${from.cycle}年度` },
              { value: 'other', label: '另一年度' },
            ]}
          />
        </Form.Item>
        {forYear === 'other' && (
          <Form.Item label="考核年度" htmlFor="draft-cycle">
            <InputNumber
              controls={false}
              id="draft-cycle"
              value={cycle}
              min={1949}
              max={2999}
              precision={0}
              onChange={value => setCycle(value ?? from.cycle + 1)}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
