import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { addressOfMeeting, type MeetingHead } from '../meetingTypes.ts'
import '../meetings.css'

/** Lists the meetings of a unit's dual debriefs (双述双评), where there are any. (六（四）) */
export function DebriefMeetings({ year, unit }: { readonly year: number; readonly unit: string }) {
  const of = useAnswer('GET /api/years/:year/debrief-meetings', { params: { year } })
  return (
    <Answered of={of}>
      {({ meetings }) => {
        const own = meetings.filter(one => one.lead === unit)
        return own.length === 0 ? null : (
          <section aria-label="评议会" className="meeting-kind">
            <h2>评议会</h2>
            <DataTable
              id="debrief-meetings"
              label="评议会"
              height="whole"
              unit="次会议"
              rows={own}
              columns={columns}
              rowKey={row => row.id}
              rowLink={row => addressOfMeeting(year, row.id)}
              {...(own.length > 12 && { search: '会议名称或拼音首字母' })}
            />
          </section>
        )
      }}
    </Answered>
  )
}

const columns: readonly Column<MeetingHead>[] = [
  { id: 'name', title: '会议', width: 320, value: row => row.name, search: true, onCard: 'title' },
  { id: 'on', title: '日期', width: 130, kind: 'day', value: row => row.heldOn },
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
