import { Form, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { DayField } from '../../kit/DayField.tsx'
import type { RosterUnit, UnitDetail } from './rosterTypes.ts'
import { UnitSelect } from '../../kit/UnitSelect.tsx'

interface Props {
  readonly year: number
  readonly unit: UnitDetail
  readonly units: readonly RosterUnit[]
  readonly onClose: () => void
}

/** 并入其他单位, from a day on: this one closes, the other goes on with its earlier results. */
export function MergeUnit({ year, unit, units, onClose }: Props) {
  const [into, setInto] = useState('')
  const [on, setOn] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct('POST /api/years/:year/roster/:unit/merger', { done: '单位已并入' })
  const others = units.filter(one => one.id !== unit.id && one.closesOn === undefined)
  const lacksUnit = asked && into === ''
  const lacksDay = asked && on === ''

  async function merge() {
    setAsked(true)
    if (into === '' || on === '') return
    const body = { revision: unit.revision, into, on }
    if ((await act.run({ params: { year, unit: unit.id }, body })) !== undefined) onClose()
  }

  return (
    <Modal
      open
      title={`“${unit.name}”并入其他单位`}
      okText="并入"
      cancelText="取消"
      confirmLoading={act.busy}
      mask={{ closable: false }}
      onOk={() => void merge()}
      onCancel={onClose}
    >
      <RefusedNotice error={act.refused} />
      <p>
        “{unit.name}”自所选日期起撤销，不再列入考核；历年结果由并入的单位接续。已有的事实仍留在原单位名下。
      </p>
      <Form layout="vertical" component="div">
        <Form.Item
          label="并入哪个单位"
          htmlFor="merge-into"
          required
          validateStatus={lacksUnit ? 'error' : ''}
          help={lacksUnit ? '请选择单位' : undefined}
        >
          <UnitSelect id="merge-into" units={others} value={into} onChange={setInto} />
        </Form.Item>
        <Form.Item
          label="自何日起"
          htmlFor="merge-on"
          required
          validateStatus={lacksDay ? 'error' : ''}
          help={lacksDay ? '请选择日期' : undefined}
        >
          <DayField id="merge-on" value={on} onChange={setOn} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
