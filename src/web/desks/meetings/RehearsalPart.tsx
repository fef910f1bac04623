import { useNavigate } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { MadeVoters } from './MadeVoters.tsx'
import type { StepProps } from './meetingTypes.ts'
import { MinutesFile } from './MinutesFile.tsx'

/** Says what a rehearsal leaves, and ends it: its result is printed before, then all of it is deleted. */
export function RehearsalPart({ year, meeting }: StepProps) {
  const go = useNavigate()
  const act = useAct('POST /api/years/:year/meetings/:meeting/rehearsal-end', {
    done: '演练已结束，会议和票已全部删去',
    refresh: ['GET /api/years/:year/meetings'],
  })
  const end = async () => {
    const body = { revision: meeting.revision }
    if ((await act.run({ params: { year, meeting: meeting.id }, body })) !== undefined)
      await go({ to: `/${year}/debriefs` })
  }
  return (
    <section className="meeting-kind" aria-label="演练">
      <p>
        这是演练，不计成绩，各步不留痕。印的票条有“演练”字样，正式会议不收。结束前把会议纪要打印出来；结束后会议、票和计票全部删去，操作记录只留开始和结束两行。
      </p>
      <RefusedNotice error={act.refused} />
      <div className="buttons-level">
        {meeting.voting === 'open' && meeting.phones && <MadeVoters year={year} meeting={meeting} />}
        <MinutesFile year={year} meeting={meeting.id} />
        <Popconfirm
          title="结束演练？"
          description="会议、票和计票全部删去，不能恢复。"
          okText="结束演练"
          cancelText="再想想"
          onConfirm={() => void end()}
        >
          <Button danger loading={act.busy}>
            结束演练
          </Button>
        </Popconfirm>
      </div>
    </section>
  )
}
