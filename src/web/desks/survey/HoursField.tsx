import { Button } from 'antd'
import { boundaryTimes } from '../../../domain/campaign/survey/callingHours.ts'
import { Choice } from '../../kit/Choice.tsx'
import type { Commission } from './surveyTypes.ts'

interface Props {
  readonly value: Commission['hours']
  readonly onChange: (hours: Commission['hours']) => void
}

/** Edits the hours within which people are called: each from and until a half hour of the day. */
export function HoursField({ value, onChange }: Props) {
  const change = (at: number, part: Partial<Commission['hours'][number]>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <div role="group" aria-label="拨打时段" className="hours-field">
      {value.map(({ from, to }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- told apart by place alone
        <div key={at} className="buttons-level">
          <Choice
            label={`第${at + 1}个时段开始`}
            value={from}
            options={timesWith(from)}
            onChange={next => change(at, { from: next })}
          />
          至
          <Choice
            label={`第${at + 1}个时段结束`}
            value={to}
            options={timesWith(to)}
            onChange={next => change(at, { to: next })}
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

function timesWith(time: string) {
  return [...new Set([...boundaryTimes, time])].toSorted().map(one => ({ value: one, text: one }))
}
