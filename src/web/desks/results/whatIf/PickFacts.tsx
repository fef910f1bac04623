import { Checkbox, Form, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { withoutFact } from './sandbox.ts'
import type { SandboxProps } from './SandboxProps.ts'
import { UnitSelect } from '../../../kit/UnitSelect.tsx'

interface Props extends SandboxProps {
  readonly year: number
  readonly onClose: () => void
}

/** Excludes existing findings and decisions of a unit from the trial, by checkbox. */
export function PickFacts({ year, now, sandbox, onChange, onClose }: Props) {
  const [unit, setUnit] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const facts = useAnswer('GET /api/years/:year/facts', { params: { year }, query: { unit } })
  const name = now.rows.find(row => row.unit === unit)?.name ?? ''

  function take() {
    let next = sandbox
    for (const [fact, told] of chosen) next = withoutFact(next, fact, told)
    onChange(next)
    onClose()
  }

  function toggle(fact: string, told: string) {
    const next = new Map(chosen)
    if (!next.delete(fact)) next.set(fact, told)
    setChosen(next)
  }

  const units = useMemo(() => now.rows.map(row => ({ id: row.unit, name: row.name })), [now.rows])
  return (
    <Modal
      open
      title="试算时去掉哪些记录"
      okText={chosen.size === 0 ? '去掉' : `去掉${chosen.size}条`}
      cancelText="取消"
      okButtonProps={{ disabled: chosen.size === 0 }}
      onOk={take}
      onCancel={onClose}
      width={640}
    >
      <Form layout="vertical" component="div">
        <Form.Item label="单位" htmlFor="pick-unit">
          <UnitSelect id="pick-unit" units={units} value={unit} onChange={setUnit} />
        </Form.Item>
      </Form>
      {unit !== undefined && (
        <Answered of={facts}>
          {({ facts: list }) =>
            list.length === 0 ? (
              <p>这个单位没有录入的核查情况和决定。</p>
            ) : (
              <ul className="pick-facts">
                {list.map(fact => (
                  <li key={fact.id}>
                    <Checkbox
                      checked={chosen.has(fact.id)}
                      disabled={sandbox.remove.some(one => one.fact === fact.id)}
                      onChange={() => toggle(fact.id, `${name}：${fact.sentence}`)}
                    >
                      {fact.sentence}
                    </Checkbox>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </Modal>
  )
}
