import { Button } from 'antd'
import { useEffect, useId, useMemo, useState } from 'react'
import { appointmentTimes } from '../../../../domain/campaign/survey/callingHours.ts'
import { printDay } from '../../../../domain/kernel/calendar.ts'
import { Choice } from '../../../kit/Choice.tsx'
import type { Interview } from './interviewTypes.ts'

interface Props {
  readonly interview: Pick<Interview, 'now' | 'ends' | 'hours'>
  readonly busy: boolean
  readonly onArrange: (at: string) => void
  readonly onCancel: () => void
}

/** Asks for the day and time at which the person is to be called again; only the hours of calls can be chosen. */
export function AppointmentField({ interview, busy, onArrange, onCancel }: Props) {
  const id = useId()
  const days = useMemo(() => appointmentTimes(interview.now, interview), [interview])
  const [day, setDay] = useState(days[0]?.day ?? '')
  const [time, setTime] = useState('')
  const times = days.find(one => one.day === day)?.times ?? []
  const isChosen = times.includes(time)
  useEffect(() => document.getElementById(`${id}-day`)?.focus(), [id])
  return (
    <form
      className="script"
      onSubmit={event => {
        event.preventDefault()
        if (!isChosen) document.getElementById(`${id}-time`)?.focus()
        else if (!busy) onArrange(`${day}T${time}`)
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
        event.preventDefault()
        event.currentTarget.requestSubmit()
      }}
    >
      <p className="script-words">约定什么时候再打</p>
      {days.length === 0 ? (
        <p>到访问截止，已经没有可以预约的拨打时段。</p>
      ) : (
        <div className="buttons-level appointment-fields">
          <label htmlFor={`${id}-day`}>日期</label>
          <Choice
            id={`${id}-day`}
            label="日期"
            value={day}
            options={days.map(one => ({ value: one.day, text: printDay(one.day) }))}
            onChange={setDay}
          />
          <label htmlFor={`${id}-time`}>时间</label>
          <Choice
            id={`${id}-time`}
            label="时间"
            value={isChosen ? time : ''}
            options={times.map(one => ({ value: one, text: one }))}
            onChange={setTime}
          />
        </div>
      )}
      {days.length > 0 && (
        <p className="soft">
          用方向键或数字选，<kbd translate="no">Tab</kbd>从日期到时间，<kbd translate="no">Enter</kbd>记下。
        </p>
      )}
      <div className="buttons-level">
        {days.length > 0 && (
          <Button type="primary" htmlType="submit" loading={busy} disabled={!isChosen}>
            记下预约
          </Button>
        )}
        <button type="button" className="script-key" onClick={onCancel}>
          <kbd translate="no">Esc</kbd>返回访问
        </button>
      </div>
    </form>
  )
}
