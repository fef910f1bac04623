import { Button, Form } from 'antd'
import { useState } from 'react'
import type { Counter, Kind } from '../ledgerTypes.ts'

interface Props {
  readonly kinds: readonly Kind[]
  readonly counters: readonly Counter[]
  readonly value: string
  readonly fault: string | undefined
  readonly onChange: (kind: string) => void
}

/** Chooses the kind of entry: duties with what each lacks now, then the free kinds. Collapses to one line once chosen. */
export function KindField({ kinds, counters, value, fault, onChange }: Props) {
  const [open, setOpen] = useState(value === '')
  const chosen = kinds.find(one => one.kind === value)
  if (chosen !== undefined && !open)
    return (
      <Form.Item label="登记什么">
        <p className="entry-kind-chosen">
          <strong>{chosen.name}</strong>
          {chosen.told !== undefined && <span className="soft">{chosen.told}</span>}
          <Button size="small" onClick={() => setOpen(true)}>
            换一项
          </Button>
        </p>
      </Form.Item>
    )
  const choices = (members: readonly Kind[]) => (
    <div className="entry-kinds-list">
      {members.map(kind => (
        <label key={kind.kind} className={kind.kind === value ? 'entry-kind entry-kind-on' : 'entry-kind'}>
          <input
            type="radio"
            name="entry-kind"
            checked={kind.kind === value}
            onChange={() => onChange(kind.kind)}
          />
          <span>
            {kind.name}
            {describeLack(counters, kind) !== undefined && (
              <span className="small-soft-line">{describeLack(counters, kind)}</span>
            )}
          </span>
        </label>
      ))}
    </div>
  )
  const free = kinds.filter(kind => !kind.counts)
  return (
    <Form.Item {...(fault !== undefined && { validateStatus: 'error' as const, help: fault })}>
      <fieldset className="entry-kinds">
        <legend>登记什么</legend>
        {choices(kinds.filter(kind => kind.counts))}
        {free.length > 0 && (
          <details
            className="entry-more"
            open={free.some(kind => kind.kind === value) || free.length === kinds.length}
          >
            <summary>其他：不计次数，只作留存</summary>
            {choices(free)}
          </details>
        )}
      </fieldset>
    </Form.Item>
  )
}

/** Describes what the current period still lacks: 12月还差1次. */
function describeLack(counters: readonly Counter[], { kind }: Kind): string | undefined {
  const slot = counters.find(one => one.counter === kind)?.periods.find(one => one.state === 'current')
  return slot === undefined ? undefined : `${inYear(slot.name)}还差${slot.due - slot.done}次`
}

/** Shortens 2018年9月 to 9月, 2018年 to 全年. */
function inYear(name: string): string {
  return name.replace(/^\d{4}年/, '') || '全年'
}
