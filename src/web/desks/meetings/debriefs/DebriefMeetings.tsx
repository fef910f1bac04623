import type { CallAnswer } from '../../../client/call.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { addressOfMeeting } from '../meetingTypes.ts'
import '../meetings.css'

type Meeting = CallAnswer<'GET /api/years/:year/debrief-meetings'>['meetings'][number]

interface Props {
  readonly year: number
  /** The unit whose meetings are listed; all within reach without it. */
  readonly unit: string | undefined
}

/** Lists the meetings of dual debriefs (双述双评), where there are any. (六（四）) */
export function DebriefMeetings({ year, unit }: Props) {
  const of = useAnswer('GET /api/years/:year/debrief-meetings', { params: { year } })
  return (
    <Answered of={of}>
      {({ meetings }) => {
        const own = meetings.filter(one => unit === undefined || one.lead === unit)
        return own.length === 0 ? null : (
          <section aria-label="评议会" className="meeting-kind">
            <h2>评议会</h2>
            <DataTable
              id="debrief-meetings"
              label="评议会"
              height={own.length > 12 ? 'fill' : 'whole'}
              unit="次会议"
              rows={own}
              columns={unit === undefined ? columns : columns.filter(({ id }) => id !== 'unit')}
              rowKey={row => row.id}
              rowLink={row => addressOfMeeting(year, row.id)}
              search="会议名称或拼音首字母"
            />
          </section>
        )
      }}
    </Answered>
  )
}

const columns: readonly Column<Meeting>[] = [
  { id: 'name', title: '会议', width: 320, value: row => row.name, search: true, onCard: 'title' },
  { id: 'unit', title: '单位', width: 190, value: row => row.unitName, search: true, filter: true },
  { id: 'on', title: '日期', width: 130, kind: 'day', value: row => row.heldOn },
  { id: 'at', title: '时间', width: 80, value: row => row.startsAt },
  { id: 'place', title: '地点', width: 160, value: row => row.place },
  { id: 'speakers', title: '述职人数', width: 100, kind: 'number', value: row => row.speakers },
  {
    id: 'standing',
    title: '进展',
    width: 150,
    value: row => row.phaseName,
    filter: true,
    onCard: 'figure',
  },
]
