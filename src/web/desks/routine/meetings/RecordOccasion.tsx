import { Button, DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { Choice } from '../../../kit/Choice.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { useDraft } from '../../../kit/useDraft.ts'
import type { Occasion, RoutineLedger } from '../routineTypes.ts'
import { FaultPicker, type PickedFault } from './FaultPicker.tsx'

interface Draft {
  readonly kind: Occasion['kind']
  readonly name: string
  readonly heldOn: string
  readonly records: readonly PickedFault[]
}

const KINDS = [
  { value: 'meeting', text: '会议' },
  { value: 'return', text: '材料或报表' },
]

/** 登记一次会议或报送: what and when, then everybody who was absent or late; what was typed survives a reload. */
export function RecordOccasion({
  ledger,
  onClose,
}: {
  readonly ledger: RoutineLedger
  readonly onClose: () => void
}) {
  const initial: Draft = { kind: 'meeting', name: '', heldOn: ledger.today, records: [] }
  const draft = useDraft<Draft>(`occasion.${ledger.year}`, initial)
  const act = useAct('POST /api/years/:year/routine/occasions', { done: '已登记' })
  const [asked, setAsked] = useState(false)
  const { kind, name, heldOn, records } = draft.value
  const faults = ledger.faults.filter(fault => fault.kinds.includes(kind))
  const isMissing = asked && name.trim() === ''

  async function save() {
    setAsked(true)
    if (name.trim() === '') return
    const answer = await act.run({
      params: { year: ledger.year },
      body: {
        kind,
        name: name.trim(),
        heldOn,
        records: records.map(one => ({ ...one, note: one.note.trim() })),
      },
    })
    if (answer === undefined) return
    draft.drop()
    onClose()
  }

  return (
    <Form
      layout="vertical"
      className="record-occasion"
      aria-label="登记一次会议或报送"
      onFinish={() => void save()}
    >
      <RefusedNotice error={act.refused} />
      <div className="record-what">
        <Form.Item label="种类" htmlFor="occasion-kind">
          <Choice
            id="occasion-kind"
            label="种类"
            value={kind}
            options={KINDS}
            onChange={value => draft.change({ kind: value as Occasion['kind'], records: [] })}
          />
        </Form.Item>
        <Form.Item
          label="名称"
          htmlFor="occasion-name"
          required
          {...(isMissing && { validateStatus: 'error', help: '请填写会议或材料的名称。' })}
        >
          <Input
            id="occasion-name"
            value={name}
            maxLength={200}
            onChange={event => draft.change({ name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={kind === 'meeting' ? '开会日期' : '应报日期'} htmlFor="occasion-day" required>
          <DatePicker
            id="occasion-day"
            style={{ width: 160 }}
            value={dayjs(heldOn)}
            allowClear={false}
            maxDate={dayjs(ledger.today)}
            onChange={picked => picked !== null && draft.change({ heldOn: picked.format('YYYY-MM-DD') })}
          />
        </Form.Item>
      </div>
      <FaultPicker
        units={ledger.units}
        faults={faults}
        picked={records}
        onChange={picked => draft.change({ records: picked })}
      />
      <div className="record-acts">
        <Button type="primary" htmlType="submit" loading={act.busy}>
          {records.length === 0 ? '登记，没有缺席和迟报' : `登记${records.length}条`}
        </Button>
        <Button onClick={onClose}>收起</Button>
      </div>
    </Form>
  )
}
