import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { DayField } from '../../kit/DayField.tsx'
import type { UnitDetail } from './rosterTypes.ts'

interface Props {
  readonly year: number
  readonly unit: UnitDetail
  readonly onClose: () => void
}

/** 单位改名, from a day on; the former name stays with the unit. */
export function RenameUnit({ year, unit, onClose }: Props) {
  const [name, setName] = useState(unit.name)
  const [on, setOn] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct('POST /api/years/:year/roster/:unit/name', { done: '单位已改名' })
  const lacksName = asked && name.trim() === ''
  const lacksDay = asked && on === ''

  async function rename() {
    setAsked(true)
    if (name.trim() === '' || on === '') return
    const body = { revision: unit.revision, name: name.trim(), on }
    if ((await act.run({ params: { year, unit: unit.id }, body })) !== undefined) onClose()
  }

  return (
    <Modal
      open
      title={`“${unit.name}”改名`}
      okText="改名"
      cancelText="取消"
      confirmLoading={act.busy}
      mask={{ closable: false }}
      onOk={() => void rename()}
      onCancel={onClose}
    >
      <RefusedNotice error={act.refused} />
      <p>单位编号、事实和历年结果不变，原名称作为曾用名保留。名称录错的，请用“修改”。</p>
      <Form layout="vertical" component="div">
        <Form.Item
          label="新名称"
          htmlFor="rename-name"
          required
          validateStatus={lacksName ? 'error' : ''}
          help={lacksName ? '请填写新名称' : undefined}
        >
          <Input
            id="rename-name"
            value={name}
            maxLength={200}
            autoFocus
            onChange={event => setName(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label="自何日起"
          htmlFor="rename-on"
          required
          validateStatus={lacksDay ? 'error' : ''}
          help={lacksDay ? '请选择日期' : undefined}
        >
          <DayField id="rename-on" value={on} onChange={setOn} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
