import { Button } from 'antd'
import { useAct } from '../../client/useAct.ts'
import { printDay } from '../../kit/printDay.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Minutes, StepProps } from './meetingTypes.ts'
import { MinutesFile } from './MinutesFile.tsx'
import { ResultsTable } from './ResultsTable.tsx'
import { WithMinutes } from './WithMinutes.tsx'

/** Shows the results of a meeting, its minutes to be signed, and reports it to the committee. */
export function ReportStep(props: StepProps) {
  return <WithMinutes {...props}>{minutes => <Shown {...props} minutes={minutes} />}</WithMinutes>
}

function Shown({ year, meeting, minutes }: StepProps & { readonly minutes: Minutes }) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/report', { done: '已上报' })
  const { phase, revision, convenes, rehearsal } = meeting
  const isOpen = phase === 'counted' || phase === 'returned'
  return (
    <>
      {minutes.elsewhere && <p>这次会议没有用本系统投票，结果按所附计票表录入。</p>}
      {minutes.files.length > 0 && <p>计票表：{minutes.files.map(file => file.name).join('、')}</p>}
      <ResultsTable year={year} minutes={minutes} />
      <RefusedNotice error={act.refused} />
      <div className="buttons agenda-acts">
        {convenes && isOpen && !rehearsal && (
          <Button
            type="primary"
            loading={act.busy}
            onClick={() => void act.run({ params: { year, meeting: meeting.id }, body: { revision } })}
          >
            上报结果
          </Button>
        )}
        <MinutesFile year={year} meeting={meeting.id} />
      </div>
      {minutes.daysOpen !== undefined && minutes.daysOpen > 0 && (
        <p className="soft">会后已{minutes.daysOpen}天，还没有上报。</p>
      )}
      {minutes.reportedOn !== undefined && (
        <p className="soft">{printDay(minutes.reportedOn)}上报；会议纪要由计票人、监票人签字后存档。</p>
      )}
    </>
  )
}
