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

/** 登记什么: the duties with what each lacks now, then the free kinds. Once chosen it stands in one line. */
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
  const groups = [
    { title: '计次数的', members: kinds.filter(kind => kind.counts) },
    { title: '只作留存的', members: kinds.filter(kind => !kind.counts) },
  ].filter(({ members }) => members.length > 0)
  return (
    <Form.Item {...(fault !== undefined && { validateStatus: 'error' as const, help: fault })}>
      <fieldset className="entry-kinds">
        <legend>登记什么</legend>
        {groups.map(({ title, members }) => (
          <div key={title} role="group" aria-label={title}>
            {groups.length > 1 && <span className="entry-kinds-title">{title}</span>}
            <div className="entry-kinds-list">
              {members.map(kind => (
                <label key={kind.kind} className={kind.kind === value ? 'entry-kind entry-kind-on' : 'entry-kind'}>
                  <input type="radio" name="entry-kind" checked={kind.kind === value} onChange={() => onChange(kind.kind)} />
                  <span>
                    {kind.name}
                    {tellLack(counters, kind) !== undefined && <span className="entry-kind-lack">{tellLack(counters, kind)}</span>}
                  </span>
                </label>
              ))}
            </div>
          </div>
        ))}
      </fieldset>
    </Form.Item>
  )
}

/** What the running period still lacks: 12月还差1次. */
function tellLack(counters: readonly Counter[], { kind }: Kind): string | undefined {
  const slot = counters.find(one => one.counter === kind)?.periods.find(one => one.state === 'current')
  return slot === undefined ? undefined : `${slot.name.replace(/^\d{4}年(?=.)/, '')}还差${slot.due - slot.done}次`
}
