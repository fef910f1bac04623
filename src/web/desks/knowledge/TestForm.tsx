import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import type { CallAnswer } from '../../client/call.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Test } from './knowledgeTypes.ts'

interface Props {
  readonly year: number
  readonly taken: readonly number[]
  readonly bank: CallAnswer<'GET /api/years/:year/tests'>['bank']
  readonly onClose: () => void
}

const QUARTERS = [1, 2, 3, 4] as const
const COUNTS = [
  { kind: 'single', label: '单选题' },
  { kind: 'multiple', label: '多选题' },
  { kind: 'judge', label: '判断题' },
] as const
const WANTED = { single: 10, multiple: 5, judge: 5 }

/** 组织一次测试: quarter, time, pass mark, how many questions of each kind. */
export function TestForm({ year, taken, bank, onClose }: Props) {
  const free = QUARTERS.filter(quarter => !taken.includes(quarter))
  const [quarter, setQuarter] = useState<Test['quarter']>(free.at(-1) ?? 4)
  const [name, setName] = useState<string>()
  const [minutes, setMinutes] = useState(10)
  const [passPercent, setPassPercent] = useState(60)
  const [counts, setCounts] = useState(() => ({
    single: Math.min(WANTED.single, bank.single),
    multiple: Math.min(WANTED.multiple, bank.multiple),
    judge: Math.min(WANTED.judge, bank.judge),
  }))
  const act = useAct('POST /api/years/:year/tests', { done: '测试已建立，接下来制卷' })
  const given = name ?? `${year}年第${quarter}季度基本知识测试`
  const submit = async () => {
    const made = await act.run({
      params: { year },
      body: { quarter, name: given, minutes, passPercent, counts },
    })
    if (made !== undefined) onClose()
  }
  return (
    <Modal
      open
      title="组织知识测试"
      okText="建立"
      cancelText="取消"
      confirmLoading={act.busy}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <RefusedNotice error={act.refused} />
      <Form layout="vertical" component="div">
        <div className="knowledge-fields">
          <Form.Item label="季度" htmlFor="test-quarter">
            <Select
              id="test-quarter"
              value={quarter}
              onChange={setQuarter}
              options={free.map(value => ({ value, label: `第${value}季度` }))}
            />
          </Form.Item>
          <Form.Item label="限时（分钟）" htmlFor="test-minutes">
            <InputNumber
              id="test-minutes"
              min={3}
              max={60}
              value={minutes}
              onChange={value => setMinutes(value ?? 10)}
            />
          </Form.Item>
          <Form.Item label="合格线（%）" htmlFor="test-pass">
            <InputNumber
              id="test-pass"
              min={1}
              max={100}
              value={passPercent}
              onChange={value => setPassPercent(value ?? 60)}
            />
          </Form.Item>
        </div>
        <Form.Item label="名称" htmlFor="test-name">
          <Input
            id="test-name"
            value={given}
            maxLength={200}
            onChange={event => setName(event.target.value)}
          />
        </Form.Item>
        <div className="knowledge-fields">
          {COUNTS.map(({ kind, label }) => (
            <Form.Item key={kind} label={`${label}（题库有${bank[kind]}道）`} htmlFor={`test-${kind}`}>
              <InputNumber
                id={`test-${kind}`}
                min={0}
                max={50}
                value={counts[kind]}
                onChange={value => setCounts({ ...counts, [kind]: value ?? 0 })}
              />
            </Form.Item>
          ))}
        </div>
      </Form>
    </Modal>
  )
}
