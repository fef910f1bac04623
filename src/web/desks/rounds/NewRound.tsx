import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { Choice } from '../../kit/Choice.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { DayField } from '../../kit/DayField.tsx'
import { addressOfRound } from './roundWords.ts'
import type { Rounds } from './roundTypes.ts'

const NUMERALS = ['一', '二', '三', '四'] as const
const ENDS = ['03-31', '06-30', '09-30', '12-31'] as const

/** 拟定轮次: quarter, name and window; then its plan. */
export function NewRound({ rounds: { year, rounds } }: { readonly rounds: Rounds }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        拟定轮次
      </Button>
      {open && (
        <RoundForm
          year={year}
          first={nextQuarter(rounds.map(one => one.quarter))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function RoundForm({
  year,
  first,
  onClose,
}: {
  readonly year: number
  readonly first: number
  readonly onClose: () => void
}) {
  const [fields, setFields] = useState(() => ofQuarter(year, first))
  const make = useAct('POST /api/years/:year/rounds', { done: '轮次已拟定' })
  const go = useNavigate()

  async function save() {
    const { quarter, name, from, to } = fields
    const made = await make.run({
      params: { year },
      body: { quarter: quarter as 1 | 2 | 3 | 4, name: name.trim(), from, to },
    })
    if (made !== undefined) await go({ to: addressOfRound(year, made.id) })
  }

  return (
    <Modal
      open
      title="拟定轮次"
      okText="拟定"
      cancelText="取消"
      okButtonProps={{ disabled: fields.name.trim() === '' || fields.from === '' || fields.to === '' }}
      confirmLoading={make.busy}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <RefusedNotice error={make.refused} />
      <Form layout="vertical" component="div">
        <Form.Item label="季度" htmlFor="round-quarter">
          <Choice
            id="round-quarter"
            label="季度"
            value={String(fields.quarter)}
            options={NUMERALS.map((word, at) => ({ value: String(at + 1), text: `第${word}季度` }))}
            onChange={quarter => setFields(ofQuarter(year, Number(quarter)))}
          />
        </Form.Item>
        <Form.Item label="名称" htmlFor="round-name" required>
          <Input
            id="round-name"
            maxLength={100}
            value={fields.name}
            onChange={event => setFields({ ...fields, name: event.target.value })}
          />
        </Form.Item>
        <div className="two-fields">
          <Form.Item label="开始日期" htmlFor="round-from" required>
            <DayField id="round-from" value={fields.from} onChange={from => setFields({ ...fields, from })} />
          </Form.Item>
          <Form.Item label="结束日期" htmlFor="round-to" required>
            <DayField
              id="round-to"
              value={fields.to}
              around={fields.from}
              onChange={to => setFields({ ...fields, to })}
            />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}

function nextQuarter(taken: readonly number[]): number {
  return [1, 2, 3, 4].find(quarter => !taken.includes(quarter)) ?? 4
}

/** The last month of the quarter, to begin with. */
function ofQuarter(year: number, quarter: number) {
  const to = `${year}-${ENDS[quarter - 1]}`
  return { quarter, name: `第${NUMERALS[quarter - 1]}季度核查`, from: `${to.slice(0, 8)}01`, to }
}
