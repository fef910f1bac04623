import { Button } from 'antd'
import type { Commission } from './surveyTypes.ts'

interface Props {
  readonly value: Commission['hours']
  readonly onChange: (hours: Commission['hours']) => void
}

/** Edits the hours within which people are called. */
export function HoursField({ value, onChange }: Props) {
  const change = (at: number, part: Partial<Commission['hours'][number]>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <div role="group" aria-label="拨打时段" className="hours-field">
      <span>拨打时段（其他时间不拨打）</span>
      {value.map(({ from, to }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- told apart by place alone
        <div key={at} className="buttons-level">
          <input
            type="time"
            className="choice"
            aria-label={`第${at + 1}个时段开始`}
            value={from}
            onChange={event => change(at, { from: event.target.value })}
          />
          至
          <input
            type="time"
            className="choice"
            aria-label={`第${at + 1}个时段结束`}
            value={to}
            onChange={event => change(at, { to: event.target.value })}
          />
          {value.length > 1 && <Button onClick={() => onChange(value.toSpliced(at, 1))}>去掉</Button>}
        </div>
      ))}
      {value.length < 6 && (
        <Button onClick={() => onChange([...value, { from: '18:30', to: '21:00' }])}>增加时段</Button>
      )}
    </div>
  )
}
