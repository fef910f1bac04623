import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { SheetFinding } from './sheetTypes.ts'
import { type DecisionDraft, TriedDecision } from './TriedDecision.tsx'

interface Props {
  readonly year: number
  readonly finding: SheetFinding
}

/** Decides an objection: upheld, changed or dropped, with a reason. What would move is shown before anything is saved. */
export function DecisionForm({ year, finding }: Props) {
  const act = useAct('POST /api/years/:year/findings/:finding/decision', { done: '已裁定' })
  const [ruling, setRuling] = useState<DecisionDraft['ruling']>()
  const byAmount = finding.amount !== undefined
  const [value, setValue] = useState<number | null>(
    byAmount ? finding.amount! : (finding.persons ?? finding.count),
  )
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const before = byAmount ? finding.amount! : (finding.persons ?? finding.count)
  const draft = draftOf(ruling, value, finding)
  const lacksReason = asked && reason.trim() === ''
  const unchanged = ruling === 'change' && (value === null || value === before)

  function save() {
    setAsked(true)
    if (draft === undefined || reason.trim() === '') return
    void act.run({
      params: { year, finding: finding.id },
      body: { ...draft, reason: reason.trim(), revision: finding.revision },
    })
  }

  return (
    <div className="decision">
      <Form layout="vertical" className="sheet-form" onFinish={save}>
        <h2>裁定</h2>
        <Radio.Group
          aria-label="裁定"
          value={ruling}
          onChange={event => setRuling(event.target.value as DecisionDraft['ruling'])}
          options={[
            { value: 'uphold', label: '维持' },
            { value: 'change', label: '改变' },
            { value: 'drop', label: '撤销' },
          ]}
        />
        {asked && ruling === undefined && <p className="finding-lacks">请选择维持、改变或撤销。</p>}
        {ruling === 'change' && (
          <Form.Item
            label={
              byAmount
                ? '改为扣多少分'
                : finding.persons !== undefined
                  ? '改为几人'
                  : `改为多少${finding.unitWord}`
            }
            htmlFor="decision-value"
            {...(unchanged && { help: `原来是${before}，请改成别的数。` })}
          >
            <InputNumber
              id="decision-value"
              min={byAmount ? 0.1 : 1}
              max={1000}
              step={byAmount ? 0.5 : 1}
              value={value}
              onChange={setValue}
            />
          </Form.Item>
        )}
        <Form.Item
          label="理由"
          htmlFor="decision-reason"
          required
          extra="单位会看到裁定和理由。"
          {...(lacksReason && { validateStatus: 'error', help: '请写明理由。' })}
        >
          <Input.TextArea
            id="decision-reason"
            rows={4}
            maxLength={2000}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </Form.Item>
        <RefusedNotice error={act.refused} />
        <Button type="primary" htmlType="submit" loading={act.busy}>
          保存裁定
        </Button>
      </Form>
      <TriedDecision year={year} finding={finding.id} draft={draft} />
    </div>
  )
}

function draftOf(
  ruling: DecisionDraft['ruling'] | undefined,
  value: number | null,
  { amount, persons, count }: SheetFinding,
): DecisionDraft | undefined {
  if (ruling === undefined) return undefined
  if (ruling !== 'change') return { ruling }
  if (value === null || value === (amount ?? persons ?? count)) return undefined
  return {
    ruling,
    with:
      amount !== undefined
        ? { amount: value }
        : persons !== undefined
          ? { persons: value }
          : { count: value },
  }
}
