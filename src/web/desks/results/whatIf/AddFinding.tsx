import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { Choice } from '../../../kit/Choice.tsx'
import {
  asksAmount,
  asksLevel,
  type FindingDraft,
  levelsOf,
  type RuleDocument,
  type RowDocument,
  rowsOf,
  toFinding,
} from './findingDraft.ts'
import type { SandboxProps } from './SandboxProps.ts'
import { UnitSelect } from '../../../kit/UnitSelect.tsx'

interface Props extends SandboxProps {
  readonly onClose: () => void
}

/** 增加一条核查情况 to the trial: unit, row, rule, and what that form of rule asks for. */
export function AddFinding({ now, sandbox, onChange, onClose }: Props) {
  const scheme = useAnswer('GET /api/schemes/:version', { params: { version: now.scheme.version } })
  const [draft, setDraft] = useState<FindingDraft>({ count: 1 })
  const change = (part: Partial<FindingDraft>) => setDraft({ ...draft, ...part })
  const rows = scheme.data === undefined ? [] : rowsOf(scheme.data.document)
  const row = rows.find(one => one.id === draft.row)
  const rule = row?.rules.find(one => one.id === draft.rule)
  const finding = toFinding(draft, rule)
  const name = now.rows.find(one => one.unit === draft.unit)?.name ?? ''

  function add() {
    if (finding === undefined || row === undefined || rule === undefined) return
    const told = `${name}：${row.id}${row.title}，${rule.text}${draft.count > 1 ? `，${draft.count}次` : ''}`
    onChange({ ...sandbox, add: [...sandbox.add, { fact: { kind: 'findings', body: finding }, told }] })
    onClose()
  }

  const units = useMemo(() => now.rows.map(row => ({ id: row.unit, name: row.name })), [now.rows])
  return (
    <Modal
      open
      title="试算时增加一条核查情况"
      okText="增加"
      cancelText="取消"
      okButtonProps={{ disabled: finding === undefined }}
      onOk={add}
      onCancel={onClose}
      width={560}
    >
      <Answered of={scheme}>
        {() => (
          <Form layout="vertical" component="div">
            <Form.Item label="单位" htmlFor="add-unit" required>
              <UnitSelect
                id="add-unit"
                units={units}
                value={draft.unit}
                onChange={unit => change({ unit })}
              />
            </Form.Item>
            <Form.Item label="核查内容" htmlFor="add-row" required>
              <Select
                id="add-row"
                showSearch={{ optionFilterProp: 'label' }}
                placeholder="选择评分细则的一行"
                value={draft.row}
                onChange={value =>
                  setDraft({ ...draft, row: value, rule: undefined, level: undefined, amount: undefined })
                }
                options={rows.map(one => ({ value: one.id, label: `${one.id} ${one.title}` }))}
              />
            </Form.Item>
            {row !== undefined && <RuleFields row={row} rule={rule} draft={draft} onChange={change} />}
          </Form>
        )}
      </Answered>
    </Modal>
  )
}

interface RuleFieldsProps {
  readonly row: RowDocument
  readonly rule: RuleDocument | undefined
  readonly draft: FindingDraft
  readonly onChange: (part: Partial<FindingDraft>) => void
}

function RuleFields({ row, rule, draft, onChange }: RuleFieldsProps) {
  return (
    <>
      <Form.Item label="评分标准" htmlFor="add-rule" required>
        <Select
          id="add-rule"
          placeholder="选择一条"
          value={draft.rule}
          onChange={value => onChange({ rule: value, level: undefined, amount: undefined })}
          options={row.rules.map(one => ({ value: one.id, label: one.text }))}
        />
      </Form.Item>
      <div className="add-finding-line">
        {rule !== undefined && asksLevel(rule) && (
          <Form.Item label="档次" required>
            <Choice
              label="档次"
              none="请选择"
              value={draft.level ?? ''}
              onChange={level => onChange({ level: level === '' ? undefined : level })}
              options={levelsOf(rule).map(level => ({ value: level.id, text: level.name }))}
            />
          </Form.Item>
        )}
        {rule !== undefined && asksAmount(rule) && (
          <Form.Item label="评定的分值" htmlFor="add-amount" required>
            <InputNumber
              id="add-amount"
              min={0}
              max={row.base}
              step={0.5}
              value={draft.amount}
              onChange={amount => onChange({ amount: amount ?? undefined })}
            />
          </Form.Item>
        )}
        <Form.Item label="次数（项数、人次）" htmlFor="add-count">
          <InputNumber
            id="add-count"
            min={1}
            max={999}
            precision={0}
            value={draft.count}
            onChange={count => onChange({ count: count ?? 1 })}
          />
        </Form.Item>
        <Form.Item label="季度">
          <Choice
            label="季度"
            none="不分季度"
            value={draft.quarter === undefined ? '' : String(draft.quarter)}
            onChange={text =>
              onChange({ quarter: text === '' ? undefined : (Number(text) as 1 | 2 | 3 | 4) })
            }
            options={['1', '2', '3', '4'].map(value => ({ value, text: `第${value}季度` }))}
          />
        </Form.Item>
      </div>
      <Form.Item label="情况" htmlFor="add-note">
        <Input.TextArea
          id="add-note"
          rows={2}
          maxLength={500}
          value={draft.note}
          onChange={event => onChange({ note: event.target.value })}
        />
      </Form.Item>
    </>
  )
}
