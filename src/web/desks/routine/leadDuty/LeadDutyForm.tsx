import { Button, DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { Choice } from '../../../kit/Choice.tsx'
import { printDecimal } from '../../../kit/Points.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { useDraft } from '../../../kit/useDraft.ts'
import { UnitSelect } from '../../../kit/UnitSelect.tsx'
import type { LeadDuty } from '../routineTypes.ts'

interface Draft {
  readonly unit: string
  readonly amount: string
  readonly foundOn: string
  readonly reason: string
}

/** 登记一条扣分: the amounts that the ruling allows, in its steps, and the reason that it demands. (R14, R30) */
export function LeadDutyForm({ duty }: { readonly duty: LeadDuty }) {
  const act = useAct('POST /api/years/:year/routine/leadDuty', { done: '已登记' })
  const [at, setAt] = useState(0)
  const rule = duty.rules[at]!
  const draft = useDraft<Draft>(`leadDuty.${duty.year}`, {
    unit: '',
    amount: '',
    foundOn: duty.today,
    reason: '',
  })
  const [asked, setAsked] = useState(false)
  const { unit, amount, foundOn, reason } = draft.value
  const steps = Math.round((rule.most - rule.least) / rule.step) + 1
  const amounts = Array.from(
    { length: Math.min(steps, 200) },
    (_, step) => Math.round((rule.least + step * rule.step) * 1000) / 1000,
  )
  const wrong = (missing: boolean, help: string) =>
    asked && missing && ({ validateStatus: 'error', help } as const)

  async function save() {
    setAsked(true)
    if (unit === '' || amount === '' || reason.trim() === '') return
    const body = {
      unit,
      row: rule.row,
      rule: rule.rule,
      amount: Number(amount),
      foundOn,
      reason: reason.trim(),
    }
    if ((await act.run({ params: { year: duty.year }, body })) === undefined) return
    draft.drop()
    setAsked(false)
  }

  return (
    <Form layout="vertical" className="duty-form" aria-label="登记扣分" onFinish={() => void save()}>
      <RefusedNotice error={act.refused} />
      {duty.rules.length > 1 && (
        <Form.Item label="扣分标准" htmlFor="duty-rule">
          <Choice
            id="duty-rule"
            label="扣分标准"
            value={String(at)}
            options={duty.rules.map((one, index) => ({
              value: String(index),
              text: `${one.citation} ${one.text}`,
            }))}
            onChange={value => setAt(Number(value))}
          />
        </Form.Item>
      )}
      <p className="soft">
        {rule.citation}，{rule.text}；每次{printDecimal(rule.least)}至{printDecimal(rule.most)}分
        {rule.rulings.map(ruling => `；口径${ruling.id}：${ruling.text}`).join('')}
      </p>
      <div className="record-what">
        <Form.Item label="牵头单位" htmlFor="duty-unit" required {...wrong(unit === '', '请选择单位。')}>
          <UnitSelect
            id="duty-unit"
            units={duty.units.map(one => ({ id: one.unit, name: one.unitName }))}
            value={unit}
            onChange={chosen => draft.change({ unit: chosen })}
          />
        </Form.Item>
        <Form.Item label="扣分" htmlFor="duty-amount" required {...wrong(amount === '', '请选择分数。')}>
          <Choice
            id="duty-amount"
            label="扣分"
            value={amount}
            none="选择"
            options={amounts.map(value => ({ value: String(value), text: `${printDecimal(value)}分` }))}
            onChange={value => draft.change({ amount: value })}
          />
        </Form.Item>
        <Form.Item label="发现日期" htmlFor="duty-day" required>
          <DatePicker
            id="duty-day"
            style={{ width: 160 }}
            value={dayjs(foundOn)}
            allowClear={false}
            maxDate={dayjs(duty.today)}
            onChange={picked => picked !== null && draft.change({ foundOn: picked.format('YYYY-MM-DD') })}
          />
        </Form.Item>
      </div>
      <Form.Item label="理由" htmlFor="duty-reason" required {...wrong(reason.trim() === '', '请写明理由。')}>
        <Input.TextArea
          id="duty-reason"
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={event => draft.change({ reason: event.target.value })}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.busy}>
        登记扣分
      </Button>
    </Form>
  )
}
