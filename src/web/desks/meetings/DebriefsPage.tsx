import { useMemo, useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { useWithSealed } from '../year/useWithSealed.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { SaveRows } from '../../kit/table/SaveRows.tsx'
import { meetingColumns } from './meetingColumns.tsx'
import { describeMeetings, type MeetingKind, rowsByKind } from './meetingRows.ts'
import { addressOfMeeting, type Meetings, type Plannable } from './meetingTypes.ts'
import { EnterElsewhere } from './EnterElsewhere.tsx'
import { NewMeeting } from './NewMeeting.tsx'
import './meetings.css'

/** Lists the debrief meetings (述职测评会议) of the year by tier, and shows where each stands. (四（四）) */
export function DebriefsPage() {
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/meetings', { params: { year } })
  return (
    <AnsweredPage title="述职测评会议" of={of}>
      {meetings => <Shown year={year!} meetings={meetings} />}
    </AnsweredPage>
  )
}

function Shown({ year, meetings }: { readonly year: number; readonly meetings: Meetings }) {
  const may = useMay()
  const [entering, setEntering] = useState<Plannable>()
  const [planning, setPlanning] = useState<Plannable>()
  const convenes = may('conveneMeetings')
  const withSealed = useWithSealed()
  const kinds = useMemo(() => rowsByKind(meetings), [meetings])
  const columns = useMemo(() => meetingColumns(convenes ? setPlanning : undefined, setEntering), [convenes])
  return (
    <>
      <PageHead
        title="述职测评会议"
        state={withSealed(describeMeetings(meetings))}
        actions={
          kinds.length > 0 && (
            <SaveRows
              label="述职测评会议清单"
              columns={columns}
              isEmpty={false}
              readRows={() => kinds.flatMap(({ rows }) => rows)}
            />
          )
        }
      />
      {kinds.length === 0 && (
        <EmptyState
          title="还没有述职测评会议"
          what={
            convenes ? '本年度方案没有规定述职测评会议，或名册中没有要述职的书记。' : '会议安排以后列在这里。'
          }
          next={convenes && <LinkButton to={`/${year}/scheme`}>查看本年度方案</LinkButton>}
        />
      )}
      {kinds.map(kind => {
        const { name, rows } = kind
        return (
          <section key={kind.kind} aria-label={name} className="meeting-kind">
            <h2>
              {name}
              <span className="soft">{windowOf(kind)}</span>
            </h2>
            <DataTable
              id="meetings"
              label={name}
              noExport
              height="whole"
              unit="次会议"
              rows={rows}
              columns={columns}
              rowKey={row => row.key}
              rowLink={row =>
                row.meeting === undefined ? undefined : addressOfMeeting(year, row.meeting.id)
              }
              {...(rows.length > 12 && { search: '会议名称或拼音首字母' })}
            />
          </section>
        )
      })}
      {entering !== undefined && (
        <EnterElsewhere year={year} of={entering} onClose={() => setEntering(undefined)} />
      )}
      {planning !== undefined && (
        <NewMeeting year={year} meetings={meetings} of={planning} onClose={() => setPlanning(undefined)} />
      )}
    </>
  )
}

function windowOf({ from, due }: MeetingKind): string {
  if (due === undefined) return ''
  return from === undefined ? `${printDay(due)}前召开` : `${printDay(from)}至${printDay(due)}召开`
}
