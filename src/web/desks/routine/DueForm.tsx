import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'

/** Sets the deadline for submission. */
export function DueForm({ year, due }: { readonly year: number; readonly due: string | undefined }) {
  const act = useAct('POST /api/years/:year/routine/due', { done: '上报期限已设定' })
  const [day, setDay] = useState(due)
  return (
    <>
      <RefusedNotice error={act.refused} />
      <div className="due-form">
        <label htmlFor="boards-due">上报期限</label>
        <DatePicker
          id="boards-due"
          style={{ width: 160 }}
          value={day === undefined ? null : dayjs(day)}
          allowClear={false}
          placeholder="选择日期"
          onChange={picked => setDay(picked?.format('YYYY-MM-DD'))}
        />
        <Button
          loading={act.busy}
          disabled={day === undefined || day === due}
          onClick={() => day !== undefined && void act.run({ params: { year }, body: { due: day } })}
        >
          设定期限
        </Button>
      </div>
    </>
  )
}
